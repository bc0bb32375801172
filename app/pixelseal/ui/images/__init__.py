"""The open images: their states, selection and origin. Shows nothing."""
