"""What a person sees and presses: one module for each part of the page."""
