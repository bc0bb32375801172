"""An error as a stable code, and where an unforeseen one arose. Quotes no text of an error."""

import contextlib
import traceback
from collections.abc import Iterator
from pathlib import Path

from pixelseal.core.base.errors import EngineFault, PixelsealError

_APP = Path(__file__).resolve().parents[1]


def known(error: Exception) -> PixelsealError:
    """The error itself if it has a code, else the fault that it stands for."""
    if isinstance(error, PixelsealError):
        return error
    return EngineFault("out-of-memory" if isinstance(error, MemoryError) else "engine-fault")


def place(error: Exception) -> str:
    """Type and location of an unexpected error; never its text, which may quote the file."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if _APP in Path(frame.filename).parents] or frames
    where = Path(own[-1].filename)
    name = where.relative_to(_APP.parent) if _APP in where.parents else where.name
    return f"{type(error).__name__} in {name}:{own[-1].lineno}"


@contextlib.contextmanager
def about(what: Path | str) -> Iterator[None]:
    """Have errors in here name this file or argument, not the one that is worked on."""
    try:
        yield
    except PixelsealError as error:
        error.about = error.about or str(what)
        raise
