"""Notes where a picture's dots are not square, as a fax's are not. Stretches nothing.

Viewers of documents stretch such a picture; browsers and this engine show its samples as they are.
"""

from pixelseal.core.source.facts.notes import Notes

_LEAST = 1.01  # ratio: what rounding to whole dots an inch can make


def note_resolution(across: float, down: float, notes: Notes, where: str) -> None:
    """Note dots an inch, or any other length, that differ; 0 where one is not stated."""
    if min(across, down) > 0 and max(across, down) >= _LEAST * min(across, down):
        notes.show("note-uneven-resolution", where, f"{across:.4g} × {down:.4g}")
