# The global names of JavaScript, as Pyodide and MicroPython hand them to Python: all of a browser.
from typing import Any

def __getattr__(name: str) -> Any: ...
