"""After the browser is closed nothing of a photo or its name is on the disk but what was saved."""

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import CARRIERS, Opener
from .drivers import LAUNCHERS, Browser
from .photos import HEIGHT, SENTINELS, SOURCE_NAME, WIDTH, clinical_photo
from .traces import found_on_disk

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", sorted(LAUNCHERS))
def test_the_profile_holds_no_trace_of_the_photo(
    launch: Callable[[str], Browser], opener: Opener, tmp_path: Path, name: str
) -> None:
    browser = launch(name)
    for carrier in CARRIERS:
        screen = opener(browser, carrier)
        screen.add(clinical_photo(tmp_path / SOURCE_NAME))
        screen.wait_shown(WIDTH, HEIGHT)
        screen.mark(110, 290, 280, 110)
    screen.save("Save image")
    browser.close()
    assert any(path.is_file() for path in browser.profile.rglob("*"))
    assert found_on_disk(browser.profile, SENTINELS) == []
