"""Turns a checked PNG into one that every decoder reads: its picture, and IEND. Decodes nothing.

PNG, sections 5.3, 11.2 and 11.3.2. Decoders differ on files without IEND, and on malformed texts
and other ancillary chunks: given the picture alone, they agree.
"""

_SIGNATURE = 8
_END = bytes(4) + b"IEND" + bytes.fromhex("ae426082")
_PICTURE = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT"))


def mended(untrusted_png: bytes) -> bytes:
    """The chunks of the picture, up to IEND or the last complete one, and an IEND."""
    parts, at = [untrusted_png[:_SIGNATURE]], _SIGNATURE
    while at + 12 <= len(untrusted_png):
        end = at + 12 + int.from_bytes(untrusted_png[at : at + 4], "big")
        name = untrusted_png[at + 4 : at + 8]
        if end > len(untrusted_png) or name == b"IEND":
            break
        if name in _PICTURE:
            parts.append(untrusted_png[at:end])
        at = end
    return b"".join([*parts, _END])
