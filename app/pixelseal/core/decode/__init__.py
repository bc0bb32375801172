"""A checked file to upright, opaque pixels in sRGB. Decides nothing about what is supported."""
