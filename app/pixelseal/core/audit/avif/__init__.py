"""The audit of AVIF: its boxes, and AV1 up to the picture data."""
