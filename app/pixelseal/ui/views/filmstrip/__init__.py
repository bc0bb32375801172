"""The filmstrip of open images, in which only cards near the view exist."""
