"""What a person sees and uses: one module for each part of the page."""
