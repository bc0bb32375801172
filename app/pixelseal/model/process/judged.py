"""What an assessed exercise comes to, in counts and sentences (docs/practice.md). Judges nothing.

An answer is what the engine said of one (`core.practice.assess`); page and command line say the
same of it.
"""

from pixelseal.model.process.training import Done

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Callable
    from typing import Any

# States of what was planted that are no fault; what is only softened can be made out again.
WELL = ("covered", "removed")


def missed(answer: "dict[str, Any]") -> int:
    """How much of what was planted can still be seen or made out."""
    return len([row for row in answer["planted"] if row["state"] not in WELL])


def done(number: int, answer: "dict[str, Any]") -> Done:
    """The exercise as a training record has it."""
    return Done(
        number,
        len(answer["planted"]),
        missed(answer),
        answer["needless"] > 0,
        bool(answer["spoiled"]),
    )


def title(number: int, answer: "dict[str, Any]", say: "Callable[..., str]") -> str:
    """How many things were missed; `say(key, **values)` is the catalogue's text."""
    count = missed(answer)
    if count:
        return say("practice-missed", number=number, count=count)
    return say("practice-nothing-missed", number=number)


def sentences(answer: "dict[str, Any]", say: "Callable[..., str]") -> "list[str]":
    """A sentence for each thing that was planted, and for what was covered besides."""
    found = [_planted(row, say) for row in answer["planted"]]
    if answer["needless"]:
        found.append(say("practice-needless", count=answer["needless"]))
    if answer["spoiled"]:
        found.append(say("practice-spoiled"))
    return found


def _planted(row: "dict[str, Any]", say: "Callable[..., str]") -> str:
    what = say("practice-kind-" + row["kind"])
    if row["page"] > 1:
        what = say("practice-on-page", what=what, page=row["page"])
    said = say("practice-is-" + row["state"], what=what)
    if row["state"] in WELL:
        return said
    return said + " " + say("practice-why-" + row["kind"])
