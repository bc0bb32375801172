"""The doors of the codecs that decode and encode beside Pillow. Holds no codec."""
