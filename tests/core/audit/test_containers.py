"""In every format a clean output passes, nothing may follow its end, and no end may be missing."""

import pytest

from tests.core.audit.outputs import (
    CODINGS,
    SENTINEL,
    expected,
    failures,
    output,
)


@pytest.mark.parametrize("name", CODINGS)
@pytest.mark.parametrize("gray", [False, True])
def test_a_clean_output_passes_every_check(name, gray):
    assert failures(output(name, gray), expected(name, gray)) == set()


@pytest.mark.parametrize("name", CODINGS)
@pytest.mark.parametrize("extra", [b"\0", SENTINEL])
def test_bytes_after_the_end(name, extra):
    assert "nothing-else" in failures(output(name) + extra, expected(name))


@pytest.mark.parametrize("name", CODINGS)
def test_every_prefix_is_refused(name):
    whole = output(name)
    for length in range(0, len(whole), max(1, len(whole) // 60)):
        assert failures(whole[:length], expected(name)), length
