"""Names and texts of the messages between page and engine. Sends nothing itself.

A request is an operation, a JSON text of arguments and Blobs; an answer is a JSON text and
buffers; an error is a JSON text {"code", "values"} and nothing else: no traceback and no text from
a file crosses the boundary.
"""

import json

from pixelseal.model.json_pairs import joined

INSPECT = "inspect"  # [file] -> what the file is and carries
# [file], {"page", "bright"} -> {"same", "scale", "tiles": [[left, top, right, bottom]], "kind",
# "exact", "dim"}, [whole, thumbnail, the tiles]; {"same": True}, [] if the browser shows the same
# picture
PREVIEW = "preview"
THUMB = "thumb"  # [file], {"page"} -> {}, [a small picture of that page]
# [file], {"recipe", "page"} -> {"covers": [{"area", "box", "cells", "picture"} or None]}: each
# mosaic and blur as it will be saved (pixelseal.core.preview.softened)
SOFTEN = "soften"
# [file, policy], {"recipe", "review", "label", "source_name", "made", "page", "finding", "ahead"}
# -> result, [image]; "finding" as `model.finding.Finding.to_object` gives it, null or missing: no
# program looked. The policy's file may be missing: then there is none; "made" is the moment at
# which it must be in force. With "ahead", what it demands to be stated is asked for by CERTIFY.
REDACT = "redact"
# [image, policy], {"certificate", "record", "review", "finding", "made"} -> {"certificate",
# "record"}, for another review, under that policy; "finding" in place of what both state of it,
# which stays if it is null or missing
CERTIFY = "certify"
# [file] -> what Verify pairs it by (pixelseal.core.evidence.verify.Identity)
IDENTIFY = "identify"
VERIFY = (
    "verify"  # [image, certificate] -> the verdict (pixelseal.core.evidence.verify.Verification)
)
# [], {"facts", "recipe"} -> outlines of what is covered beyond what was drawn
# (pixelseal.core.cover.growth)
GROW = "grow"
# [file], {"page", "turn": {"quarter_turns", "mirror", "page"}} -> {"found": [`found`], "finders":
# [[name, version]]}: what may identify somebody, and nothing that was read. The finders' worker
# answers it, and nothing else.
FIND = "find"
# [], {"exercise"} -> {"sha256", "extension"}, [its file]: a drawn one (docs/practice.md)
PRACTICE = "practice"
# [], {"exercise", "recipes": {page: recipe}} -> {"planted": [{"kind", "page", "state"}],
# "needless", "spoiled"} (pixelseal.core.practice.assess)
ASSESS = "assess"
OPERATIONS = (
    INSPECT,
    PREVIEW,
    THUMB,
    SOFTEN,
    REDACT,
    CERTIFY,
    GROW,
    IDENTIFY,
    VERIFY,
    FIND,
    PRACTICE,
    ASSESS,
)

UNKNOWN = "engine-fault"
MAX_ERROR = 4096  # characters


def encode(value: "object") -> str:
    """JSON text of arguments or a result."""
    return json.dumps(value)


def decode(text: str) -> "object":
    """What `encode` was given; ValueError if the text is not JSON."""
    return json.loads(joined(text))


def decode_error(untrusted_text: str) -> "tuple[str, dict[str, int | str]]":
    """(code, values) of an error; UNKNOWN without values if it cannot be read."""
    start = untrusted_text.find("{")
    if start < 0 or len(untrusted_text) > MAX_ERROR:
        return UNKNOWN, {}
    try:
        # Some engines put the error's name before its message.
        untrusted = json.loads(joined(untrusted_text[start:]))
    except ValueError:
        return UNKNOWN, {}
    if not isinstance(untrusted, dict) or not isinstance(untrusted.get("code"), str):
        return UNKNOWN, {}
    values = untrusted.get("values")
    kept = {}
    if isinstance(values, dict):
        for key in values:
            if isinstance(key, str) and isinstance(values[key], (int, str)):
                kept[key] = values[key]
    return untrusted["code"], kept


def found(
    kind: str, box: "tuple[int, int, int, int]", confidence: float, reasons: "tuple[str, ...]"
) -> "dict[str, object]":
    """What a finder found (pixelseal.core.find.found.Found), as an answer to FIND holds it."""
    return {
        "kind": kind, "box": list(box), "confidence": confidence, "reasons": list(reasons),
    }  # fmt: skip
