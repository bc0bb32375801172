"""What the editor reckons with: views, coverage, history, proposals. Draws nothing."""
