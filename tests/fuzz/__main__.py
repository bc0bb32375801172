"""Fuzzes for a while: python -m tests.fuzz [SECONDS] [TARGET ...]; all targets by default.

Prints how many inputs each target took. An input that breaks a target is kept in
`tests/fuzz/crashers/TARGET/`, where the test run takes it up.
"""

import hashlib
import random
import sys
import time
import traceback

from tests.fuzz.targets import CRASHERS, TARGETS, changed, seeds


def fuzz(name: str, seconds: float, seed: int) -> tuple[int, int]:
    """(inputs, crashes) of one target within the time."""
    chance, target = random.Random(seed), TARGETS[name]
    inputs = crashes = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        data = changed(chance.choice(seeds(name)), chance)
        inputs += 1
        try:
            target(data)
        except Exception:  # any: that is what is looked for
            crashes += 1
            folder = CRASHERS / name
            folder.mkdir(parents=True, exist_ok=True)
            (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
            print(traceback.format_exc(limit=-3), flush=True)
    return inputs, crashes


def main(arguments: list[str]) -> int:
    """Return 1 if anything crashed."""
    seconds = float(arguments[0]) if arguments else 60.0
    names = arguments[1:] or list(TARGETS)
    failed = 0
    for name in names:
        inputs, crashes = fuzz(name, seconds / len(names), seed=time.time_ns())
        print(f"{name}: {inputs} inputs, {crashes} crashes", flush=True)
        failed += crashes
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
