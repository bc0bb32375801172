"""What shows that a process was followed: the log, the package, the receipt. Opens no file."""
