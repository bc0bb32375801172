"""A plugin of mypy for the rooms that MicroPython alone runs: there `"object"` means unchecked.

MicroPython has no `typing`, and what the page handles comes from JavaScript: elements, events,
Blobs. Such a value is annotated `"object"`, and mypy would refuse each use of it. With this it is
`Any` there and in no other room; whatever has a type of its own is checked as everywhere.
"""

from collections.abc import Callable

from mypy.plugin import AnalyzeTypeContext, Plugin
from mypy.types import AnyType, Type, TypeOfAny

ROOMS = ("pixelseal.ui.", "pixelseal.bench.")


class MicroPythonPlugin(Plugin):
    """See the module."""

    def get_type_analyze_hook(self, fullname: str) -> Callable[[AnalyzeTypeContext], Type] | None:
        """Hear of each `object` that is a type."""
        return _analyzed if fullname == "builtins.object" else None


def _analyzed(context: AnalyzeTypeContext) -> Type:
    module = getattr(getattr(context.api, "api", None), "cur_mod_id", "")
    if module.startswith(ROOMS):
        return AnyType(TypeOfAny.explicit)
    return context.api.named_type("builtins.object", [])


def plugin(_version: str) -> type[Plugin]:
    """What mypy asks for."""
    return MicroPythonPlugin
