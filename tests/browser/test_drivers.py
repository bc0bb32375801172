"""Contract of the browser port: each driver must mean the same by each of its methods."""

import base64
import contextlib
import hashlib
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from .drivers import Browser, BrowserDied, PageError, Unsupported
from .server import serve

SCRIPT = """
const log = [];
window.seen = log;
const note = (kind, e) => log.push([kind, e.isTrusted, e.pointerType || e.key || '',
  Math.round(e.clientX || 0), Math.round(e.clientY || 0)]);
for (const kind of ['pointerdown', 'pointermove', 'pointerup', 'keydown', 'click'])
  document.addEventListener(kind, e => note(kind, e), true);
const save = () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([new Uint8Array(3000000).fill(7)]));
  link.download = 'seven.bin';
  link.click();
};
document.querySelector('#save').onclick = save;
document.querySelector('#late').onclick = () => { document.title = 'late was clicked'; };
"""
BODY = """
<label>Patient <input id="text" value="old"></label>
<input id="files" type="file" multiple hidden><label for="files">Add images</label>
<button id="save"><span aria-hidden="true">*</span> Save   image</button>
<button id="late" disabled aria-label="Later">x</button>
<div style="height:3000px"></div><button id="deep">Deep</button>
"""


def tiny_page() -> str:
    """A page under a policy as strict as the product's: one hash, no eval."""
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    policy = f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'"
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>tiny</title>'
        f'<link rel="icon" href="data:,"><meta http-equiv="Content-Security-Policy" '
        f'content="{policy}">{BODY}<script>{SCRIPT}</script></html>'
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    folder = tmp_path_factory.mktemp("tiny")
    (folder / "index.html").write_text(tiny_page(), "utf-8")
    with serve(folder, "/some/deep/path/") as server:
        yield SimpleNamespace(url=server.url, file=(folder / "index.html").as_uri(), server=server)


@pytest.fixture(params=["hosted", "file"])
def tiny(request: pytest.FixtureRequest, browser: Browser, site: SimpleNamespace) -> Browser:
    browser.open(site.url if request.param == "hosted" else site.file)
    return browser


def test_scripts_run_under_a_policy_without_eval(tiny: Browser) -> None:
    assert tiny.evaluate("document.title") == "tiny"
    assert tiny.evaluate("(a, b) => ({sum: a + b, text: 'ä\"'})", 2, 3) == {"sum": 5, "text": 'ä"'}
    assert tiny.evaluate("async n => { await null; return [n]; }", 4) == [4]
    assert tiny.evaluate("undefined") is None
    evil = "() => { try { return Function('return 1')(); } catch (e) { return 'refused'; } }"
    # One turn later: while a debugger's own script runs, Firefox lets it call eval.
    assert tiny.evaluate(f"new Promise(r => setTimeout(() => r(({evil})())))") == "refused"


def test_what_a_script_throws_reaches_the_test(tiny: Browser) -> None:
    with pytest.raises(PageError, match="boom"):
        tiny.evaluate("() => { throw new Error('boom'); }")
    with pytest.raises(PageError, match="no answer"):
        tiny.evaluate("new Promise(() => {})", timeout=0.1)


def test_wait_returns_the_value_and_names_what_did_not_come(tiny: Browser) -> None:
    tiny.evaluate("() => { let n = 0; window.tick = () => ++n > 3 && n; }")
    assert tiny.wait("window.tick()", 60, "ticks") == 4
    with pytest.raises(TimeoutError, match="the moon"):
        tiny.wait("false", 0.1, "the moon")


def test_a_page_whose_process_died_is_told_of_at_once_and_another_can_be_opened(
    launch: Callable[[str], Browser], site: SimpleNamespace
) -> None:
    browser = launch("webkit")
    browser.open(site.url)
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # processes come and go
            ours = f"HOME={browser.profile}\0".encode() in (process / "environ").read_bytes()
            if ours and (process / "comm").read_text().startswith("WebKitWebProces"):
                os.kill(int(process.name), signal.SIGKILL)
    with pytest.raises(BrowserDied):
        browser.wait("false", 60, "the process is gone")
    browser.open(site.url)
    assert browser.evaluate("document.title") == "tiny"


def test_a_click_is_a_real_one_on_the_named_button(tiny: Browser) -> None:
    tiny.click("button", "Deep")
    kinds = [entry[:3] for entry in tiny.evaluate("window.seen")]
    assert ["pointerdown", True, "mouse"] in kinds
    assert kinds[-1][:2] == ["click", True]


def test_a_disabled_button_is_not_clicked_until_it_is_enabled(tiny: Browser) -> None:
    with pytest.raises(TimeoutError, match="disabled"):
        tiny.click("button", "Later", timeout=0.2)
    tiny.evaluate("() => { document.querySelector('#late').disabled = false; }")
    tiny.click("button", "Later")
    assert tiny.evaluate("document.title") == "late was clicked"


def test_names_are_found_as_a_screen_reader_says_them(tiny: Browser) -> None:
    assert tiny.find("button", "Save image")
    assert tiny.find("textbox", "Patient")
    assert not tiny.find("button", "Save")


def test_typing_and_chords_are_real_key_events(tiny: Browser) -> None:
    tiny.fill("textbox", "Patient", "Ada B-1")
    tiny.press("Home", "Shift+ArrowRight", "x")
    assert tiny.evaluate("document.querySelector('#text').value") == "xda B-1"
    keys = [e for e in tiny.evaluate("window.seen") if e[0] == "keydown"]
    assert keys and all(entry[1] for entry in keys)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_enter_and_space_press_the_focused_button(tiny: Browser, key: str) -> None:
    tiny.evaluate("() => { document.querySelector('#late').disabled = false; }")
    tiny.evaluate("document.querySelector('#late').focus()")
    tiny.press(key)
    tiny.wait("document.title === 'late was clicked'", 60, "the click")


@pytest.mark.parametrize("kind", ["mouse", "touch", "pen"])
def test_a_drag_arrives_at_the_asked_points(tiny: Browser, kind: str) -> None:
    tiny.evaluate("() => { document.documentElement.style.touchAction = 'none'; }")
    points = [(30, 200), (60, 260), (130, 300)]
    if kind not in tiny.kinds:
        with pytest.raises(Unsupported):
            tiny.drag(points, kind)
        return
    tiny.drag(points, kind)
    seen = [e for e in tiny.evaluate("window.seen") if e[0] in ("pointerdown", "pointerup")]
    assert [e[:3] for e in seen] == [["pointerdown", True, kind], ["pointerup", True, kind]]
    assert seen[0][3:] == [30, 200] and seen[1][3:] == [130, 300]


def test_files_reach_a_hidden_input_by_its_label(tiny: Browser, tmp_path: Path) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two.json"]
    for path in paths:
        path.write_text(path.stem, "utf-8")
    tiny.evaluate("() => { document.querySelector('#files').onchange = e => "
                  "{ window.changed = e.target.files.length; }; }")  # fmt: skip
    tiny.set_files("Add images", paths)
    tiny.wait("window.changed === 2", 60, "change event")
    names = (
        "async () => Promise.all([...document.querySelector('#files').files].map(f => f.text()))"
    )
    assert tiny.evaluate(names) == ["one", "two"]


def test_a_download_is_whole_when_it_is_returned(tiny: Browser) -> None:
    for _ in range(2):  # the same name twice must give two files
        path = tiny.download(lambda: tiny.click("button", "Save image"))
        assert path.read_bytes() == b"\7" * 3000000
        assert path.stem.startswith("seven")


def test_viewport_and_screenshot(tiny: Browser, tmp_path: Path) -> None:
    tiny.set_viewport(700, 500)
    assert tiny.evaluate("[innerWidth, innerHeight]") == [700, 500]
    tiny.screenshot(tmp_path / "shot.png")
    assert (tmp_path / "shot.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    tiny.set_viewport(1280, 900)


def test_dark_is_seen_by_the_page_or_said_to_be_unsupported(tiny: Browser) -> None:
    try:
        tiny.color_scheme("dark")
    except Unsupported:
        return
    assert tiny.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    tiny.color_scheme("light")
    assert not tiny.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")


def test_console_tells_messages_and_uncaught_errors_of_this_page_only(
    tiny: Browser, site: SimpleNamespace
) -> None:
    tiny.evaluate("() => { console.log('plain words'); console.error('loud words'); "
                  "setTimeout(() => { throw new Error('uncaught words'); }); }")  # fmt: skip
    tiny.evaluate("new Promise(done => setTimeout(done, 1))")
    assert any("plain words" in line for line in tiny.console())
    assert any("loud words" in line for line in tiny.errors())
    # WebKit tells a script that came in through its driver no more than that on file://.
    assert any("uncaught words" in e or "Script error" in e for e in tiny.errors())
    assert not any("plain" in line for line in tiny.errors())
    tiny.open(site.url)
    assert not any("words" in line for line in tiny.console())


def test_the_server_logs_each_request_in_order(browser: Browser, site: SimpleNamespace) -> None:
    browser.open(site.url + "?first")
    browser.open(site.url + "?second")
    asked = [event.path for event in site.server.events() if event.kind == "request"][-2:]
    assert asked == ["/some/deep/path/?first", "/some/deep/path/?second"]
