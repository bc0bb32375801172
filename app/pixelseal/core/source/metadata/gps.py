"""Reads the position from a GPS directory. Looks up no place.

Exif 2.32 section 4.6.6: latitude and longitude as degrees, minutes, seconds with a letter.
"""

from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.metadata.ifd import Directory, TiffBytes

_VERSION = 0
_LATITUDE, _LONGITUDE = (1, 2, b"NS", 90.0), (3, 4, b"EW", 180.0)


def note_position(tiff: TiffBytes, directory: Directory, notes: Notes) -> None:
    """Note the finding `gps` if the directory holds anything but its version."""
    if not set(directory.entries) - {_VERSION}:
        return
    parts = []
    for letter_tag, angle_tag, letters, most in (_LATITUDE, _LONGITUDE):
        entry = directory.entries.get(letter_tag)
        letter = tiff.raw(entry)[:1].upper() if entry is not None else b""
        angle = tiff.fractions(directory.entries.get(angle_tag), 3)
        if len(letter) != 1 or letter not in letters or not angle:
            continue
        degrees = sum(part / 60**power for power, part in enumerate(angle))
        if 0 <= degrees <= most:
            parts.append(f"{degrees:.5f}° {letter.decode('ascii')}")
    notes.show("gps", "GPS", ", ".join(parts) if len(parts) == 2 else "")
