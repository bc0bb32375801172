"""Bytes as text within an HTML file, one character each. Reads no file; static/blocks.js reads it.

The file declares windows-1252, in which each of the 256 bytes is one character (WHATWG Encoding,
section 9.1). The HTML parser changes two, NUL and CR, and could see a tag in `<`; those three and
`=` itself are written as `=` and the byte plus 64 (as in yEnc). Base64 takes a third more than the
bytes, this a sixtieth.
"""

CHARSET = "windows-1252"
_ESCAPED = (0x00, 0x0D, ord("<"), ord("="))
_ESCAPE, _SHIFT = b"=", 64
# The time of WebKit's parser is quadratic in a text's length: 10 MB in one element took 11 s, in
# elements of about this many characters 0.3 s.
BLOCK = 65_536  # bytes


def as_text(data: bytes) -> bytes:
    """`data` as written in the file."""
    out = data.replace(_ESCAPE, _ESCAPE + bytes((_ESCAPE[0] + _SHIFT,)))
    for byte in _ESCAPED:
        if byte != _ESCAPE[0]:
            out = out.replace(bytes((byte,)), _ESCAPE + bytes((byte + _SHIFT,)))
    return out


def elements(name: str, data: bytes) -> str:
    """`data` in inert elements; its characters are the bytes of the file."""
    open_tag = f'<script type="application/octet-stream" data-part="{name}">'
    parts = (as_text(data[at : at + BLOCK]) for at in range(0, len(data), BLOCK))
    return "".join(f"{open_tag}{part.decode('latin-1')}</script>" for part in parts)
