"""The dialog Process: a tab for each phase of the work around the images."""
