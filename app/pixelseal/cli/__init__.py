"""The command line: the same engine over files. Sends nothing and decides nothing of its own."""
