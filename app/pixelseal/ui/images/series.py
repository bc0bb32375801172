"""The regions of one image on others of its shape: copied as proposals, confirmed where shown.

Each act awaits `turn(how many are left)` after every image, so that the page can answer the person
meanwhile, and ends there if that gives True: the images that it reached have one step of undo more,
the others are as they were, and still chosen.
"""

from pixelseal.model.recipe.scaling import same_shape, scaled
from pixelseal.model.screen.proposal import proposed
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.time_slices import TimeSlices
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.long_act import Turn
    from pixelseal.ui.images.queue import Queue


def sharable(item: "Item") -> "list":
    """What can be copied from an image: everything but unconfirmed proposals."""
    editor = item.editor
    return editor.regions + editor.keep + editor.crop


async def copy(queue: "Queue", source: "Item", turn: "Turn") -> str:
    """Propose an image's records on all other chosen ones; returns a message.

    Images that got them are no longer chosen, so that the ones left out stand out.
    """
    if source.provisional:
        return words.say("copy-later")
    done, resized, followed, left = 0, 0, 0, {}
    records, size = sharable(source), source.editor.size
    others = chosen(queue, source)
    for place, item in enumerate(others):
        if queue.has(item):
            why = _why_not(item, size)
            fresh = [] if why else _fresh(item, size, records)
            if fresh:
                if item.sought is None:  # no program looked at it
                    item.editor.propose(fresh)
                else:
                    from pixelseal.ui.images.following import propose

                    followed += int(propose(item, fresh))
                done += 1
                resized += 0 if item.editor.size == size else 1
                _let_go(queue, item)
            else:
                left[why or "there"] = left.get(why or "there", 0) + 1
        left_over = len(others) - place - 1
        if await turn(left_over) and left_over:
            return words.stopped(words.copied(done, resized, followed, left), left_over)
    _let_go(queue, source)
    source.editor.selected = None  # the next arrow key goes to an image, and moves no mark
    return words.copied(done, resized, followed, left)


async def confirm_chosen(queue: "Queue", turn: "Turn") -> str:
    """Confirm what is proposed on the chosen images; returns a message.

    Only where all of the picture was on the screen with these very proposals on it. The others are
    named, and stay chosen.
    """
    done, left = 0, []
    items = chosen(queue)
    for place, item in enumerate(items):
        if item.editor.proposals and queue.has(item):
            if item.visible and item.shown_proposals.whole and item.editor.confirm():
                item.withdrawn = False  # it was looked at as it is shown now
                done += 1
                _let_go(queue, item)
            else:
                left.append(item.title)
        left_over = len(items) - place - 1
        if await turn(left_over) and left_over:
            return words.stopped(words.confirmed_chosen(done, left), left_over)
    return words.confirmed_chosen(done, left)


async def answer(queue: "Queue", source: "Item", turn: "Turn") -> str:
    """Give an image's answers to the other chosen ones; returns a message."""
    given = source.reviewing.given
    others = [item for item in chosen(queue, source) if not item.refused]
    for place, item in enumerate(others):
        if queue.has(item):
            item.reviewing.answer_like(given)
            queue.touch(item)
        left_over = len(others) - place - 1
        if await turn(left_over) and left_over:
            told = words.say("answer-chosen-given", count=place + 1)
            return words.stopped(told, left_over)
    return words.say("answer-chosen-given", count=len(others))


def turns_along(queue: "Queue", source: "Item") -> bool:
    """True if an image was turned and is to be followed by other chosen ones.

    A turn of one that is not chosen, or the only one, is for itself.
    """
    keys = queue.chosen
    if source.editor.fresh_turns and (source.key not in keys or len(keys) < 2):
        source.editor.fresh_turns = []
    return bool(source.editor.fresh_turns)


async def turn_along(queue: "Queue", source: "Item", turn: "Turn") -> str:
    """The other chosen images follow the turns of an image; returns a message, "" for none.

    Each as a step of its own, which is undone on that image.
    """
    said, turns, source.editor.fresh_turns = source.editor.said, source.editor.fresh_turns, []
    others = chosen(queue, source) if turns else []
    if not others:
        return ""
    done = 0
    for place, item in enumerate(others):
        done += int(_turned(queue, item, turns))
        left_over = len(others) - place - 1
        if await turn(left_over) and left_over:
            told = words.turned_along(said, done, place + 1 - done)
            return words.stopped(told, left_over)
    return words.turned_along(said, done, len(others) - done)


def _turned(queue: "Queue", item: "Item", turns: "list[int]") -> bool:
    editor = item.editor
    if editor.size is None or item.refused or item.differs or not queue.has(item):
        return False
    for by in turns:
        editor.turn(by)
    went = bool(editor.fresh_turns)  # else a mark reaches too far out
    editor.fresh_turns = []
    queue.touch(item)
    return went


async def output_for_all(
    queue: "Queue", source: "Item", slices: "TimeSlices", ended: "Callable[[], bool]"
) -> str:
    """All images are written as one is; returns a message, "" if it `ended` in between.

    One to which the person gives another output meanwhile keeps that.
    """
    output, others = source.output, []
    for item in queue.items:
        if item is not source and not item.refused:
            others.append((item, item.output))
    for item, before in others:
        if item.output is before and queue.has(item):
            item.output = output
            queue.touch(item)
        if await slices.turn() and ended():
            return ""
    return words.say("output-given", count=len(others) + 1)


def chosen(queue: "Queue", but: "Item | None" = None) -> "list[Item]":
    """The chosen images in order, without one of them."""
    return [item for item in queue.items if item.key in queue.chosen and item is not but]


def _let_go(queue: "Queue", item: "Item") -> None:
    queue.selection.forget(item.key)
    queue.touch(item)


def _why_not(item: "Item", size: "tuple[int, int]") -> str:
    if item.refused:
        return "refused"
    if item.inspection is None:
        return "early"  # its size may still change
    return "" if same_shape(size, item.editor.size) else "shape"


def _fresh(item: "Item", size: "tuple[int, int]", records: "list") -> "list":
    """Records of an image of that size for this one, without those that it already has."""
    there = [record.on_page(1) for record in sharable(item)]
    found = []
    for record in records:
        record = scaled(record, size, item.editor.size)
        inside = record.shape.clipped(item.editor.size[0], item.editor.size[1])
        if inside is not None and record.with_shape(inside).on_page(1) not in there:
            found.append(proposed(record.with_shape(inside).on_page(1)))
    return found
