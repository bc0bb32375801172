"""What is asked before a save, and how one or many images are saved. Shows nothing."""
