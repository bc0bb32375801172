"""Writes the engine's results: image, certificate, private record."""

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from pixelseal.core.engine import Redaction
from pixelseal.core.evidence.record import private_record
from pixelseal.local import files
from pixelseal.local.places import Places


class Put(NamedTuple):
    """The paths of the three files of one image, in the order of writing."""

    record: Path
    certificate: Path
    output: Path


def record_of(done: Redaction, source_name: str, reviewer: str) -> str:
    """The private record's text, with the current time (UTC, to the second)."""
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return private_record(done.record_facts, source_name=source_name, made=made, reviewer=reviewer)


def write(done: Redaction, places: Places, source_name: str, reviewer: str) -> Put:
    """Write record, certificate and image, in this order, all or none: never an image by itself.

    EngineFault: output-exists, not-written. PixelsealError as for `Places.make`.
    """
    put = _put(done, places)
    record = record_of(done, source_name, reviewer)
    contents = (record.encode(), done.certificate.encode(), done.output)
    with places.made():
        require_free(done, places)
        files.write_together(dict(zip(put, contents, strict=True)), put.record)
    return put


def require_free(done: Redaction, places: Places) -> None:
    """EngineFault (output-exists) if a name is taken, in whatever letter case."""
    if done.record_facts["alternate_id"] is None:
        return  # drawn at random
    for path in _put(done, places):
        if path.exists():
            raise files.exists(path)
        files.require_unlike(path)


def _put(done: Redaction, places: Places) -> Put:
    stem = done.name.removesuffix("." + done.extension)
    return Put(places.records / f"{stem}.json", places.out / f"{stem}.txt", places.out / done.name)
