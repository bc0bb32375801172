"""The strip of open images, of which only those near what is seen exist."""
