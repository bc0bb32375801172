"""Bags and the ZIPs that they lie in, for tests. Tests nothing."""

import binascii

from pixelseal.model.digest import sha256_of
from pixelseal.model.process.bag import Packed, takes
from pixelseal.model.process.transfer import Transfer
from pixelseal.model.zip_stream import ZipStream

AGENT = "Pixelseal 0.1.0"
AT = "2026-11-29T21:40:00Z"
RECORD = Transfer(
    "Registry of St. Example", "SFTP", AT, "Study of burns", "A. Person", "3:" + "a" * 64
)
PAYLOAD = {
    "data/images/P-1.jpg": b"first image",
    "data/images/P-2.png": b"second image",
    "data/certificates/P-1.certificate.txt": b"first certificate\n",
    "data/certificates/P-2.certificate.txt": b"second certificate\n",
}


def packed(payload=None, record=RECORD):
    """The tag files for a payload, path -> bytes."""
    given = PAYLOAD if payload is None else payload
    return Packed(
        {path: (len(given[path]), sha256_of(given[path])) for path in given}, record, AGENT
    )


def files_of(payload=None, record=RECORD):
    """All files of a bag, path -> bytes."""
    given = PAYLOAD if payload is None else payload
    texts = packed(given, record).texts
    files = {name: texts[name].encode() for name in texts}
    for path in given:
        files[path] = given[path]
    return files


def zipped(payload=None, record=RECORD):
    """The bytes of the ZIP, as it is written."""
    given = PAYLOAD if payload is None else payload
    files, stream = files_of(given, record), ZipStream(takes, packed(given, record).folder)
    tags = [name for name in sorted(files) if name not in given]
    out = b""
    for name in sorted(given) + tags:
        out += stream.header(name, len(files[name]), binascii.crc32(files[name])) + files[name]
    return out + b"".join(stream.end())


def hashes(files):
    """Path -> SHA-256."""
    return {path: sha256_of(files[path]) for path in files}
