"""Makes the pack from which the hosted page assembles its offline copies. Writes nothing.

What the page holds in memory anyway (engine, MicroPython, parts) is left out; the rest is here
(docs/adr/0016-offline.md):

* `files/<path>`: each small file of the site;
* `index.json`: the site's index.html, as the text before and the text behind its facts;
* `<name>.json`: each saved file as a list of pieces: a text; `{"file"}`, that file as it is; or
  `{"part", "before", "after", "size"}`, that many bytes of a part at a time, as text
  (app/build/blocks.py), each between two texts.
"""

import json

from app.build.blocks import BLOCK
from app.build.pack import compressed, joined


def copy_pack(
    files: dict[str, bytes],
    index: tuple[str, str],
    saved: dict[str, str],
    embedded: dict[str, str],
) -> bytes:
    """The pack, gzipped. `embedded` has the text in `saved` that stands for each part."""
    entries = {f"files/{path}": data for path, data in files.items()}
    entries["index.json"] = json.dumps(index).encode()
    for name, text in saved.items():
        pieces = _pieces(text, files, embedded)
        entries[f"{name}.json"] = json.dumps(pieces, sort_keys=True).encode()
    return compressed(joined(entries))


def _pieces(saved: str, files: dict[str, bytes], embedded: dict[str, str]) -> list[object]:
    pieces: list[object] = [saved]
    for name, text in embedded.items():
        pieces = _split(pieces, text, _blocks(name, text))
    for path, data in files.items():
        pieces = _split(pieces, data.decode("latin-1"), {"file": f"files/{path}"})
    return pieces


def _split(pieces: list[object], text: str, name: object) -> list[object]:
    """`pieces` with `name` wherever `text` stands in one of them."""
    found: list[object] = []
    for piece in pieces:
        if not isinstance(piece, str) or text not in piece:
            found.append(piece)
            continue
        before, *rest = piece.split(text)
        found.append(before)
        for after in rest:
            found += [name, after]
    return found


def _blocks(name: str, text: str) -> dict[str, str | int]:
    """How `elements` of app.build.blocks wrote a part, told from its first element."""
    before, _, rest = text.partition(">")
    _content, after, _ = rest.partition("</script>")
    return {"part": name, "before": f"{before}>", "after": after, "size": BLOCK}
