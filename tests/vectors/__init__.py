"""Recipe x source -> hash of the output: the same bytes in every browser (see test files)."""
