"""Once visited, the hosted page opens without its host: complete, from one build, and sealed."""

import shutil
from pathlib import Path

import pytest
from pixelseal.model import catalogue

from app.build import codec, vendor
from app.build.page import build_site

from .drivers import Browser
from .photos import SENTINELS
from .product import BOOT_SECONDS, Screen, with_photo
from .server import Server, serve

pytestmark = pytest.mark.browser
UNUSED_BROWSER = True  # nothing is stored from an earlier visit

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
    assert any(event.path.startswith("/clinic/sw.js?") for event in asked)
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


# Another page of the same origin changes all that the store holds, and adds a store of its own.
PLANT = """async home => {
  const evil = '<!doctype html><title>owned</title><script>window.owned = true</script>';
  const changed = async ({ url }, answer) => {
    if (url === home) return new Response(evil, { headers: { 'content-type': 'text/html' } });
    const text = await answer.blob();
    const owned = url.includes('/page-') ? ['window.owned = true;', text] : [text, ' '];
    return new Response(new Blob(owned), { headers: answer.headers });
  };
  for (const name of await caches.keys()) {
    const [cache, more] = [await caches.open(name), await caches.open('0 ' + name)];
    for (const request of await cache.keys()) {
      const other = await changed(request, await cache.match(request));
      await more.put(request, other.clone());
      await cache.put(request, other);
    }
  }
  return (await caches.keys()).length;
}"""
OWNED = "window.owned === true || document.title === 'owned'"


def plant(browser: Browser, server: Server) -> None:
    browser.open(f"{server.origin}/other/page.html")
    assert browser.evaluate(PLANT, server.url) == 2


def test_what_another_page_of_the_origin_planted_is_not_run_but_fetched_anew(
    browser: Browser, product: Path, tmp_path: Path
) -> None:
    need_answers(browser)
    with serve(product / "site", "/planted/") as server:
        kept(visit(browser, server))
        plant(browser, server)
        asked = len(server.requests())
        screen = visit(browser, server)
        assert not browser.evaluate(OWNED)
        kept(screen)
        fetched = [event.path for event in server.requests()[asked:]]
        assert any("/page-" in path for path in fetched)
        with_photo(screen, tmp_path)
        screen.wait_engine()
    # What was planted under its own name went, and the store is whole again.
    visit(browser, server).wait_engine()
    assert not browser.evaluate(OWNED)


def test_a_planted_page_is_refused_with_a_sentence_where_the_host_is_gone(
    browser: Browser, product: Path
) -> None:
    need_answers(browser)
    with serve(product / "site", "/refused/") as server:
        kept(visit(browser, server))
        plant(browser, server)
    browser.open(server.url)
    said = browser.evaluate("document.body.textContent")
    for language, _name in catalogue.LANGUAGES:
        assert catalogue.text(language, "kept-altered", {}) in said
    assert not browser.evaluate(OWNED)
