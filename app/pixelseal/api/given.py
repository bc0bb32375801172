"""Prepares a caller's arguments for the engine: bytes, names, codecs. Redacts nothing."""

import contextlib
import operator
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import SupportsIndex

from pixelseal.api.values import Source
from pixelseal.core.base.errors import EngineFault, PixelsealError, RecipeRefused
from pixelseal.local import codecs, files, policies, quiet
from pixelseal.local.digests import digests
from pixelseal.model.policy import rules
from pixelseal.model.policy.policy import Policy
from pixelseal.model.project.id_origin import looks_derived
from pixelseal.model.recipe.recipe import Recipe, is_alternate_id


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


def require_kind(name: str, value: object, *kinds: type) -> None:
    """TypeError if the argument of that name is of none of these types."""
    if not isinstance(value, kinds):
        wanted = " or ".join("None" if one is type(None) else one.__name__ for one in kinds)
        raise TypeError(f"{name} is {wanted}, not {type(value).__name__}")


def page_number(page: object) -> int:
    """The number of a page, which may be a NumPy integer; TypeError for anything else."""
    if isinstance(page, bool) or not isinstance(page, SupportsIndex):
        raise TypeError(f"page is an integer from 1, not {type(page).__name__}")
    return operator.index(page)


def require_stated(label: object, reviewer: object, id_not_derived: object) -> None:
    """TypeError if one of the arguments that all operations share is of the wrong type."""
    require_kind("label", label, str, type(None))
    require_kind("reviewer", reviewer, str)
    require_kind("id_not_derived", id_not_derived, bool)


def require_policy(policy: object, label: str | None) -> None:
    """PolicyRefused if it is no longer in force, or does not allow the label as a name; TypeError.

    A label stands where an alternate ID would, and is as much of a name.
    """
    require_kind("policy", policy, Policy, type(None))
    if isinstance(policy, Policy):
        policies.require_current(policy)
        if label is not None:
            rules.require_id(policy, label)


def folder(name: str, path: str | os.PathLike[str]) -> Path:
    """The folder that an argument names; TypeError, or EngineFault (not-written) for no name."""
    require_kind(name, path, str, os.PathLike)
    found = Path(path)
    try:
        named = b"\0" not in os.fsencode(found)
    except ValueError:  # characters that this file system cannot hold
        named = False
    if not named:
        raise EngineFault("not-written")
    return found


def bytes_of(source: Source) -> bytes:
    """The bytes of a source; SourceRefused as in `pixelseal.local.files.read`."""
    return source if isinstance(source, bytes) else files.read(Path(source))


def name_of(source: Source) -> str:
    """The name of the file, "" if only its bytes were given."""
    return "" if isinstance(source, bytes) else Path(source).name


def label_or_neutral(label: str | None) -> str:
    """The label, or 16 random hexadecimal digits, which reveal nothing of the source."""
    return secrets.token_hex(8) if label is None else label


def require_given(recipe: Recipe, label: str | None, source: Source, data: bytes) -> None:
    """RecipeRefused (id-derived) if the output's name looks made from the source's, or its digest.

    Or recipe-out-of-range, if it can be no name: that is what its caller has to know first.
    That name is the alternate ID, or else the label. One that we draw ourselves is not judged.
    """
    stem = label if recipe.alternate_id is None else recipe.alternate_id
    if stem is None:
        return
    if not is_alternate_id(stem):
        raise RecipeRefused("recipe-out-of-range", key="label")
    name = name_of(source)
    if looks_derived(stem, name, digests(Path(name), data)):
        raise RecipeRefused("id-derived")
