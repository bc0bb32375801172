"""Once visited, the hosted page opens without its host: whole, of one build, sealed as ever."""

import shutil
from pathlib import Path

import pytest

from app.build import codec, vendor
from app.build.page import build_site

from .drivers import Browser
from .photos import SENTINELS
from .product import BOOT_SECONDS, Screen, with_photo
from .server import Server, serve

pytestmark = pytest.mark.browser

TREE = Path(__file__).resolve().parents[2]
STORED = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) found.push(url);
  return found;
}"""
MARK = "document.querySelector('#start-title').dataset.mark ?? 'old'"


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of another build: its page and its style are others."""
    folder = tmp_path_factory.mktemp("newer")
    tree = folder / "tree"
    for name in ("app", "static"):
        shutil.copytree(TREE / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    markup = (TREE / "index.html").read_text("utf-8")
    markup = markup.replace('<h2 id="start-title"', '<h2 id="start-title" data-mark="new"')
    (tree / "index.html").write_text(markup, "utf-8")
    with (tree / "static/style.css").open("a") as style:
        style.write("/* newer */\n")
    bytes_of_others = vendor.fetch()
    build_site(tree, bytes_of_others, codec.codec(tree, bytes_of_others), folder)
    return folder / "site"


def need_answers(browser: Browser) -> None:
    """Skip what is left where no service worker answers a page and the store does not last."""
    if browser.name == "webkit":
        pytest.skip(
            "WebKitGTK under automation empties the store and lets no service worker answer"
        )


def visit(browser: Browser, server: Server) -> Screen:
    browser.open(server.url)
    screen = Screen(browser, "hosted")
    screen.wait_sealed()
    return screen


def kept(screen: Screen) -> None:
    screen.browser.wait("window.pixelseal.kept", BOOT_SECONDS, "the page is kept")


def test_it_opens_and_works_with_the_host_gone(
    browser: Browser, site: Server, tmp_path: Path
) -> None:
    screen = visit(browser, site)
    asked = site.requests()
    assert [event.path for event in asked].count("/clinic/sw.js") >= 1
    kept(screen)
    with_photo(screen, tmp_path)
    screen.wait_engine()
    assert site.requests() == asked
    screen = visit(browser, site)
    asked = site.asked_by_pages()
    with_photo(screen, tmp_path)
    screen.wait_engine()
    screen.mark(60, 60, 120, 80)
    screen.save("Save certificate")
    assert site.asked_by_pages() == asked
    need_answers(browser)
    stored = browser.evaluate(STORED)
    assert site.url in stored and all(url.startswith(site.url) for url in stored)
    site.stop()
    screen = visit(browser, site)
    with_photo(screen, tmp_path)
    screen.wait_engine()
    screen.mark(60, 60, 120, 80)
    screen.save("Save image")
    assert browser.evaluate(STORED) == stored
    assert not any(one.decode() in url for one in SENTINELS for url in stored)


def test_the_next_visit_is_of_one_build_the_new_or_the_old(
    browser: Browser, site: Server, newer: Path
) -> None:
    need_answers(browser)
    kept(visit(browser, site))
    old = set(browser.evaluate(STORED))
    # A new build is there, but its engine does not come: the old one is still whole.
    site.folder = newer
    site.gated = "*.js"
    site.gate.clear()
    browser.open(site.url)
    browser.wait(f"{MARK} === 'new'", 60, "the new page begins to load")
    site.stop()
    screen = visit(browser, site)
    assert browser.evaluate(MARK) == "old"
    assert set(browser.evaluate(STORED)) == old
    screen.wait_engine()


def test_a_new_build_takes_the_old_one_s_place(
    browser: Browser, product: Path, newer: Path
) -> None:
    need_answers(browser)
    with serve(product / "site", "/ward/") as server:
        kept(visit(browser, server))
        old = set(browser.evaluate(STORED))
        server.folder = newer
        screen = visit(browser, server)
        assert browser.evaluate(MARK) == "new"
        kept(screen)
        new = set(browser.evaluate(STORED))
        assert old - new and new - old
    screen = visit(browser, server)
    assert browser.evaluate(MARK) == "new"
    screen.wait_engine()
    assert set(browser.evaluate(STORED)) == new


def test_no_worker_where_the_host_would_be_asked_for_it_again(
    browser: Browser, product: Path
) -> None:
    with serve(product / "site", "/plain/") as server:
        kept(visit(browser, server))
        server.worker_age = "no-cache"
        screen = visit(browser, server)
        screen.wait_engine()
        assert not browser.evaluate("window.pixelseal.kept")
