"""The audit of AVIF: its boxes, and AV1 down to the bytes of the picture."""
