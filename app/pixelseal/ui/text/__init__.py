"""The page's texts, composed from the catalogue. Decides nothing."""
