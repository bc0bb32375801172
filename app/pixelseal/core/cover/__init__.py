"""Which pixels are covered, and with what (docs/regions.md). Knows no file format."""
