"""The project file, alternate IDs and the link table (docs/project.md). Knows no screen."""
