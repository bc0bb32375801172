"""The command `log`: adds a line, checks all, exports them. Prints nothing."""

import argparse
import re
from pathlib import Path

from pixelseal.cli import commands
from pixelseal.cli.answers import Answer
from pixelseal.local import bags, files, logs, places
from pixelseal.model.messages import sentence
from pixelseal.model.process import events, log, log_export, values
from pixelseal.model.process.log import Line, LogError

_WRITERS = {log_export.TEXT: log_export.text, log_export.JSON: log_export.json}
_WRITERS |= {log_export.CSV: log_export.csv}
_PRIVATE = 0o600  # an export names people, as the log does
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_TOLD = 20  # numbers of lines in a sentence


def require(asked: argparse.Namespace) -> None:
    """PixelsealError for what is known to be wrong before the log is read.

    As `places.require_unshared`, and for an export as `bags.require_new`.
    """
    if asked.act == "add":
        places.require_unshared(asked.log)
    elif asked.act == "export":
        with commands.about(asked.out):
            places.require_unshared(asked.out)
            bags.require_new(asked.out)


def answer(asked: argparse.Namespace) -> Answer:
    """What was done with the log; PixelsealError as `pixelseal.local.logs`, `files.write_new`."""
    if asked.act == "add":
        facts = dict(asked.facts)
        if not values.may_be_saved_name(facts.get("image", "0")):
            raise LogError("log-image")
        return added(asked.log, asked.event, facts)
    if asked.act == "check":
        return _checked(asked.log, asked.head or "")
    return _exported(asked.log, asked.kind, asked.out)


def tried(path: Path, event: str, typed: dict[str, str]) -> Answer:
    """As `added`, after something else was done: an error is an answer of its own."""
    try:
        return added(path, event, typed)
    except Exception as error:
        return commands.failure(path, error)


def added(path: Path, event: str, typed: dict[str, str]) -> Answer:
    """Write one more line, with its facts as a person typed them."""
    facts = {name: _value(name, text) for name, text in typed.items()}
    for name in events.facts_of(event):
        facts.setdefault(name, None)  # an open fact; any other is refused
    lines = logs.add(path, event, facts)
    last = lines[-1]
    told: dict[str, int | str] = {"line": last.seq, "event": sentence(f"log-event-{event}", {})}
    told["head"] = last.head
    return {
        "file": str(path),
        "status": "ok",
        "begun": len(lines) > 1,
        "line": last.seq,
        "head": last.head,
        "sentence": sentence("log-added", told),
    }


def _value(name: str, text: str) -> object:
    kind = events.kind(name)
    if kind == "count":
        return int(text) if re.fullmatch("[0-9]{1,7}", text) else None
    return _YES_NO.get(text) if kind == "flag" else text


def _checked(path: Path, head: str) -> Answer:
    lines = logs.read(path, head)
    whole: dict[str, int | str] = {"count": len(lines), "head": lines[-1].head}
    said = [sentence("log-whole", whole)]
    back = log.dated_back(lines)
    if back:
        numbers = ", ".join(str(number) for number in back[:_TOLD])
        said.append(sentence("log-dated-back", {"count": len(back), "lines": numbers}))
    said.append(sentence("log-whole-since" if head else "log-whole-means", {}))
    return _told(path, lines) | {"dated_back": back, "sentence": " ".join(said)}


def _exported(path: Path, kind: str, out: Path) -> Answer:
    lines = logs.read(path)
    with commands.about(out):
        files.write_new(out, _WRITERS[kind](lines).encode(), _PRIVATE)
    told = sentence("log-exported", {"path": str(out), "head": lines[-1].head})
    return _told(path, lines) | {"output": str(out), "sentence": told}


def _told(path: Path, lines: list[Line]) -> Answer:
    return {"file": str(path), "status": "ok", "lines": len(lines), "head": lines[-1].head}
