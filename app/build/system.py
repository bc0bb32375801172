"""Installs packages of the operating system where it may (root with apt-get), else names them."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.build.process import CommandFailed, run
from app.build.report import BuildError, say

# Mirrors answer with an error now and then; a second or third try is cheap.
ATTEMPTS = 3


@dataclass(frozen=True)
class Need:
    """One package and the programs that show it is there: any of them will do."""

    package: str
    programs: tuple[str, ...]


TEST_NEEDS = (
    Need("chromium", ("chromium",)),
    Need("firefox-esr", ("firefox-esr", "firefox")),
    Need("webkit2gtk-driver", ("WebKitWebDriver",)),
    Need("xvfb", ("Xvfb",)),
    Need("xauth", ("xauth",)),
    Need("libimage-exiftool-perl", ("exiftool",)),
    Need("mat2", ("mat2",)),
    Need("pngcheck", ("pngcheck",)),
)


def missing(needs: Sequence[Need]) -> list[str]:
    """Return the packages among `needs` of which no program is on PATH."""
    return [
        need.package
        for need in needs
        if not any(
            shutil.which(program) or Path("/usr/bin", program).exists() for program in need.programs
        )
    ]


def install(packages: Sequence[str]) -> None:
    """Install `packages` with apt-get; raise BuildError naming them where that is not possible."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise BuildError(
            f"These packages are missing and only an administrator can install them: {names} "
            "(their Debian names; on Debian: apt-get install …)."
        )
    say(f"Installing from the system's packages: {names} …")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (
        ["apt-get", "update", "-q"],
        ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages],
    )
    for attempt in range(1, ATTEMPTS + 1):
        try:
            for step in steps:
                run(step, label="installing packages", env=environment)
            return
        except CommandFailed as error:
            if attempt == ATTEMPTS:
                raise BuildError(
                    f"The system's packages {names} could not be installed ({error})."
                ) from error
            say(f"  … trying again ({error})")
