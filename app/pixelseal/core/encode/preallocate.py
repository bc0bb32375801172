"""Allocates memory for a file that is written piece by piece. Knows no format."""

import io


def preallocate(file: io.BytesIO, size: int) -> None:
    """Allocate that many more bytes at once, from the current position.

    A growing buffer is copied each time, and both copies exist meanwhile. `truncate` releases what
    is not needed.
    """
    start = file.tell()
    file.seek(start + size)
    file.write(b"\0")
    file.seek(start)
