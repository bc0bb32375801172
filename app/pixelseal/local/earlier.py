"""Recognises what earlier runs and the page left on a disk, shared or private. Writes nothing.

Each answer is the file by which a folder is recognised, so that a refusal can name it, or None.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.evidence.certificate.words import TITLE
from pixelseal.local import files, remembered
from pixelseal.model import sha256_sums
from pixelseal.model.process import private_files

BESIDE = "-private"
_RECORD = ".json"
_CERTIFICATE = ".txt"
_IS_RECORD = re.compile(rb'"pixelseal"\s*:\s*"record/')  # docs/record.md, of any version
_IS_CERTIFICATE = re.compile(rb"\A(?:\xef\xbb\xbf)?" + TITLE.encode())  # some editors add a mark
_RECORD_BYTES = 16 << 20  # several times that of 10,000 regions; its keys are in any order
_HEAD_BYTES = 3 + len(TITLE)  # of a certificate: the mark that some editors add, and its title
_FOLDERS_MOST = 1000  # within a folder: more are not looked into

# What the page saves (docs/saving.md).
_IMAGES, _CERTIFICATES, _RECORDS = "images", "certificates", "records"
_PRIVATE_NOTES = {"private.txt", "link-table.csv"}

_Look = Callable[[Path, list[str]], Path | None]


def links_to_originals(name: str, data: bytes) -> bool:
    """True for a file that says which image was made of which original, or tells of such ones."""
    return private_files.links_to_originals(name, data.decode("utf-8", "replace"))


def record_below(folder: Path) -> Path | None:
    """A private record in the folder or anywhere below it, whichever run it is from.

    Linked files are looked at, linked folders are not: a link may lead around the whole disk.
    """
    waiting = [folder]
    while waiting:
        inside = waiting.pop()
        held = remembered.held(inside, _named_as_record)  # results are many
        if found := _record(inside, held.names):
            return found
        waiting += [inside / name for name in reversed(held.folders)]
    return None


def private(folder: Path) -> Path | None:
    """The record by which this is a folder of records, as a run or the page makes them.

    One in which a certificate lies as well is none, whatever browsers save there, unless its name
    says so.
    """
    names = _names(folder)
    named_so = BESIDE in folder.name.casefold()
    if (found := _record(folder, names)) and (named_so or not _certificate(folder, names)):
        return found
    if not (named_so or _PRIVATE_NOTES & {name.casefold() for name in names}):
        return None
    return _first(_within(folder, names, _RECORDS, _record))


def shared(folder: Path) -> Path | None:
    """The file by which this is a folder of results: a certificate, a list of checksums, a record.

    The record lies in the folder beside it that has its name and `-private`. A folder that holds
    records itself is none: browsers save all to one.
    """
    if folder.name and (found := private(folder.with_name(folder.name + BESIDE))):
        return found
    names = _names(folder)
    if _record(folder, names) or private(folder):
        return None
    return (
        _certificate(folder, names)
        or _sums(folder, names)
        # The page keeps images and certificates in folders of these names, and people sort so.
        or _first(
            found
            for part in (_CERTIFICATES, _IMAGES)
            for found in _within(folder, names, part, _certificate)
            if not private(found.parent.with_name(found.parent.name + BESIDE))
        )
    )


def shared_within(folder: Path) -> Path | None:
    """As `shared`, of the folders right in this one."""
    inside = islice(_held(folder).folders, _FOLDERS_MOST)
    return _first(found for name in inside if (found := shared(folder / name)))


def _within(folder: Path, names: list[str], wanted: str, look: _Look) -> Iterator[Path]:
    """What `look` finds in the folders of this name, in whatever letter case."""
    for name in names:
        if name.casefold() == wanted:
            inner = folder / name
            if found := look(inner, _names(inner)):
                yield found


def _record(folder: Path, names: Iterable[str]) -> Path | None:
    return _first(
        folder / name for name in names if _named_as_record(name) and _is_record(folder / name)
    )


def _certificate(folder: Path, names: list[str]) -> Path | None:
    return _first(
        folder / name
        for name in names
        if name.casefold().endswith(_CERTIFICATE) and _is_certificate(folder / name)
    )


def _sums(folder: Path, names: list[str]) -> Path | None:
    return _first(
        folder / name for name in names if sha256_sums.is_named_so(name) and _is_list(folder / name)
    )


# What a file is, by what it says.


def _is_list(path: Path) -> bool:
    return remembered.answer(path, "list", lambda: _lists_results(path))


def _is_certificate(path: Path) -> bool:
    return remembered.answer(
        path, "certificate", lambda: bool(_IS_CERTIFICATE.search(_read(path, head=_HEAD_BYTES)))
    )


def _is_record(path: Path) -> bool:
    return remembered.answer(
        path, "record", lambda: bool(_IS_RECORD.search(_read(path, _RECORD_BYTES)))
    )


def _lists_results(path: Path) -> bool:
    """True for a list of checksums of images and certificates, and of nothing else."""
    text = _read(path, sha256_sums.MAX_BYTES).decode("utf-8", "replace")
    tops = {listed.partition("/")[0] for listed in sha256_sums.read(text) or ()}
    return {_CERTIFICATES} <= tops <= {_CERTIFICATES, _IMAGES}


def _read(path: Path, most: int = 0, head: int = 0) -> bytes:
    """The file's bytes, or its head; none of what cannot be read, or is longer than any of ours."""
    try:
        return files.head(path, head) if head else files.read(path, most)
    except SourceRefused:
        return b""


# What lies in a folder.


def _named_as_record(name: str) -> bool:
    return name.casefold().endswith(_RECORD)


def _counts(name: str) -> bool:
    """True for a name by which a folder can be recognised."""
    folded = name.casefold()
    return (
        folded.endswith((_RECORD, _CERTIFICATE))
        or folded in _PRIVATE_NOTES
        or folded in (_IMAGES, _CERTIFICATES, _RECORDS)  # a link to such a folder
        or sha256_sums.is_named_so(name)
    )


def _held(folder: Path) -> remembered.Held:
    return remembered.held(folder, _counts)


def _names(folder: Path) -> list[str]:
    held = _held(folder)
    return sorted(held.folders + held.names)


def _first(found: Iterator[Path]) -> Path | None:
    return next(found, None)
