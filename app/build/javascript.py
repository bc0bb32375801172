"""Checks the JavaScript: types with TypeScript's compiler, exports for unused ones.

Changes nothing and builds nothing. The types are in JSDoc in the code; what the scripts use but do
not define is declared in `types/`, with one project per runtime (docs/adr/0035-checks.md).
"""

import hashlib
import re
import tarfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from app.build import tools, vendor
from app.build.places import ROOT, cache_folder
from app.build.process import CommandFailed, run
from app.build.report import complain

TABLE = Path(__file__).with_name("typescript.toml")
PROJECTS = ("page", "worker", "service-worker", "build")
# Where each archive of the table is found by the compiler.
PLACES = {"typescript": "typescript", "types": "@types/node"}
# Used by a module that is not ours: PyScript.
ENTRIES = {("micropython", "loadMicroPython")}
_EXPORT = re.compile(
    r"^export (?:async )?(?:function\*?|class|const|let) (?:(\w+)|\{([^}]*)\})", re.M
)
_IMPORT = re.compile(r"^import (?:\{([^}]*)\} from )?'pixelseal/([\w-]+)'", re.M)


def passes(given: Path | None = None, tree: Path = ROOT) -> bool:
    """True if nothing is found in `tree`; findings are printed.

    `given` is a folder of the user's to look for the compiler's archives in first.

    Raises BuildError if the compiler is not available.
    """
    home = _compiler(given)
    with ThreadPoolExecutor(max_workers=2) as pool:
        found = [*pool.map(lambda project: _faults(home, tree, project), PROJECTS)]
    texts = [*filter(None, found), *unused_exports(tree / "static")]
    for text in texts:
        complain(text)
    return not texts


def unused_exports(folder: Path) -> Iterator[str]:
    """A sentence for each name that a module in `folder` exports and no other one imports."""
    exported: list[tuple[str, str]] = []
    imported = set(ENTRIES)
    for path in sorted(folder.glob("*.js")):
        text = path.read_text("utf-8")
        for one, several in _EXPORT.findall(text):
            exported += [(path.stem, name) for name in _names(one or several)]
        for names, module in _IMPORT.findall(text):
            imported |= {(module, name) for name in _names(names)}
    for module, name in exported:
        if (module, name) not in imported:
            yield f"static/{module}.js: nobody imports {name}"


def _names(listed: str) -> list[str]:
    return re.findall(r"\w+", listed)


def _faults(home: Path, tree: Path, project: str) -> str:
    """What the compiler says of one project; '' if it finds nothing."""
    command = [
        *(tools.node(), str(home / "node_modules/typescript/lib/tsc.js")),
        *("--project", str(tree / "types" / f"{project}.json"), "--pretty", "false"),
        *("--typeRoots", str(home / "node_modules/@types")),
    ]
    try:
        return run(command, label=f"checking the JavaScript of {project}", cwd=tree)
    except CommandFailed as error:
        return (error.output or str(error)).strip()


def _compiler(given: Path | None) -> Path:
    """The folder in which the compiler lies, unpacked from archives whose hashes were compared."""
    key = hashlib.sha256(TABLE.read_bytes()).hexdigest()[:16]
    home = cache_folder(f"tools-typescript-{key}")
    complete = home / ".complete"
    if not complete.exists():
        archives = vendor.fetch(given, TABLE)
        for package in vendor.packages(TABLE):
            for name in package.files:
                _unpack(archives / name, home / "node_modules" / PLACES[name.split("-")[0]])
        complete.touch()
    return home


def _unpack(archive: Path, target: Path) -> None:
    """Write the files of an npm archive, which all lie in one folder of it, below `target`."""
    with tarfile.open(archive) as opened:
        for member in opened:
            content = opened.extractfile(member) if member.isfile() else None
            if content is None:
                continue
            place = target / member.name.split("/", 1)[1]
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content.read())
