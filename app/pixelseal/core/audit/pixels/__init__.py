"""The audit of pixels: what is shown where something was covered."""
