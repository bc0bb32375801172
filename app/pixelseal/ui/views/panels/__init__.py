"""The panels next to the canvas."""
