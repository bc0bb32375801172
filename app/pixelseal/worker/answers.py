"""A request's arguments, and its answer as the page gets it. Errors become stable codes with
bounded values: no traceback and no text from a file leaves the worker.
"""

from typing import Any

import js
from pixelseal.core.base.errors import PixelsealError
from pixelseal.model import protocol
from pyodide.ffi import to_js

# A value for the page and the buffers that belong to it.
Answer = tuple[dict[str, Any], list[bytes]]


def arguments(args: str) -> dict[str, Any]:
    """A request's arguments; ValueError if the text is not a JSON object."""
    untrusted = protocol.decode(args)
    if not isinstance(untrusted, dict):
        raise ValueError("no arguments")
    return untrusted


def given(answer: Answer) -> Any:
    """A JavaScript object {ok, value, buffers}."""
    value, buffers = answer
    return as_object({"ok": True, "value": protocol.encode(value), "buffers": buffers})


def refused(error: Exception) -> Any:
    """A JavaScript object {ok, code, values}."""
    values: dict[str, Any] = {}
    if isinstance(error, PixelsealError):
        code, values = error.code, error.values
    elif isinstance(error, MemoryError):
        code = "out-of-memory"
    else:
        # An internal error. Its text may quote the file, so only the code is returned.
        code = protocol.UNKNOWN
    return as_object({"ok": False, "code": code, "values": values, "buffers": []})


def as_object(fields: dict[str, Any]) -> Any:
    """A JavaScript object."""
    return to_js(fields, dict_converter=js.Object.fromEntries)
