"""Which pixels go, and what is put in their place (docs/regions.md). Knows no file format."""
