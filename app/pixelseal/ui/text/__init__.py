"""The catalogue's words put together for the page. Decides nothing."""
