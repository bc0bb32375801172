"""The page's JavaScript modules, by their names in the import map. Writes no page."""

import re
from pathlib import Path

SCRIPTS = (
    "arriving",
    "blocks",
    "boot",
    "carrier",
    "copy",
    "engine",
    "offline",
    "pack",
    "pool",
    "seal",
    "supply",
)
# PyScript's plugins, each switched off by name: the page uses its MicroPython alone. The chunk
# called error is loaded even so, to keep PyScript's messages off the page.
PLUGINS = (
    "codemirror",
    "deprecations-manager",
    "donkey",
    "error",
    "py-editor",
    "py-game",
    "py-terminal",
)
CHUNKS = ("core", "error")
# All modules at once, so that a browser gets none of them only after another one was read. But not
# those that PyScript imports late: WebKit would wait for them for ever.
_EAGER = ("pyscript/core", "pyscript", "micropython", *(f"pixelseal/{name}" for name in SCRIPTS))
START = "".join(f"import '{name}';" for name in _EAGER)
# The same in a script that runs at once. One of modules that is `async` holds up the page's load,
# and WebKit's then never ends.
EARLY_START = "".join(f"import('{name}');" for name in _EAGER)


def modules_of(tree: Path, vendor: Path) -> dict[str, str]:
    """Name -> source: our own modules from `tree`, PyScript's and MicroPython's from `vendor`."""
    found = {
        f"pixelseal/{name}": (tree / f"static/{name}.js").read_text("utf-8") for name in SCRIPTS
    }
    found["pixelseal/micropython"] = (tree / "static/micropython.js").read_text("utf-8")
    found["micropython"] = (vendor / "micropython.mjs").read_text("utf-8")
    found["pyscript"] = _without_map(_bare_names((vendor / "core.js").read_text("utf-8")))
    for name in CHUNKS:
        chunk = next(vendor.glob(f"{name}-????????.js"))
        found[f"pyscript/{name}"] = _without_map(_bare_names(chunk.read_text("utf-8")))
    return found


def _bare_names(source: str) -> str:
    """`source` (one of PyScript's chunks) with its relative imports turned into bare names.

    A module from a data: address has no base, so './x-HASH.js' cannot be resolved from it; the
    import map can resolve 'pyscript/x'.
    """
    return re.sub(r'(["\'])\./([\w-]+?)-[\w-]{8}\.js\1', r"\1pyscript/\2\1", source)


def _without_map(source: str) -> str:
    return re.sub(r"\n?//# sourceMappingURL=\S+\s*$", "\n", source)
