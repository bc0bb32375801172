"""The audit of WebP: its chunks, and VP8 as far as its quantiser."""
