"""Finders: a picture in; boxes that may show a face, writing or a code out. Decides nothing.

What they find is proposed, never covered and never called complete (docs/find.md).
"""
