"""The engine's door inside Pyodide: turns one request into one answer. Holds no state.

The only module that meets JavaScript. Errors leave it as stable codes with bounded values: no
traceback and no text out of a file crosses to the page.
"""

import json
from collections.abc import Callable
from typing import Any

import js
from pyodide.ffi import JsBuffer, to_js

from app.core import engine
from app.core.errors import PixelsealError
from app.core.record import private_record
from app.model import recipe as recipes

# A value for the page and the bytes that go with it.
Answer = tuple[dict[str, Any], list[bytes]]


def _inspect(args: dict[str, Any], sources: list[bytes]) -> Answer:
    return engine.inspect(sources[0]).to_dict(), []


def _preview(args: dict[str, Any], sources: list[bytes]) -> Answer:
    png, scale = engine.preview(sources[0])
    return {"scale": scale}, [png]


def _redact(args: dict[str, Any], sources: list[bytes]) -> Answer:
    return {}, []


def _verify(args: dict[str, Any], sources: list[bytes]) -> Answer:
    return engine.verify(sources[0], sources[1]).to_dict(), []


def _collect(args: dict[str, Any], sources: list[bytes]) -> Answer:
    return {}, [engine.collect(list(zip(args["names"], sources, strict=True)))]


OPERATIONS: dict[str, Callable[[dict[str, Any], list[bytes]], Answer]] = {
    "inspect": _inspect,
    "preview": _preview,
    "redact": _redact,
    "verify": _verify,
    "collect": _collect,
}


def handle(op: str, args: str, sources: "list[JsBuffer]") -> Any:
    """Answer request `op` with a JavaScript object {ok, value, buffers} or {ok, code, values}."""
    try:
        value, buffers = OPERATIONS[op](json.loads(args), [source.to_bytes() for source in sources])
        message = {"ok": True, "value": json.dumps(value), "buffers": buffers}
    except PixelsealError as refusal:
        message = {"ok": False, "code": refusal.code, "values": refusal.values, "buffers": []}
    except MemoryError:
        message = {"ok": False, "code": "out-of-memory", "values": {}, "buffers": []}
    return to_js(message, dict_converter=js.Object.fromEntries)
