"""Makes the environment that the tests run in, outside the tree. Runs no test."""

import hashlib
import sys
from pathlib import Path

from app.build import system, tools
from app.build.places import cache_folder
from app.build.process import CommandFailed, run
from app.build.report import BuildError, say

REQUIREMENTS = Path(__file__).with_name("requirements.txt")


def test_python() -> Path:
    """Return the Python that runs the tests, on a machine that has what they drive.

    Raises BuildError when it cannot be made, or when a program of the system is missing and cannot
    be installed.
    """
    absent = system.missing(system.TEST_NEEDS)
    if absent:
        system.install(absent)
    return python()


def python() -> Path:
    """Return the Python of an environment that holds exactly `requirements.txt`; make it if needed.

    Raises BuildError when it cannot be made.
    """
    key = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode()).hexdigest()[:16]
    folder = cache_folder(f"tests-{key}")
    program = tools.make_venv(folder)
    complete = folder / ".complete"
    if not complete.exists():
        say(f"Installing the test environment in {folder} (about 200 MB) …")
        options = ["--disable-pip-version-check", "--no-input", "-q"]
        command = [str(program), "-m", "pip", "install", *options, "-r", str(REQUIREMENTS)]
        try:
            run(command, label="installing the test environment")
        except CommandFailed as error:
            raise BuildError(
                f"The test environment could not be installed: is the network there? ({error})"
            ) from error
        complete.touch()
    return program
