"""The engine's picture for the screen, and its comparison with the browser's. Never an output."""
