"""What every room of the engine stands on: errors, limits, boxes, arrays. Knows no picture."""
