"""Serves `dist/site/` on this machine only. Just for trying the page."""

import functools
import http.server
import os
import webbrowser
from pathlib import Path

from app.build.report import BuildError, say

ADDRESS = "127.0.0.1"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Gives files with the types a browser insists on; lists no folder and logs no request."""

    extensions_map = {  # noqa: RUF012 (the base class declares it the same way)
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".wasm": "application/wasm",
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
    }

    def end_headers(self) -> None:
        """Add the headers of `docs/hosting.md` that a local server can add."""
        worker = self.path.endswith("/sw.js")
        self.send_header("Cache-Control", "max-age=3600" if worker else "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """Refuse: the page needs no lists of files."""
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing."""


class Server(http.server.ThreadingHTTPServer):
    """Takes its port only if nobody else listens there, also on Windows."""

    allow_reuse_address = os.name != "nt"


def listen(port: int, folder: Path) -> Server:
    """Take `port` (0: any free one) for serving `folder`; raise BuildError when it is taken."""
    handler = functools.partial(Handler, directory=str(folder))
    try:
        return Server((ADDRESS, port), handler)
    except OSError as error:
        raise BuildError(
            f"Port {port} is taken or may not be used ({error.strerror}); "
            "end the other program or choose another port with --port."
        ) from error


def serve(server: Server, *, open_browser: bool) -> None:
    """Print the address, open it in the browser if asked to, and serve until interrupted."""
    address = f"http://{ADDRESS}:{server.server_address[1]}/"
    say(f"Pixelseal is at {address} (Ctrl+C ends it)")
    if open_browser:
        webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("Ended.")
    finally:
        server.server_close()
