"""The editor's state and arithmetic: views, coverage, history, proposals. Draws nothing."""
