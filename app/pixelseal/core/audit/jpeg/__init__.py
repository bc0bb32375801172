"""The audit of JPEG: segments, tables, and the scan to its last bit."""
