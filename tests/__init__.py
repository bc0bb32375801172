"""All tests. Lets a program that a test starts, and `python -m tests.…`, find the package."""

import sys
from pathlib import Path

_PACKAGES = str(Path(__file__).resolve().parents[1] / "app")
if _PACKAGES not in sys.path:
    sys.path.insert(0, _PACKAGES)
