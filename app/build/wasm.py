"""Takes the first content of the memory out of WebAssembly modules. Knows no engine.

Source: WebAssembly Core Specification 2.0, section 5.5 (binary format of modules).
"""

_DATA, _DATA_COUNT = 11, 12
_HEADER = 8  # magic and version


def without_data(module: bytes) -> bytes:
    """`module` with an empty data section: its memory is filled from elsewhere.

    Code that asks for a segment by itself would make the module invalid: no engine compiles it.
    """
    out = bytearray(module[:_HEADER])
    at = _HEADER
    while at < len(module):
        kind = module[at]
        size, start = _leb128(module, at + 1)
        empty = kind in (_DATA, _DATA_COUNT)
        out += bytes((kind, 1, 0)) if empty else module[at : start + size]
        at = start + size
    return bytes(out)


def _leb128(data: bytes, at: int) -> tuple[int, int]:
    """An unsigned number in LEB128 and where it ends."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at
