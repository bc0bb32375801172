"""The command `sign`: a signature beside each file, or a new key. Prints nothing itself."""

import contextlib
import getpass
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from pixelseal.cli import commands
from pixelseal.cli.answers import Answer, Answers
from pixelseal.cli.stopping import Stopping
from pixelseal.core import engine
from pixelseal.core.evidence import certificate as certificates
from pixelseal.local import earlier, files, signing
from pixelseal.model.errors import LONGEST_VALUE
from pixelseal.model.messages import sentence
from pixelseal.model.process import private_files
from pixelseal.model.signing import private_key, wire
from pixelseal.model.signing.refused import SigningRefused
from pixelseal.model.signing.signature import ENDING
from pixelseal.model.verify import verdicts

_PASSPHRASE_FILE_BYTES = 64 * 1024


class Signing:
    """One `sign` command: the same key for each file."""

    def __init__(
        self, key: Path, passphrase_file: Path | None, answers: Answers, stopping: Stopping
    ) -> None:
        """PixelsealError as `files.read`, `private_key.parse`, `signing.opened`, `_passphrase`."""
        signing.require()
        read = private_key.parse(files.read(key, private_key.MAX_BYTES))
        text = _passphrase(passphrase_file, answers, stopping, [_asked("passphrase-ask", key)])
        self._seed = signing.opened(read, private_key.known_passphrase(text))
        self._key = signing.fingerprint(signing.public_of(self._seed))
        self._stopping = stopping

    def file(self, path: Path) -> Iterator[Answer]:
        """Sign the exact bytes of a file; a certificate must be one that Pixelseal wrote.

        SigningRefused: signs-no-image, signs-no-signature, signs-no-private. SourceRefused as
        `files.read`, and certificate-altered. EngineFault: output-exists, not-written.
        """
        data = files.read(path)
        head = data[: private_files.HEAD].decode("utf-8", "replace")
        if private_files.is_key(head) or earlier.links_to_originals(path.name, data):
            raise SigningRefused("signs-no-private")
        kind = engine.identify(data).kind
        if kind == verdicts.IMAGE:
            raise SigningRefused("signs-no-image")
        if path.name.endswith(ENDING):
            raise SigningRefused("signs-no-signature")
        if kind == verdicts.CERTIFICATE:
            certificates.parse(data)
        put = path.with_name(path.name + ENDING)
        text = signing.signed(self._seed, data).to_text()
        with self._stopping.finishing():
            files.write_new(put, text.encode())
        yield {"file": str(path), "status": "ok", "signature": str(put), "key": self._key}


def made(out: Path, passphrase_file: Path | None, answers: Answers, stopping: Stopping) -> Answer:
    """Write a new private key, readable by its owner alone; the answer has its public line.

    SigningRefused: key-among-results, passphrase-short and as `_passphrase`. EngineFault:
    output-exists, not-written.
    """
    signing.require()
    _require_private(out)
    prompts = [_asked("passphrase-ask-new", out), _asked("passphrase-ask-again", out)]
    text = _passphrase(passphrase_file, answers, stopping, prompts)
    key, public = signing.new_key(private_key.passphrase_bytes(text))
    with stopping.finishing():
        files.write_private(out, key.to_text().encode())
    return {
        "file": str(out),
        "status": "ok",
        "public_key": wire.public_line(public),
        "key": signing.fingerprint(public),
    }


def _require_private(out: Path) -> None:
    """SigningRefused (key-among-results) if the key would be passed on with results."""
    for outer in out.resolve().parents:
        if cause := earlier.shared(outer):
            raise SigningRefused("key-among-results", path=str(cause)[-LONGEST_VALUE:])


def _asked(code: str, key: Path) -> str:
    return sentence(code, {"name": key.name, "least": private_key.MIN_PASSPHRASE}) + " "


def _passphrase(file: Path | None, answers: Answers, stopping: Stopping, prompts: list[str]) -> str:
    """The first line of the file, or what a person types without echo, the same at each prompt.

    SigningRefused: passphrase-no-terminal, passphrase-differs; passphrase-unreadable for a file
    that is not UTF-8. SourceRefused as `files.read`.
    """
    if file is not None:
        with commands.about(file):
            try:
                text = files.read(file, _PASSPHRASE_FILE_BYTES).decode()
            except UnicodeDecodeError:
                raise SigningRefused("passphrase-unreadable") from None
        return text.split("\n", 1)[0].removesuffix("\r")
    terminal = sys.stdin is not None and sys.stdin.isatty()
    if answers.as_json or not terminal:
        raise SigningRefused("passphrase-no-terminal")
    with stopping.idle(_terminal_put_back()):
        try:
            typed = [getpass.getpass(prompt) for prompt in prompts]
        except EOFError:
            raise SigningRefused("passphrase-no-terminal") from None
    if len(set(typed)) > 1:
        raise SigningRefused("passphrase-differs")
    return typed[0]


def _terminal_put_back() -> Callable[[], None]:
    """What shows typed letters again: a signal ends the process while they are hidden."""
    try:
        import termios
    except ImportError:  # Windows, where nothing is changed in the terminal
        return lambda: None
    before = termios.tcgetattr(sys.stdin)

    def put_back() -> None:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(sys.stdin, termios.TCSANOW, before)

    return put_back
