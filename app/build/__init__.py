"""Builds the page from the source tree and the pinned bytes; no part of the page or the engine.

Uses the standard library alone, so that a fresh machine with Python can build and serve.
"""
