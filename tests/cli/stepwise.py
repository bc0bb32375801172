"""The command line in a process that is led step by step: reports each step and waits to go on.

Started by tests as `python -m tests.cli.stepwise STEP WORDS…`. At each step of the named kind it
writes a line to the file descriptor of TELLS and waits for a byte from that of WAITS:

* `engine`: an image is being made;
* `writing`: its record and certificate are written, the image is not.
"""

import os
import sys
from typing import Any

from pixelseal.cli.main import main
from pixelseal.core import engine
from pixelseal.local import files

TELLS, WAITS = "PIXELSEAL_TELLS", "PIXELSEAL_WAITS"


def step(name: str) -> None:
    os.write(int(os.environ[TELLS]), name.encode() + b"\n")
    os.read(int(os.environ[WAITS]), 1)


def lead(at: str) -> None:
    redact, write_new = engine.redact, files.write_new

    def led_redact(*words: Any, **named: Any) -> engine.Redaction:
        step("engine")
        return redact(*words, **named)

    def led_write_new(path: Any, *words: Any) -> None:
        if path.suffix not in (".json", ".txt"):
            step("writing")
        write_new(path, *words)

    if at == "engine":
        engine.redact = led_redact
    else:
        files.write_new = led_write_new


if __name__ == "__main__":
    lead(sys.argv[1])
    sys.exit(main(sys.argv[2:]))
