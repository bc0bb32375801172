"""Builds the page from the source tree and the pinned bytes; no part of the page or the engine.

Uses only the standard library, so that a fresh machine with Python can build and serve.
"""
