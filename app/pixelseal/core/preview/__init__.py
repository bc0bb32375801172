"""The engine's picture for the screen, and whether the browser's is the same. Never an output."""
