"""The canvas: the picture, the regions over it, and the result."""
