"""The review before saving, as a mode of the page. Decides nothing."""
