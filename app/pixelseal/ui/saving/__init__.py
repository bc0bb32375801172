"""The questions before saving, and saving one or many images. Shows nothing."""
