"""Which files of tests get a browser that others had before; no real browser runs here."""

from pathlib import Path

import pytest

from . import kept
from .drivers import Browser, BrowserDied
from .kept import FILES, Kept


class Fake(Browser):
    def __init__(self, folder: Path) -> None:
        self.profile = folder
        self.open_still = True
        self.dead = False
        self.size = (1, 1)

    def set_viewport(self, width: int, height: int) -> None:
        if self.dead:
            raise BrowserDied("it died")
        self.size = (width, height)

    def close(self) -> None:
        self.open_still = False


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Kept:
    monkeypatch.setattr(kept, "LAUNCHERS", {"webkit": Fake, "chromium": Fake})
    return Kept(tmp_path.joinpath)


def test_a_few_files_share_one_and_then_it_is_another(pool: Kept) -> None:
    given = []
    for _file in range(FILES + 1):
        given.append(pool.browser("webkit"))
        pool.leave("webkit", unhurt=True)
    first, last = given[0], given[-1]
    assert isinstance(first, Fake) and isinstance(last, Fake)
    assert all(one is first for one in given[:FILES]) and last is not first
    assert not first.open_still and last.open_still
    assert first.size == kept.VIEWPORT, "each file begins with the usual window"
    pool.close()
    assert not last.open_still


@pytest.mark.parametrize("why", ["a test failed", "it died", "it has to be alone"])
def test_the_next_file_has_another_after(pool: Kept, why: str) -> None:
    name = "chromium" if why == "it has to be alone" else "webkit"
    before = pool.browser(name)
    assert isinstance(before, Fake)
    before.dead = why == "it died"
    pool.leave(name, unhurt=why != "a test failed")
    assert pool.browser(name) is not before
    assert not before.open_still
