"""What every room of the engine builds on: errors, limits, boxes, arrays. Holds no picture."""
