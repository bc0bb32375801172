"""The audit's search for bytes and texts of the source in an output."""
