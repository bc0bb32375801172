"""Prints answers: as text for a person, as JSON Lines for a program. Decides nothing.

docs/command-line.md has the format. A file name is text that somebody else chose: what a terminal
would obey (ESC, line feed, a change of text direction) or cannot display is escaped.
"""

import json
import sys
from typing import Any, TextIO

from pixelseal.cli import words

Answer = dict[str, Any]

_SURROGATE_OF_BYTES = range(0xDC80, 0xDD00)  # PEP 383: bytes of a name that cannot be decoded


class AnswersLost(Exception):
    """An answer could not be written; `quiet` if the reader went away, as `head` does."""

    def __init__(self, quiet: bool) -> None:
        super().__init__(quiet)
        self.quiet = quiet


class Answers:
    """Answers one by one, each complete and flushed before work on the next begins."""

    def __init__(self, as_json: bool, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.as_json = as_json
        self.quiet = False  # only what was not done, and what is still found in what was
        self.statuses: list[str] = []
        self._out = out or sys.stdout
        self._err = err or sys.stderr

    def give(self, answer: Answer) -> None:
        """Print one answer; AnswersLost if it cannot be written."""
        self.statuses.append(answer["status"])
        if self.as_json:
            put(self._out, json_line(answer))
            return
        said, refused = words.lines(answer)
        if self.quiet and not refused and not answer.get("again"):
            return
        # On one terminal, refusals must appear in order: both streams are flushed.
        put(self._out, *map(escaped, said))
        if self._err is not None:
            put(self._err, *map(escaped, refused))

    def add(self, lines: list[str]) -> None:
        """Print the summary after all answers, for people; AnswersLost as in `give`."""
        if not self.as_json:
            put(self._out, *map(escaped, lines))

    def note(self, text: str) -> None:
        """Print something that is not an answer to standard error; silently lost if that fails."""
        try:
            put(self._err, escaped(text))
        except AnswersLost:
            return


def json_line(answer: Answer) -> str:
    """The answer as one line of ASCII (RFC 8259): safe in any encoding and on any terminal."""
    # DEL is the only control character that JSON does not escape.
    return json.dumps(answer, sort_keys=True, ensure_ascii=True).replace("\x7f", "\\u007f")


def escaped(text: str) -> str:
    """The text with all non-printable characters written as Python escapes."""
    return "".join(c if c.isprintable() else _escape(c) for c in text)


def _escape(character: str) -> str:
    if ord(character) in _SURROGATE_OF_BYTES:
        return f"\\x{ord(character) - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")


def put(stream: TextIO | None, *lines: str) -> None:
    """Write these lines and flush them; AnswersLost if that fails, or if the stream was closed.

    What the encoding lacks is escaped. The stream is None if the program was started without it.
    """
    if not lines:
        return
    if stream is None:
        raise AnswersLost(quiet=False)
    encoding = stream.encoding or "utf-8"
    text = "".join(line + "\n" for line in lines)
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        raise AnswersLost(quiet=True) from None
    except OSError:
        # Windows reports a pipe without a reader as EINVAL, which never means a full disk.
        raise AnswersLost(quiet=sys.platform == "win32") from None
