"""Builds, serves and tests Pixelseal (`python3 build.py --help`); needs the standard library alone.

Only checks the Python version here, so that an old Python gets a sentence and no traceback: the
work is in `app/build`.
"""

import sys
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit(
        "Pixelseal is built with Python 3.11 or later; this is Python %d.%d." % sys.version_info[:2]
    )

# The page's words are a part of the package, which lies one folder further down.
sys.path.insert(0, str(Path(__file__).parent / "app"))

from app.build.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
