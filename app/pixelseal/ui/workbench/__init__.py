"""Brings images, engine and project together. Shows nothing."""
