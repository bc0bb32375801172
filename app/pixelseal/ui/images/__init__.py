"""The open images: their states, which are chosen, how they came. Shows nothing."""
