"""The page's Python does not look for garbage after each event, but does where it is told to.

MicroPython for the web does so by itself whenever 16 KiB were taken: with thousands of images each
event, each slice of long work and each answer of the engine would take 20 ms more.
"""

import json
from pathlib import Path

from app.build import vendor

from .node import run_job
from .test_micropython import _compiled

GARBAGE = 20_000 * 16  # bytes at least: a list of one takes more


def test_an_event_leaves_its_garbage_until_there_is_more_or_the_page_tidies(tmp_path: Path) -> None:
    job = {"vendor": str(vendor.fetch()), "compiled": _compiled()}
    held = json.loads(run_job("collecting.mjs", job, tmp_path).stdout.splitlines()[-1])
    assert held["after"] - held["before"] > GARBAGE
    assert held["tidied"] - held["before"] < GARBAGE / 10
