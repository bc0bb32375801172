"""Prepares a caller's arguments for the engine: bytes, names, codecs. Redacts nothing."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from pixelseal.api.values import Source
from pixelseal.cli import asking, codecs, files, quiet
from pixelseal.core.base.errors import EngineFault, PixelsealError, RecipeRefused
from pixelseal.model.project.id_origin import looks_derived


@contextlib.contextmanager
def engine_ready() -> Iterator[None]:
    """A context with codecs registered and libraries quiet, which raises only PixelsealError.

    EngineFault: out-of-memory, engine-fault. The cause is its `__context__`, which tracebacks do
    not show: libraries' messages can quote the file.
    """
    with quiet.libraries():
        codecs.register()
        try:
            yield
        except PixelsealError:
            raise
        except MemoryError:
            raise EngineFault("out-of-memory") from None
        except Exception:
            raise EngineFault("engine-fault") from None


def require_source(source: Source) -> None:
    """TypeError for anything but bytes or a path: a str could be a path or a text."""
    if not isinstance(source, bytes | os.PathLike):
        kind = type(source).__name__
        raise TypeError(f"a file is given as bytes or as a path (pathlib.Path), not as {kind}")


def bytes_of(source: Source) -> bytes:
    """The bytes of a source; SourceRefused as in `pixelseal.cli.files.read`."""
    return source if isinstance(source, bytes) else files.read(Path(source))


def name_of(source: Source) -> str:
    """The name of the file, "" if only its bytes were given."""
    return "" if isinstance(source, bytes) else Path(source).name


def label_or_neutral(label: str | None) -> str:
    """The label, or 16 random hexadecimal digits, which reveal nothing of the source."""
    return secrets.token_hex(8) if label is None else label


def require_given(alternate_id: str | None, source: Source, data: bytes) -> None:
    """RecipeRefused (id-derived) if the ID looks made from the file's name or a digest of it."""
    if alternate_id is None:
        return
    name = name_of(source)
    if looks_derived(alternate_id, name, asking.digests(Path(name), data)):
        raise RecipeRefused("id-derived")
