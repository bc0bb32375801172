"""This computer: its files and folders, its codecs, the installed package. Parses no arguments."""
