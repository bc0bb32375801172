"""Copies the regions of one image to others of its shape, as proposals. Confirms nothing."""

from pixelseal.model.recipe.scaling import same_shape, scaled
from pixelseal.model.screen.proposal import proposed
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue


def sharable(item: "Item") -> "list":
    """What can be copied from an image: everything but unconfirmed proposals."""
    editor = item.editor
    return editor.regions + editor.keep + editor.crop


def copy(queue: "Queue", source: "object") -> str:
    """Propose an image's records on all other chosen ones; returns a message.

    Images that got them are no longer chosen, so that the ones left out stand out.
    """
    if source.provisional:
        return words.say("copy-later")
    done, resized, left = 0, 0, {}
    for item in [one for one in queue.items if one.key in queue.chosen and one is not source]:
        why = _why_not(item, source)
        if not why:
            fresh = _fresh(item, source)
            why = "" if fresh else "there"
        if why:
            left[why] = left.get(why, 0) + 1
            continue
        item.editor.propose(fresh)
        done += 1
        resized += 0 if item.editor.size == source.editor.size else 1
        _let_go(queue, item)
    _let_go(queue, source)
    return words.copied(done, resized, left)


def _let_go(queue: "Queue", item: "Item") -> None:
    queue.selection.forget(item.key)
    queue.touch(item)


def _why_not(item: "Item", source: "object") -> str:
    if item.refused:
        return "refused"
    if item.inspection is None:
        return "early"  # its size may still change
    return "" if same_shape(source.editor.size, item.editor.size) else "shape"


def _fresh(item: "Item", source: "object") -> "list":
    """The source's records for this image, without those that it already has."""
    there = [record.on_page(1) for record in sharable(item)]
    records = []
    for record in sharable(source):
        record = scaled(record, source.editor.size, item.editor.size)
        inside = record.shape.clipped(item.editor.size[0], item.editor.size[1])
        if inside is not None and record.with_shape(inside).on_page(1) not in there:
            records.append(proposed(record.with_shape(inside).on_page(1)))
    return records
