"""Names, alternate IDs and the project file of the open images. Shows nothing."""
