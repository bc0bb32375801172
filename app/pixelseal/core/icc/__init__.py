"""Turns device colours into sRGB by an ICC profile. Writes no profile and reads no image file."""
