"""Bags as files and folders, for tests. Tests nothing."""

import io
import warnings
import zipfile
from pathlib import Path

from pixelseal.local import bags
from pixelseal.local.bags import Arrived, Content
from pixelseal.model.process.bag import Packed

from tests.model.process.bags import AGENT, PAYLOAD, RECORD, files_of

FILES = files_of()


def laid(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def written(tmp_path: Path, name: str = "a.zip") -> Path:
    """The same bag as the product writes it."""
    contents = {}
    for number, (inside, data) in enumerate(PAYLOAD.items()):
        source = tmp_path / f"source-{number}"
        source.write_bytes(data)
        contents[inside] = Content(source, data)
    path = tmp_path / name
    payload = {inside: (content.size, content.sha256) for inside, content in contents.items()}
    bags.write(path, Packed(payload, RECORD, AGENT), contents)
    return path


def zip_of(
    files: dict[str, bytes], change=lambda entry: None, method=zipfile.ZIP_DEFLATED
) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that stand twice
        for name, data in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = method
            entry.external_attr = 0o100644 << 16
            change(entry)
            archive.writestr(entry, data)
    return stream.getvalue()


def is_whole(path: Path) -> bool:
    return Arrived(path).is_whole
