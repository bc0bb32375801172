"""Notes pixels that are not square, as in a fax. Stretches nothing.

Viewers of documents stretch such a picture; browsers and this engine show its samples as they are.
"""

from pixelseal.core.source.facts.notes import Notes

_LEAST = 1.01  # ratio: what rounding to integer dpi can cause


def note_resolution(across: float, down: float, notes: Notes, where: str) -> None:
    """Note differing resolutions, in any unit; 0 for one that is not stated."""
    if min(across, down) > 0 and max(across, down) >= _LEAST * min(across, down):
        notes.show("note-uneven-resolution", where, f"{across:.4g} × {down:.4g}")
