"""The regions of one image on others of its shape: copied as proposals, confirmed where shown."""

from pixelseal.model.recipe.scaling import same_shape, scaled
from pixelseal.model.screen.proposal import proposed
from pixelseal.ui.images.item import PROPOSED
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue


def sharable(item: "Item") -> "list":
    """What can be copied from an image: everything but unconfirmed proposals."""
    editor = item.editor
    return editor.regions + editor.keep + editor.crop


async def copy(queue: "Queue", source: "Item", turn: "object") -> str:
    """Propose an image's records on all other chosen ones; returns a message.

    Images that got them are no longer chosen, so that the ones left out stand out. `turn()` is
    awaited after each, so that the page can answer the person meanwhile.
    """
    if source.provisional:
        return words.say("copy-later")
    done, resized, left, records = 0, 0, {}, sharable(source)
    for item in _chosen(queue):
        await turn()
        if item is source or not queue.has(item):
            continue
        why = _why_not(item, source)
        if not why:
            fresh = _fresh(item, source.editor.size, records)
            why = "" if fresh else "there"
        if why:
            left[why] = left.get(why, 0) + 1
            continue
        item.editor.propose(fresh)
        done += 1
        resized += 0 if item.editor.size == source.editor.size else 1
        _let_go(queue, item)
    _let_go(queue, source)
    source.editor.selected = None  # the next arrow key goes to an image, and moves no mark
    return words.copied(done, resized, left)


async def confirm_chosen(queue: "Queue", turn: "object") -> str:
    """Confirm what is proposed on the chosen images; returns a message.

    Only where all of the picture was on the screen with these very proposals on it. The others are
    named, and stay chosen. `turn()` is awaited after each.
    """
    done, left = 0, []
    for item in _chosen(queue):
        await turn()
        if not item.editor.proposals or not queue.has(item):
            continue
        if item.visible and item.shown_proposals.whole and item.editor.confirm():
            item.withdrawn = False  # it was looked at as it is shown now
            done += 1
            _let_go(queue, item)
        else:
            left.append(item.title)
    return words.confirmed_chosen(done, left)


def turn_along(queue: "Queue", source: "Item") -> None:
    """An image was turned: the other chosen ones follow if it is one of them.

    Each as a step of its own, which is undone on that image. The message is the source's.
    """
    editor = source.editor
    by, editor.fresh_turn = editor.fresh_turn, None
    others = [item for item in _chosen(queue) if item is not source]
    if by is None or not others or source.key not in queue.chosen:
        return
    done = 0
    for item in others:
        if item.editor.size is None or item.refused or item.differs:
            continue
        item.editor.turn(by)
        if item.editor.fresh_turn is not None:  # else a mark reaches too far out
            item.editor.fresh_turn = None
            done += 1
            queue.touch(item)
    editor.said = words.turned_along(editor.said, done, len(others) - done)


def has_proposed(queue: "Queue") -> bool:
    """True if something is proposed on a chosen image, as of the queue's last refresh."""
    if not queue.state_counts.count((PROPOSED,)):
        return False
    state = queue.state_counts.state
    return any(state(key) == PROPOSED for key in queue.chosen)


def _let_go(queue: "Queue", item: "Item") -> None:
    queue.selection.forget(item.key)
    queue.touch(item)


def _why_not(item: "Item", source: "object") -> str:
    if item.refused:
        return "refused"
    if item.inspection is None:
        return "early"  # its size may still change
    return "" if same_shape(source.editor.size, item.editor.size) else "shape"


def _chosen(queue: "Queue") -> "list[Item]":
    return [item for item in queue.items if item.key in queue.chosen]


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
