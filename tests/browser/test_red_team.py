"""Every way out of the sealed page is tried; a server's log and UDP ears tell what got out.

The control runs the same attacks on a page without a policy: what does not arrive there, in a
given browser, is not proven by its absence on the sealed page either, and stands in UNPROVEN.

What is counted is requests. A browser may still open a TCP connection and send nothing through it:
on `<link rel=preconnect>` (all three), and in Chromium for a frame or a form before it is refused.
Such a connection tells a host that it was opened, and no more.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .drivers import Browser
from .product import Screen
from .redteam import Attempt, attack
from .server import Server, serve

pytestmark = pytest.mark.browser

# Attacks that a browser does not carry out even on an open page (a feature it lacks, mostly).
UNPROVEN = {
    "chromium": {"page/prerender.html"},
    "firefox": {
        "page/fetch-later",
        "page/manifest.json",
        "page/prefetch",
        "page/prefetch-document.html",
        "page/prerender.html",
    },
    "webkit": {
        "page/fetch-later",
        "page/icon.png",
        "page/manifest.json",
        "page/prefetch",
        "page/prefetch-document.html",
        "page/prerender.html",
        "page/track.vtt",
    },
}
# Told by UDP, not by the server's log.
BY_DATAGRAM = {"media/rtc", "media/blank-rtc", "page/webtransport", "worker/webtransport",
               "worker-nested/webtransport"}  # fmt: skip
EARS = {
    "chromium": {"rtc", "blank-rtc", "quic", "worker-quic"},
    "firefox": {"rtc", "blank-rtc", "quic", "worker-quic"},
    "webkit": set(),  # MiniBrowser has neither WebRTC nor WebTransport
}
# What the seal does not stop (docs/threat-model.md): WebRTC's constructor out of a blank frame,
# where the browser has WebRTC. Equality below tells when a gap closes, too.
KNOWN_GAPS: dict[str, set[str]] = {
    "chromium": {"blank-rtc"},
    "firefox": {"blank-rtc"},
    "webkit": set(),
}
PLACES = {"page", "media", "worker", "worker-nested"}


def heard(attempt: Attempt) -> set[str]:
    return {name for name, count in attempt.datagrams.items() if count}


@pytest.fixture
def witness(tmp_path: Path) -> Iterator[Server]:
    empty = '<!doctype html><link rel="icon" href="data:,"><title>open</title><body></body>'
    (tmp_path / "index.html").write_text(empty, "utf-8")
    with serve(tmp_path) as server:
        yield server


def test_control_the_attacks_reach_the_server_from_an_open_page(
    browser: Browser, witness: Server
) -> None:
    browser.open(witness.url)
    attempt = attack(browser, witness)
    assert set(attempt.answers) == PLACES
    missing = attempt.made - attempt.arrived - BY_DATAGRAM
    assert missing <= UNPROVEN[browser.name], attempt.answers
    assert len(attempt.arrived) > 80
    assert heard(attempt) == EARS[browser.name]
    assert attempt.preconnects


def test_nothing_leaves_the_sealed_page(screen: Screen, hosted: Server) -> None:
    # The page's own host is what the page could reach most easily before the seal.
    before = hosted.asked_by_pages()
    attempt = attack(screen.browser, hosted)
    assert set(attempt.answers) == PLACES
    assert len(attempt.made) > 70
    assert attempt.arrived == frozenset()
    assert hosted.asked_by_pages() == before
    assert heard(attempt) == KNOWN_GAPS[screen.browser.name]
