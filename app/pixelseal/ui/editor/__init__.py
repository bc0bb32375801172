"""Tools, gestures and the records that they make, of one image. Draws nothing."""
