"""Whatever the bytes are, each reader answers or refuses: 2,400 altered files per run.

Longer: `python -m tests.fuzz SECONDS`. What once broke a reader is run again here.
"""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import CRASHERS, TARGETS, changed, seeds

INPUTS = 400  # a target and run


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_pass(name: str):
    for seed in seeds(name):
        TARGETS[name](seed)


@pytest.mark.parametrize("name", TARGETS)
def test_changed_files_are_answered_or_refused(name: str):
    @settings(max_examples=INPUTS if settings().max_examples > 15 else 15)
    @given(st.randoms(use_true_random=False), st.sampled_from(range(len(seeds(name)))))
    def run(chance: random.Random, number: int) -> None:
        TARGETS[name](changed(seeds(name)[number], chance))

    run()


@pytest.mark.parametrize("name", TARGETS)
def test_what_once_broke_a_reader(name: str):
    for path in sorted((CRASHERS / name).glob("*")):
        TARGETS[name](path.read_bytes())
