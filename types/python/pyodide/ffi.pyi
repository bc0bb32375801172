# Pyodide's door to JavaScript (pyodide.org, "pyodide.ffi").
from collections.abc import Callable, Iterable
from typing import Any

class JsException(Exception): ...

class JsBuffer:
    def to_bytes(self) -> bytes: ...

def to_js(
    obj: object,
    /,
    *,
    dict_converter: Callable[[Iterable[tuple[str, Any]]], object] | None = None,
) -> Any: ...
