"""An institution's policy: what may be done to an image, and what must have been done to it."""
