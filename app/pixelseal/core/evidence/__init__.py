"""What is said of a file and of what was done: inspection, certificate, record, verdict."""
