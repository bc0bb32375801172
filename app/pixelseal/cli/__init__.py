"""The command line: the same engine, for files. Sends nothing and decides nothing itself."""
