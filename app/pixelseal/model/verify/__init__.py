"""Which image is compared with which certificate, and the answers. Compares no bytes."""
