"""What Pixelseal is made of: its package (`app/pixelseal`), its codec and its build."""
