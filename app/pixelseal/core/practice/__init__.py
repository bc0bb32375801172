"""Exercises: drawn pictures with planted identifiers, and what a recipe leaves of those."""
