"""Names, alternate IDs and the project file of what is open. Shows nothing."""
