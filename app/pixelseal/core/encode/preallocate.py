"""Memory for a file that is written piece by piece. Knows no format."""

import io


def preallocate(file: io.BytesIO, size: int) -> None:
    """Take memory for so many bytes more at once, from where the file stands.

    A buffer that grows is copied each time, and both copies are there meanwhile. What is not needed
    is given back by `truncate`.
    """
    start = file.tell()
    file.seek(start + size)
    file.write(b"\0")
    file.seek(start)
