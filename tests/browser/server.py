"""A static server (127.0.0.1 only) that remembers all that reaches it, and a UDP ear.

It is a witness, not a good web server: no ranges, no compression, and no caching but of the service
worker's script.
"""

import contextlib
import mimetypes
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".css": "text/css",
    ".svg": "image/svg+xml",
}
WORKER = "sw.js"
SAVED = "pixelseal.html"
ANSWERS = {"/answer.js": b"", "/answer.css": b"", "/answer.html": b"<!doctype html>"}


@dataclass(frozen=True)
class Event:
    """Something that reached the server: a TCP connection or a request, in order of arrival."""

    kind: str  # "connection", "request" or "websocket" (a request to upgrade)
    method: str = ""
    path: str = ""


class Server(ThreadingHTTPServer):
    """Serves `folder` under `prefix` ("/some/path/") and logs every connection and request.

    Paths outside the prefix are logged and answered too (small empty documents), so that a
    leak to them is a success for the leak and a line in the log.
    """

    daemon_threads = True
    # A browser that sends a burst of requests must not meet a full queue.
    request_queue_size = 64

    def __init__(self, folder: Path, prefix: str = "/") -> None:
        self.folder = folder.resolve()
        self.prefix = prefix
        self._lock = threading.Lock()
        self._events: list[Event] = []
        # Clear it to keep whoever asks for such a file waiting.
        self.gate = threading.Event()
        self.gate.set()
        self.gated = "*/engine-*.pack"
        # Of the saved file so many bytes are sent before the gate is waited for; None: all of them.
        self.held_back: int | None = None
        # How long browsers may keep the service worker's script (docs/hosting.md).
        self.worker_age = "max-age=3600"
        # What a host says besides, of each answer.
        self.headers: dict[str, str] = {}
        self._talking: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def origin(self) -> str:
        """The server's origin, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def url(self) -> str:
        """The address of the served folder."""
        return self.origin + self.prefix

    def note(self, event: Event) -> None:
        """Append an event to the log."""
        with self._lock:
            self._events.append(event)

    def events(self) -> list[Event]:
        """Return all events so far, oldest first."""
        with self._lock:
            return list(self._events)

    def requests(self) -> list[Event]:
        """Return all requests so far, oldest first; connections without one are left out."""
        return [event for event in self.events() if event.kind != "connection"]

    def asked_by_pages(self) -> list[Event]:
        """Return all requests so far, oldest first, without looks at the service worker's script.

        Those are the browser's own: at each visit but the first it asks whether that script is
        still the same, when it pleases, in WebKit seconds later.
        """
        look = Event("request", "GET", self.prefix + WORKER)
        return [
            event
            for event in self.requests()
            if replace(event, path=event.path.split("?")[0]) != look
        ]

    def verify_request(self, request: Any, client_address: Any) -> bool:
        """Log the raw TCP connection before a byte of it is read."""
        self.note(Event("connection"))
        return True

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Answer on a connection until it ends."""
        with self._lock:
            self._talking.add(request)
        super().finish_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """End a connection."""
        with self._lock:
            self._talking.discard(request)
        super().shutdown_request(request)

    def stop(self) -> None:
        """Be gone: refuse new connections and break off those that are open."""
        self.shutdown()
        self.server_close()
        with self._lock:
            for connection in self._talking:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        self.gate.set()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay quiet when a browser breaks a connection off."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def _answer(self) -> None:
        upgrade = self.headers.get("Upgrade", "").lower() == "websocket"
        kind = "websocket" if upgrade else "request"
        self.server.note(Event(kind, self.command, self.path))
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = unquote(urlsplit(self.path).path)
        if fnmatch(path, self.server.gated):
            self.server.gate.wait()
        body, status = self._find(path)
        self.send_response(status)
        kind = TYPES.get(Path(path).suffix) or mimetypes.guess_type(path)[0] or "text/plain"
        if path.endswith(SAVED) and self.server.held_back is not None:
            kind = "text/html"  # it says itself how it is written (docs/hosting.md)
        self.send_header("Content-Type", "text/html; charset=utf-8" if path[-1] == "/" else kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        script = path == self.server.prefix + WORKER
        self.send_header("Cache-Control", self.server.worker_age if script else "no-store")
        self.end_headers()
        if self.command == "HEAD":
            return
        if path.endswith(SAVED) and self.server.held_back is not None:
            self.wfile.write(body[: self.server.held_back])
            self.server.gate.wait()
            body = body[self.server.held_back :]
        self.wfile.write(body)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = _answer

    def _find(self, path: str) -> tuple[bytes, int]:
        inside = path.startswith(self.server.prefix)
        name = path.removeprefix(self.server.prefix) or "index.html"
        target = (self.server.folder / name).resolve()
        if inside and target.is_file() and target.is_relative_to(self.server.folder):
            return target.read_bytes(), 200
        suffix = Path(path).suffix
        return ANSWERS.get("/answer" + suffix, b"here"), 404 if inside else 200

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal clean; the log is in the server."""


@contextlib.contextmanager
def serve(folder: Path, prefix: str = "/") -> Iterator[Server]:
    """Run a `Server` in a thread for the length of a with-block."""
    server = Server(folder, prefix)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server.stop()
        thread.join()


class Ear:
    """A UDP socket that counts the datagrams which reach it (a STUN server that never answers)."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("", 0))
        self._socket.setblocking(False)
        self._count = 0

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._socket.getsockname()[1])

    def count(self) -> int:
        """Return how many datagrams came so far; the kernel keeps them until they are counted."""
        with contextlib.suppress(BlockingIOError):
            while True:
                self._socket.recv(65536)
                self._count += 1
        return self._count

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()
