"""The page's JavaScript modules, by the names under which they are imported. Writes no page."""

import re
from pathlib import Path

from app.build.report import BuildError

SCRIPTS = (
    "alike",
    "arriving",
    "blocks",
    "boot",
    "carrier",
    "copy",
    "crc32",
    "dead",
    "engine",
    "hex",
    "micropython",
    "offline",
    "pack",
    "pool",
    "proof",
    "reports",
    "seal",
    "shown",
    "strip",
    "supply",
    "ways",
)
# PyScript's plugins, each switched off by name: the page uses its MicroPython alone. The chunk
# called error is loaded nevertheless, to keep PyScript's messages off the page.
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
# Of PyScript: its interpreter is a module of the page's, not an address; and its Python library,
# none of which the page uses, is not compiled again at each start (docs/adr/0024-one-script.md).
# Its second copy of both, for workers, is text and stays. Nor does it search everything that is
# ever added to the page for scripts and for attributes with Python in them: there is one script,
# which stands before PyScript (docs/adr/0047-first-use.md).
_CORE = (
    ("module:import(o)", 'module:import("pixelseal/micropython")'),
    ('"mpy"===t?Ao.replace(bo,""):Ao', '""'),
    ("e.observe(t,{childList:!0,subtree:!0,attributes:!0}),t", "t"),
    ("As=e=>{if(fn.length)", "As=e=>{if(!1)"),
)
# Of MicroPython's loader: it takes a compiled module instead of fetching one, and is no program.
_LOADER = (
    ("let Module={locateFile:", "let Module={instantiateWasm:options.instantiateWasm,locateFile:"),
)
_PROGRAM = re.compile(
    r'if\((globalThis\.loadMicroPython=loadMicroPython),"object"==typeof process'
    r".*?(?=class PyProxy\{)",
    re.DOTALL,
)


def modules_of(tree: Path, vendor: Path) -> dict[str, str]:
    """Name -> source: our own modules from `tree`, PyScript's and MicroPython's from `vendor`."""
    found = {
        f"pixelseal/{name}": (tree / f"static/{name}.js").read_text("utf-8") for name in SCRIPTS
    }
    loader, programs = _PROGRAM.subn(r"\1;", (vendor / "micropython.mjs").read_text("utf-8"))
    if programs != 1:
        raise BuildError("micropython.mjs does not end as its pinned version does.")
    found["micropython"] = _changed(loader, _LOADER)
    found["pyscript"] = _bare_names((vendor / "core.js").read_text("utf-8"))
    for name in CHUNKS:
        chunk = next(vendor.glob(f"{name}-????????.js")).read_text("utf-8")
        found[f"pyscript/{name}"] = _bare_names(chunk)
    found["pyscript/core"] = _changed(found["pyscript/core"], _CORE)
    return found


def _changed(source: str, changes: tuple[tuple[str, str], ...]) -> str:
    """`source` with the first of each old text changed to the new one; BuildError without one."""
    for old, new in changes:
        if old not in source:
            raise BuildError(f"A script of the page no longer has what the build changes: {old}")
        source = source.replace(old, new, 1)
    return source


def _bare_names(source: str) -> str:
    """`source`, one of PyScript's chunks; the names of others have neither hash nor folder."""
    return re.sub(r'(["\'])\./([\w-]+?)-[\w-]{8}\.js\1', r"\1pyscript/\2\1", source)
