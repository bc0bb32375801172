"""The engine's door inside Pyodide: turns one request into one answer. Holds no state.

The only module that meets JavaScript. Errors leave it as stable codes with bounded values: no
traceback and no text out of a file crosses to the page.
"""

from collections.abc import Callable
from typing import Any

import js
from pyodide.ffi import JsBuffer, to_js

from app.core import engine
from app.core.errors import PixelsealError, RecipeRefused
from app.core.record import private_record
from app.model import protocol
from app.model.recipe import RecipeError, parse_object

# A value for the page and the bytes that go with it.
Answer = tuple[dict[str, Any], list[bytes]]


def _inspect(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    return engine.inspect(sources[0]).to_dict(), []


def _preview(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    preview = engine.preview(sources[0])
    return {"scale": preview.scale}, [preview.png]


def _redact(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    try:
        recipe = parse_object(args["recipe"])
    except RecipeError as error:
        raise RecipeRefused(error.code, **error.values) from None
    done = engine.redact(sources[0], recipe, label=args["label"], build=build)
    record = private_record(done.record_facts, source_name=args["source_name"], made=args["made"])
    value = {
        "name": done.name,
        "extension": done.extension,
        "sha256": done.sha256,
        "certificate": done.certificate,
        "record": record,
        "report": done.report.to_dict(),
    }
    return value, [done.output]


def _verify(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    return engine.verify(sources[0], sources[1]).to_dict(), []


def _collect(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    return {}, [engine.collect(zip(args["names"], sources, strict=True))]


OPERATIONS: dict[str, Callable[[dict[str, Any], list[bytes], str], Answer]] = {
    protocol.INSPECT: _inspect,
    protocol.PREVIEW: _preview,
    protocol.REDACT: _redact,
    protocol.VERIFY: _verify,
    protocol.COLLECT: _collect,
}


def handle(op: str, args: str, sources: "list[JsBuffer]", build: str) -> Any:
    """Answer request `op` with a JavaScript object {ok, value, buffers} or {ok, code, values}.

    `build` is the hash of the pack that this engine came in, as the page found it.
    """
    try:
        untrusted = protocol.decode(args)
        value, buffers = OPERATIONS[op](untrusted, [item.to_bytes() for item in sources], build)
        message = {"ok": True, "value": protocol.encode(value), "buffers": buffers}
    except PixelsealError as refusal:
        message = {"ok": False, "code": refusal.code, "values": refusal.values, "buffers": []}
    except MemoryError:
        message = {"ok": False, "code": "out-of-memory", "values": {}, "buffers": []}
    except Exception:
        # A fault of ours. Its text may quote the file, so nothing but the code goes out.
        message = {"ok": False, "code": protocol.UNKNOWN, "values": {}, "buffers": []}
    return to_js(message, dict_converter=js.Object.fromEntries)
