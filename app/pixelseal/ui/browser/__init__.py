"""The only room of the page that meets the browser."""
