"""`python -m app` is the command line, run from a checkout. Does nothing else."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pixelseal.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
