"""The local server: types that browsers insist on, nothing kept, only this machine answered."""

import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

from app.build import serve

from .run_build import ROOT


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Serve a folder with one file of each kind."""
    (tmp_path / "vendor").mkdir()
    for name in ("index.html", "a.mjs", "a.js", "a.wasm", "a.css", "vendor/b.js"):
        (tmp_path / name).write_bytes(b"content")
    server = serve.listen(0, tmp_path)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    thread.join()
    server.server_close()


def headers(url: str) -> Message:
    with urllib.request.urlopen(url) as answer:
        received: Message = answer.headers
    return received


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("a.mjs", "text/javascript"),
        ("a.js", "text/javascript"),
        ("a.wasm", "application/wasm"),
        ("a.css", "text/css; charset=utf-8"),
    ],
)
def test_each_file_has_the_type_that_browsers_need(address: str, name: str, kind: str) -> None:
    assert headers(address + name)["Content-Type"] == kind


def test_nothing_is_kept_by_the_browser(address: str) -> None:
    assert headers(address)["Cache-Control"] == "no-store"


def test_folders_are_not_listed(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(address + "vendor/")


def test_only_this_machine_is_answered(tmp_path: Path) -> None:
    server = serve.listen(0, tmp_path)
    assert server.server_address[0] == "127.0.0.1"
    server.server_close()


def test_the_command_says_where_the_page_is_and_ends_when_told_to() -> None:
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--no-open", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout is not None
            said = (re.search(r"http://127\.0\.0\.1:\d+/", line) for line in running.stdout)
            address = next(found.group() for found in said if found)
            with urllib.request.urlopen(address) as answer:
                assert b"Content-Security-Policy" in answer.read()
            running.send_signal(signal.SIGINT)
            assert running.wait() == 0
        finally:
            running.kill()
