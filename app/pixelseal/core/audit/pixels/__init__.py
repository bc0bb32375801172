"""The audit of pixels: what an output shows where something was covered."""
