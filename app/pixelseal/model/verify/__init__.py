"""Which image is held against which certificate, and what is answered. Compares no bytes."""
