"""The records of one image during editing, and their changes.

A record is a Region, an area to Keep or the Crop of pixelseal.model.recipe.region, or one of
pixelseal.model.screen.proposal that awaits confirmation. Every change is one step of undo; the
selection is not part of it. Knows no screen and no pointer.
"""

from pixelseal.model.recipe import methods
from pixelseal.model.recipe.geometry import Shape
from pixelseal.model.recipe.orientation import UPRIGHT
from pixelseal.model.recipe.recipe import Recipe, overfull
from pixelseal.model.recipe.region import BLACK, Blur, Crop, Fill, Keep, Mosaic, Output, Region
from pixelseal.model.screen.proposal import confirmed, is_proposed
from pixelseal.ui.editor import tools
from pixelseal.ui.editor.document import Document
from pixelseal.ui.editor.tools import MARK
from pixelseal.ui.text import words


class RegionRecords(Document):
    """The records of one image: id -> Region, Keep or Crop; one Crop at most."""

    def __init__(self) -> None:
        super().__init__()
        self.tool = MARK
        self.fill: "Fill | None" = None  # of a region for which nobody chose a method; or black
        self._next_id = 1

    # The present records

    def ids(self) -> "list[int]":
        """The records' ids in the order in which they were made."""
        return sorted(self.records)

    def _of_kind(self, kind: type) -> "list":
        return _confirmed([self.records[key] for key in self.ids()], kind)

    def once_confirmed(self) -> "dict[int, object]":
        """The records as they will be if all proposals are confirmed; a proposed crop replaces
        another."""
        if not self.proposals:
            return self.records
        colour = self.keep[0].colour if self.keep else None
        cropped = any(isinstance(record, Crop) for record in self.proposals)
        records = {}
        for key in self.ids():
            record = self.records[key]
            if cropped and isinstance(record, Crop) and not is_proposed(record):
                continue
            if isinstance(record, Keep) and colour is not None:
                record = record.with_colour(colour)  # a page has only one
            records[key] = confirmed(record) if is_proposed(record) else record
        return records

    @property
    def proposals(self) -> "list":
        """The unconfirmed proposals, in order; not part of the recipe."""
        return [self.records[key] for key in self.ids() if is_proposed(self.records[key])]

    @property
    def regions(self) -> "list[Region]":
        """What is to be covered, in order."""
        return self._of_kind(Region)

    @property
    def keep(self) -> "list[Keep]":
        """The areas to keep, in order."""
        return self._of_kind(Keep)

    @property
    def crop(self) -> "list[Crop]":
        """The crop, if there is one."""
        return self._of_kind(Crop)

    def number(self, key: int) -> int:
        """A record's number as people see it, its place in the list from 1."""
        return self.ids().index(key) + 1

    def recipe(
        self,
        alternate_id: "str | None" = None,
        output: "Output | None" = None,
        page: int = 1,
        once_confirmed: bool = False,
    ) -> Recipe:
        """The current recipe for this page, or what it will be once all proposals are confirmed."""
        records = self.once_confirmed() if once_confirmed else self.records
        ordered = [records[key] for key in sorted(records)]
        regions = [region.on_page(page) for region in _confirmed(ordered, Region)]
        keep = [kept.on_page(page) for kept in _confirmed(ordered, Keep)]
        crop = [cut.on_page(page) for cut in _confirmed(ordered, Crop)]
        return Recipe(regions, self.size, output, alternate_id, keep, crop, self.turns(page))

    @property
    def marked(self) -> bool:
        """True if anything is to be covered or cut off, or proposed."""
        return bool(self.records)

    @property
    def edited(self) -> bool:
        """True if anything is marked, or the picture is turned."""
        return self.marked or not self.lies_upright

    # Changing records

    def _is_full(self, records: "dict[int, object]") -> bool:
        """True, with a message, if these are too many for a recipe."""
        found = list(records.values())
        what = overfull(_confirmed(found, Region), _confirmed(found, Keep))
        if what:
            self.said = words.say("full-" + what)
        return bool(what)

    def add(self, shape: Shape, reasons: "tuple[str, ...] | str" = ()) -> "int | None":
        """Add a region, clipped to the image, and select it.

        None, and nothing is added, if it lies entirely outside or would be too many for a recipe.
        """
        return self._add(Region(shape, self.fill, reasons))

    def draw(self, shape: Shape) -> "int | None":
        """Add what the current tool makes of a shape, and select it; as `add`."""
        usual = BLACK if self.fill is None else self.fill.colour
        colour = self.keep[0].colour if self.keep else usual
        return self._add(tools.record(self.tool, shape, colour, self.fill))

    def _add(self, record: "Region | Keep | Crop") -> "int | None":
        inside = record.shape.clipped(self.size[0], self.size[1])
        if inside is None:
            return None
        records = dict(self.records)
        if isinstance(record, Crop):
            # There is only one crop: the new one replaces the old one.
            for key in self.records:
                if isinstance(self.records[key], Crop):
                    del records[key]
        key = self._next_id
        records[key] = record.with_shape(inside)
        if self._is_full(records):
            return None
        self._next_id += 1
        self._change(records, "")
        self.selected = key
        self.said = words.added(self.number(key), records[key])
        return key

    def set_shape(self, key: int, shape: Shape, group: str = "") -> None:
        """Move or resize a record, clipped to the image; ignored if it would lie outside.

        A mosaic or blur that would be too weak for the new size is made stronger.
        """
        inside = shape.clipped(self.size[0], self.size[1])
        if inside is None:
            return
        before = self.records[key]
        after = before.with_shape(inside)
        records = dict(self.records)
        records[key] = methods.made_fit(after) if isinstance(after, Region) else after
        same_size = (inside.width, inside.height) == (before.shape.width, before.shape.height)
        say = words.moved if same_size else words.resized
        self._change(records, say(self.number(key), records[key]), group)

    def set_reasons(self, key: int, reasons: "tuple[str, ...] | str") -> None:
        """Set a region's reasons; if one of them forbids its method, it gets a fill."""
        before = self.records[key]
        if not isinstance(before, Region):
            self.said = words.say("no-reason-here")
            return
        records = dict(self.records)
        records[key] = methods.made_fit(before.with_reasons(reasons))
        given = words.reasons_of(records[key])
        said = words.say("reason-given", number=self.number(key), reason=given)
        if records[key].method != before.method:
            said = words.say("filled-instead", said=said)
        self._change(records, said)

    def toggle_reason(self, key: int, reason: str) -> None:
        """Give a region one more reason, or take it away if the region has it."""
        before = self.records[key]
        given = before.reasons if isinstance(before, Region) else ()
        if reason in given:
            self.set_reasons(key, tuple([one for one in given if one != reason]))
        else:
            self.set_reasons(key, given + (reason,))

    def give_reason(self, reason: "str | None") -> None:
        """As `toggle_reason` for the selected region; None takes all of its reasons away."""
        if self.selected is None:
            self.said = words.say("nothing-selected")
        elif reason is None:
            self.set_reasons(self.selected, ())
        else:
            self.toggle_reason(self.selected, reason)

    def set_method(self, key: int, method: "Fill | Mosaic | Blur") -> None:
        """Set a region's method, as strong as its size needs; a fill if it is forbidden."""
        records = dict(self.records)
        records[key] = methods.made_fit(self.records[key].with_method(method))
        self._change(records, words.method_given(self.number(key), records[key].method))

    def set_colour(self, colour: str) -> None:
        """Set the colour around the areas to keep, which is the same for all."""
        records = dict(self.records)
        for key in records:
            if isinstance(records[key], Keep):
                records[key] = records[key].with_colour(colour)
        self._change(records, words.say("colour-around", colour=colour))

    def delete(self, key: "int | None" = None) -> None:
        """Delete a record, by default the selected one."""
        key = self.selected if key is None else key
        if key is None:
            self.said = words.say("nothing-selected")
            return
        number, kind = self.number(key), self.records[key]
        records = dict(self.records)
        del records[key]
        self._change(records, words.deleted(number, kind, len(records)))

    def duplicate(self) -> None:
        """Add a copy of the selected record, a little to the right and down."""
        if self.selected is None:
            self.said = words.say("nothing-selected")
            return
        record = self.records[self.selected]
        step = max(4, min(record.shape.width, record.shape.height) // 4)
        shape = record.shape.moved(step, step).inside(self.size[0], self.size[1])
        self._add(record.with_shape(shape))

    def take(self, recipe: Recipe, proposals: "tuple | list" = ()) -> None:
        """Replace records and turn by those of a recipe for this page, as one step.

        Together with proposals, if there are any.
        """
        records = {}
        for record in recipe.regions + recipe.keep + recipe.crop + tuple(proposals):
            records[self._next_id] = record
            self._next_id += 1
        self._change(
            records,
            words.opened(len(recipe.regions), len(recipe.keep), bool(recipe.crop)),
            turned=recipe.turn[0].orientation if recipe.turn else UPRIGHT,
        )
        self._bring(self.records)

    # Proposals

    def propose(self, records: "list") -> "list[int]":
        """Replace the waiting proposals, as one step; returns the ids of the new ones."""
        kept = self._without_proposals()
        came, first = self.brought_records, self._next_id
        brought = {k: came[k] for k in came if not is_proposed(came[k])}
        for record in records:
            kept[self._next_id] = brought[self._next_id] = record
            self._next_id += 1
        self._bring(brought)
        self._change(kept, words.say("proposed", count=len(records)))
        return list(range(first, self._next_id))

    def confirm(self) -> bool:
        """Make all proposals part of the recipe, as one step; a proposed crop replaces another.

        False, with a message and nothing confirmed, if that would be too many for a recipe.
        """
        count, records = len(self.proposals), self.once_confirmed()
        if self._is_full(records):
            return False
        self._change(records, words.say("confirmed", count=count))
        return True

    def propose_more(self, records: "list", instead_of: "tuple | list" = ()) -> "list[int]":
        """Add proposals to those that wait, as one step; returns their ids.

        Records whose ids are in `instead_of` go.
        """
        together, came, keys = dict(self.records), dict(self.brought_records), []
        for key in instead_of:
            del together[key]
            came.pop(key, None)
        for record in records:
            together[self._next_id] = came[self._next_id] = record
            keys.append(self._next_id)
            self._next_id += 1
        self._bring(came)
        self._change(together, words.say("proposed", count=len(records)))
        return keys

    def confirm_one(self, key: int) -> bool:
        """Make one proposal part of the recipe, as one step; False as for `confirm`."""
        records = dict(self.records)
        records[key] = confirmed(records[key])
        if self._is_full(records):
            return False
        self._change(records, words.say("confirmed", count=1))
        return True

    def discard(self) -> None:
        """Discard all proposals, as one step."""
        self._change(self._without_proposals(), words.say("discarded"))

    def _without_proposals(self) -> "dict[int, object]":
        return {k: self.records[k] for k in self.records if not is_proposed(self.records[k])}


def _confirmed(records: "list[object]", kind: "object") -> "list[object]":
    return [one for one in records if isinstance(one, kind) and not is_proposed(one)]
