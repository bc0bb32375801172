"""Hands the engine the codecs that this Python has; tests of a codec it lacks are skipped."""

import sys

import pytest
from pixelseal.local import codecs as native

from tests.core.support import can_decode

if sys.platform == "emscripten":
    import js

    # The runner under node loads the page's own parts before the tests (tests/runtimes).
    if hasattr(js, "pixelsealCodecs"):
        from pixelseal.worker import install, install_jpeg

        install(js.pixelsealCodecs)
        install_jpeg(js.pixelsealJpeg)
else:
    native.register()


@pytest.fixture
def needs_avif() -> None:
    """Skip where no AVIF can be read."""
    if not can_decode("avif"):
        pytest.skip("this Python has no AVIF codec")


@pytest.fixture
def needs_heic() -> None:
    """Skip where no HEIC can be read."""
    if not can_decode("heic"):
        pytest.skip("pillow-heif is not installed here")
