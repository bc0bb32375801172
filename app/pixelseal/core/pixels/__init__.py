"""Pictures in memory, at once or in bands of rows. Knows nothing of files or regions."""
