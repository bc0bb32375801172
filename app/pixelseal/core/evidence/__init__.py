"""Statements about a file and what was done to it: inspection, certificate, record, verdict."""
