"""Tools, gestures, and the records that they make on one image. Draws nothing."""
