"""Examines PNG and APNG: chunks, colour and frames."""
