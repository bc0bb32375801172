"""The command `project`: shows and checks one, and settles what it says. Prints nothing."""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pixelseal.cli import keeping
from pixelseal.cli.answers import Answer
from pixelseal.cli.stopping import Stopping
from pixelseal.local import files, policies, projects
from pixelseal.model.messages import sentence
from pixelseal.model.project import project_text
from pixelseal.model.project.preparation import TEXTS, Preparation
from pixelseal.model.project.project import Entry
from pixelseal.model.reasons import LETTERS

_OPEN = ("purpose", "basis", "may_show", "people", "outputs", "backups", "policy")


def answers(asked: argparse.Namespace, stopping: Stopping) -> Iterator[Answer]:
    """What was shown, checked or written; then what became of the log.

    SourceRefused as `files.read`; ProjectError; PolicyRefused; EngineFault as `files.write_new`.
    """
    entries, settled = projects.opened(asked.project)
    if asked.act != "set":
        yield _told(asked.project, entries, settled, asked.act)
        return
    changed = _settled(asked, settled or Preparation())
    text = project_text.to_json(entries, changed.or_none())
    with stopping.finishing():
        files.write_private(asked.out, text.encode())
    written = sentence("prep-written", {"path": str(asked.out)})
    yield _told(asked.project, entries, changed.or_none(), "show") | {
        "output": str(asked.out),
        "sentence": written,
    }
    if asked.log is not None:
        yield from _logged(asked, len(entries), changed)


def _settled(asked: argparse.Namespace, before: Preparation) -> Preparation:
    values = {name: getattr(before, name) for name in Preparation.FIELDS}
    for name, _most in TEXTS:
        given = getattr(asked, name)
        if given is not None:
            values[name] = given or None
    if asked.basis is not None:
        values["basis"] = asked.basis
    if asked.person is not None:
        values["people"] = tuple(dict.fromkeys(asked.person))
    if asked.policy is not None:
        policy = policies.opened(asked.policy)
        values["policy"] = (policy.name, policy.version, policy.sha256)
    return Preparation(**values)


def _told(path: Path, entries: list[Entry], settled: Preparation | None, act: str) -> Answer:
    seen = [entry.assessed for entry in entries if entry.assessed is not None]
    counted = Counter(letter for one in seen for letter in one.visible)
    told = [sentence("prep-counted", {"count": len(entries), "assessed": len(seen)})]
    if act == "check":
        known = settled or Preparation()
        missing = [name for name in _OPEN if not getattr(known, name)]
        names = ", ".join(sentence("prep-name-" + name, {}) for name in missing)
        told.append(sentence("prep-open", {"names": names}) if names else sentence("prep-all", {}))
    return {
        "file": str(path),
        "status": "ok",
        "images": len(entries),
        "assessed": len(seen),
        "visible": {letter: counted[letter] for letter in LETTERS if counted[letter]},
        "settled": None if settled is None else settled.to_object(),
        "sentence": " ".join(told),
    }


def _logged(asked: argparse.Namespace, images: int, settled: Preparation) -> Iterator[Answer]:
    if asked.policy is not None and settled.policy is not None:
        name, version, sha256 = settled.policy
        facts = {"who": asked.who, "name": name, "version": version, "policy": sha256}
        yield keeping.tried(asked.log, "policy-taken", facts)
    facts = {"who": asked.who, "images": str(images)}
    if settled.basis is not None:
        facts["basis"] = settled.basis
    yield keeping.tried(asked.log, "prepared", facts)
