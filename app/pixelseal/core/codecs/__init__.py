"""Access to the codecs other than Pillow's. Holds no codec."""
