"""Pictures in memory, whole or in bands of rows. Knows no file and no region."""
