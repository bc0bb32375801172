"""Every way out of the sealed page is tried; a server's log and UDP ears tell what got out.

The control runs the same attacks on a page without a policy: what does not arrive there, in a
given browser, is not proven by its absence on the sealed page either, and stands in UNPROVEN.

What is counted is requests. A browser may still open a TCP connection and send nothing through it:
on `<link rel=preconnect>` (all three), and in Chromium for a frame or a form before it is refused.
Such a connection tells a host that it was opened, and no more.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .drivers import LAUNCHERS, Browser
from .product import Screen, with_photo
from .redteam import PATIENCE_MS, Attempt, attack
from .server import Server, serve

pytestmark = pytest.mark.browser
UNUSED_BROWSER = True  # no worker of an earlier visit asks its host for news

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


# What a script within the page could do when someone clicks: another window, whose address it
# chooses. No policy of the page covers that; the header that docs/hosting.md advises does.
CLICKS = {
    "link": "const a = document.createElement('a'); a.href = url; a.target = '_blank'; a.click();",
    "link-in-page": "const a = document.createElement('a'); a.href = url; a.target = 'other';"
    "document.body.append(a); a.click();",
    "area": "const a = document.createElement('area'); a.href = url; a.target = '_blank';"
    "document.body.append(a); a.click();",
    "open": "window.open(url);",
    "blank-open": "const f = document.createElement('iframe'); document.body.append(f);"
    "f.contentWindow.open(url);",
    "form": "const f = document.createElement('form'); f.action = url; f.target = '_blank';"
    "document.body.append(f); f.submit();",
}
PLANT = """(attack, url) => {
  const button = document.createElement('button');
  button.textContent = 'Planted';
  button.style = 'position: fixed; z-index: 99; top: 0; left: 0; width: 9rem; height: 4rem';
  button.onclick = () => { try { attacks[attack](url); } catch { } };
  document.body.prepend(button);
}"""
SANDBOX = "sandbox allow-scripts allow-same-origin allow-downloads allow-modals"
# Where a window opens and asks the server. A form's address is covered by the policy.
CLICK_GAPS = {
    "chromium": {"link", "link-in-page", "area", "blank-open"},
    "firefox": {"link", "link-in-page", "area", "blank-open"},
    "webkit": {"link", "link-in-page", "area", "blank-open"},
}


def clicked(browser: Browser, server: Server) -> set[str]:
    """Which of CLICKS reached the server, each after a real click on a fresh page."""
    attacks = ", ".join(f"'{name}': url => {{ {code} }}" for name, code in CLICKS.items())
    reached = set()
    for name in CLICKS:
        browser.open(server.url)
        Screen(browser, "hosted").wait_sealed()
        url = f"{server.origin}/leak/click/{name}"
        browser.evaluate(PLANT.replace("attacks[", f"({{ {attacks} }})["), name, url)
        browser.click("button", "Planted")
        browser.evaluate(f"() => new Promise(done => setTimeout(done, {PATIENCE_MS}))")
        if any(event.path.startswith(f"/leak/click/{name}") for event in server.requests()):
            reached.add(name)
    return reached


@pytest.mark.parametrize("name", sorted(LAUNCHERS))
def test_a_click_opens_no_window_where_the_host_says_sandbox(
    launch: Callable[[str], Browser], site: Server, tmp_path: Path, name: str
) -> None:
    browser = launch(name)
    site.headers = {"Content-Security-Policy": SANDBOX}
    assert clicked(browser, site) == set()
    screen = with_photo(Screen(browser, "hosted"), tmp_path)
    screen.wait_engine()
    screen.mark(60, 60, 120, 80)
    assert screen.save("Save image").stat().st_size > 0


@pytest.mark.parametrize("name", sorted(LAUNCHERS))
def test_what_a_planted_script_reaches_by_a_click_is_known(
    launch: Callable[[str], Browser], site: Server, name: str
) -> None:
    assert clicked(launch(name), site) == CLICK_GAPS[name]
