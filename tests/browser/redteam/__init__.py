"""The red team: hostile scripts that try every way out of a page, and what a server saw of it.

The scripts' own answers are only for the reader; what counts is the witness's log.
"""

import contextlib
import json
import socket
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..drivers import Browser
from ..server import Ear, Server, serve

_HERE = Path(__file__).parent
PATIENCE_MS = 1500
_EARS = ("rtc", "blank-rtc", "quic", "worker-quic")


def _source(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


@dataclass(frozen=True)
class Attempt:
    """What came of one run of the red team."""

    answers: dict[str, dict[str, str]]  # place -> attack -> what the script thought
    arrived: frozenset[str]  # "place/attack" of each request the server got
    connections: int  # TCP connections opened to the server meanwhile
    preconnects: int  # TCP connections to a second server that was only named in links
    datagrams: dict[str, int]  # ear -> UDP datagrams that reached it

    @property
    def made(self) -> frozenset[str]:
        """Each attack that was made, as "place/attack"."""
        return frozenset(
            f"{place}/{name}" for place, names in self.answers.items() for name in names
        )


def own_address() -> str:
    """Return this machine's own address: browsers keep WebRTC off the loopback one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
        probe.connect(("192.0.2.1", 9))  # RFC 5737; connecting a UDP socket sends nothing
        return str(probe.getsockname()[0])
    return "127.0.0.1"


def attack(browser: Browser, server: Server) -> Attempt:
    """Run every attack in the open page against `server`; return what reached it.

    The observation ends when each attack has answered or waited PATIENCE_MS; the control run on
    a page without a policy shows that this is long enough for what can get through.
    """
    before = len(server.events())
    with contextlib.ExitStack() as stack:
        ears = {name: stack.enter_context(contextlib.closing(Ear())) for name in _EARS}
        empty = stack.enter_context(tempfile.TemporaryDirectory())
        other = stack.enter_context(serve(Path(empty)))
        constants: dict[str, Any] = {
            "ORIGIN": server.origin,
            "OTHER_ORIGIN": other.origin,
            "PATIENCE": PATIENCE_MS,
            "HOST": own_address(),
            "PORTS": {name: ear.port for name, ear in ears.items()},
        }
        head = "".join(f"const {k} = {json.dumps(v)};\n" for k, v in constants.items())
        head += _source("common.js")
        hostile = f"const WORKER = {json.dumps(head + _source('worker.js'))};\n"
        answers = browser.evaluate(f"async () => {{ {head + hostile + _source('page.js')} }}")
        news = server.events()[before:]
        paths = [event.path for event in news if event.path.startswith("/leak/")]
        return Attempt(
            answers=answers,
            arrived=frozenset(path.split("?")[0].removeprefix("/leak/") for path in paths),
            connections=sum(event.kind == "connection" for event in news),
            preconnects=len(other.events()),
            datagrams={name: ear.count() for name, ear in ears.items()},
        )
