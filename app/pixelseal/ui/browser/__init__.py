"""The only room of the page that touches the browser."""
