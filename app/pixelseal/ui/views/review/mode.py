"""The review: a mode of the page in which finished pictures are looked at and accepted.

The canvas shows what the engine made, the tools give way to the list of images and the panel to
what is asked. What is missing, and what a press states, is pixelseal.ui.saving.asked's.
"""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Crop
from pixelseal.model.screen.coverage import TILE
from pixelseal.ui.browser import dom
from pixelseal.ui.saving.finishing import Finisher
from pixelseal.ui.saving.rereading import Rereader
from pixelseal.ui.saving.review_gate import BOTH, NO, YES
from pixelseal.ui.text import words
from pixelseal.ui.views.review import review_keys
from pixelseal.ui.views.review.places import Places
from pixelseal.ui.views.review.questions import Questions

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.editor.editor import Editor
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.saving.asked import Asked
    from pixelseal.ui.workbench.workbench import Workbench

_AHEAD = 2  # images that are made before they are looked at


class ReviewMode:
    """Shows one review at a time; `decide` is what a Gate wants."""

    def __init__(
        self,
        workbench: "Workbench",
        canvas: "object",
        images: "object",
        go: "object",
        travel: "object",
        checklist: "object",
        viewed: "object",
        render: "object",
    ) -> None:
        self.queue = workbench.queue
        self.say = workbench.messages.say
        self.canvas = canvas
        self.images = images  # the list of images
        self.go = go  # called with an image to put on the screen
        self.travel = travel  # called to show the next part that was not seen
        self.checklist = checklist  # the ReviewView
        self.viewed = viewed  # called after what moved the view only
        self.render = render
        self.asked: "object" = None  # the Asked of the present review
        self.finisher = Finisher(workbench)
        self.rereader = Rereader(workbench.host, self._reread)
        self.questions = Questions(self._changed)
        self.places = Places(self._cover, self._stay, self._to_place)
        self._waiting: "str | None" = None  # how it ends once the image that is saved was read
        self._on: "object" = None  # the image that is looked at
        self._end: "object" = None  # called with how the review ends
        dom.on_click("gate-save", lambda: self._save(YES))
        dom.on_click("gate-both", lambda: self._save(BOTH))
        dom.on_click("gate-accept", self._accept)
        dom.on_click("gate-back", lambda: self._leave(False))
        dom.on_click("gate-next-part", self._next_part)
        dom.on_click("gate-outlines", self._outline)
        dom.on_window("keydown", self._key)

    async def decide(self, asked: "Asked") -> str:
        """Show the review; how it ended."""
        before = dom.focused()
        self.asked = asked
        ended = dom.promised(self._ending)
        self.finisher.begin()
        for item in self.rereader.begin():
            self._heard(item)
        if asked.complete:
            self._waiting = YES  # nothing is asked: it is only to be read
        self._put(True)
        self.questions.begin(asked)
        self.images.begin(asked)
        self._go(self._first())
        dom.focus("gate")
        choice = str(await ended)
        self._release()
        self.rereader.end()
        self.asked = None
        self._waiting = None
        self._put(False)
        self.questions.end()
        self.images.end()
        await dom.next_task()  # to take thousands of names off the page is a task of its own
        if choice == NO and self._item is not None and self._item.editor.proposals:
            self.say(words.proposals_waiting(len(self._item.editor.proposals)))
        self.render()
        if dom.focus_is_lost("gate", "gate-back") or dom.by_id("gate").contains(dom.focused()):
            dom.focus_element(before)
        if dom.focus_is_lost():
            dom.focus("canvas")  # what had it cannot have it now
        return choice

    def _put(self, on: bool) -> None:
        self.canvas.comparison.reviewing = on
        self.canvas.over_result = self.places.drawn if on else None
        dom.mark_body("review", on)
        several = on and self.asked is not None and not self.asked.alone
        dom.mark_body("several", several)
        dom.show(dom.by_id("gate"), on)
        dom.show(dom.by_id("review-list"), several)

    def _ending(self, done: "object", _failed: "object") -> None:
        self._end = done

    def _close(self, choice: str) -> None:
        if self._end is not None:
            end, self._end = self._end, None
            self.finisher.want([])  # what is saved now is made first
            end(choice)

    # Which image is shown

    def _first(self) -> "object":
        """The first image that is not accepted."""
        asked = self.asked
        waiting = asked.following(asked.ordered[-1], 1)
        return waiting[0] if waiting else asked.items[0]

    def _go(self, item: "Item") -> None:
        self._release()
        self._on = item
        editor = item.editor
        editor.selected = None
        editor.frame = _left_by_crop(editor)
        self.go(item)
        self.say("")  # what was said of it is about marking it
        editor.fit()
        self.canvas.draw()
        self._want(item)
        self.render()

    def _want(self, item: "Item") -> None:
        wanted = [item] + self.asked.following(item, _AHEAD)
        self.finisher.want(wanted)
        self.rereader.want(wanted)

    def _release(self) -> None:
        """The view of the image that was looked at is the editor's again."""
        item, self._on = self._on, None
        if item is not None:
            item.pointer.space = False
            item.editor.frame = None
            item.editor.fit()

    def go_to(self, item: "Item") -> None:
        """Put an image of the list on the screen."""
        self._go(item)
        dom.focus("gate")

    def step(self, by: int) -> None:
        """Go along the list."""
        ordered = self.asked.ordered
        place = self.asked.place(self.queue.current) - 1 + by
        if 0 <= place < len(ordered):
            self._go(ordered[place])

    # What the person does

    def _accept(self) -> None:
        self.checklist.settle()
        asked, item = self.asked, self._item
        if not asked.accept(item):
            self._wait(item)
            return
        self.queue.touch(item)
        waiting = asked.following(item, 1)
        if waiting:
            self._go(waiting[0])
        else:
            self.render()
            dom.focus("gate-save")
        self.say(words.say("gate-list-open", accepted=asked.accepted_count, total=len(asked.items)))

    @property
    def _item(self) -> "object":
        return self.queue.current

    def _wait(self, item: "Item") -> None:
        self.questions.wait(item, self._making(item))
        self.checklist.focus_unfinished()

    def _save(self, choice: str) -> None:
        self.checklist.settle()
        asked, item = self.asked, self._item
        if asked.unfinished is not None and not asked.missing(item).unfinished:
            self._go(asked.unfinished)
        if asked.unfinished is not None or not asked.can_save:
            self._wait(self._item)
        elif asked.alone and self._waiting is None and self.rereader.reads(item):
            self._waiting = choice  # it ends by itself; another press does not wait
            self._changed()
        else:
            self._close(choice)

    def _leave(self, to_canvas: bool) -> None:
        if to_canvas:
            dom.focus("canvas")
        self._close(NO)

    # What programs still find in the finished picture

    def _heard(self, item: "Item") -> None:
        """Something was learned of what is in an image's output."""
        if self.asked is not None and self.asked.place(item):
            self.asked.refresh(item)
            self.queue.touch(item)

    def _reread(self, item: "Item") -> None:
        self._heard(item)
        asked, choice = self.asked, self._waiting
        if asked is None or not asked.place(item):
            return
        if choice is not None and not self.rereader.reads(item):
            self._waiting = None
            if item.reread is not None and item.reread.read and asked.can_save:
                self._close(choice)
        elif item is not self._item and asked.missing(item).undecided:
            self.say(words.say("gate-left-in", title=item.title))
        self.render()

    def _cover(self) -> None:
        item, place = self._item, self.places.current
        if place is None:
            return
        self._waiting = None
        covered = item.editor.add(place.box, place.reasons) is not None
        item.editor.selected = None
        self.say(words.say("gate-covered") if covered else item.editor.said)
        if covered:
            self.queue.touch(item)
            self._want(item)
        self.render()

    def _stay(self, on: bool) -> None:
        item = self._item
        if item.reread is not None and item.reread.places:
            item.reread.stay(on)
            self._heard(item)
            self._changed()

    def _to_place(self, box: "Rectangle") -> None:
        self._item.editor.reveal(box)
        self.canvas.draw()
        self.viewed()

    def _travel(self) -> None:
        """To the next part; first all of the image has to be on the screen."""
        item = self._item
        if self.asked.shown(item) or (item.dim and not item.bright):
            self.travel()
        elif not item.editor.fitted:
            item.editor.fit()
            self.canvas.draw()
            self.viewed()

    def _next_part(self) -> None:
        self._travel()
        dom.focus("gate")  # so that the space bar goes on from here

    def _outline(self) -> None:
        self.canvas.outlined = not self.canvas.outlined
        pressed = "true" if self.canvas.outlined else "false"
        dom.by_id("gate-outlines").setAttribute("aria-pressed", pressed)
        self.canvas.draw()

    def _changed(self) -> None:
        """What is ticked or taken in changed."""
        self._show(self._item)

    def _key(self, event: "object") -> None:
        item = self.queue.current
        if self.asked is None or item is None or dom.dialog_is_open():
            return
        press = self.canvas.press(event)
        command = review_keys.command(press, item.editor.fitted, review_keys.field_of(event.target))
        if command is None:
            return
        event.preventDefault()
        if command == review_keys.CONFIRM:
            self._save(YES) if self.asked.alone else self._accept()
        elif command == review_keys.SAVE:
            self._save(YES)
        elif command in (review_keys.NEXT, review_keys.PREVIOUS):
            self.step(1 if command == review_keys.NEXT else -1)
        elif command == review_keys.TRAVEL:
            if (self.canvas.counted or not press.repeat) and item.finished is not None:
                self._travel()
        elif command == review_keys.OUTLINE:
            self._outline()
        elif command == review_keys.COVER:
            self._cover()
        elif command == review_keys.STAY:
            self._stay(item.reread is not None and bool(item.reread.undecided))
        elif command in (review_keys.NEXT_PLACE, review_keys.PREVIOUS_PLACE):
            self.places.step(1 if command == review_keys.NEXT_PLACE else -1)
        elif command in (review_keys.EDIT, review_keys.LEAVE):
            self._leave(command == review_keys.EDIT)
        elif command != review_keys.NOTHING:
            review_keys.move_view(item.editor, press)
            self.canvas.draw()
            self.viewed()

    # Showing

    def show(self, item: "Item | None") -> None:
        """Show how far the current image is."""
        if self.asked is None:
            return
        if item is None or not self.asked.place(item):
            self._close(NO)  # others were opened, or it was closed
            return
        self.asked.refresh(item)
        if self.asked.alone and self.finisher.failed(item):
            self._close(NO)  # the editor says why
            return
        self.rereader.go_on()
        self._show(item)
        self.images.show(item)

    def _show(self, item: "Item") -> None:
        waiting = self._waiting is not None
        self.questions.show(item, self._making(item))
        self.questions.show_read(len(self.rereader.read) if self.rereader.there else None, waiting)
        self.places.show(item, self.rereader.reads(item), waiting)

    def _making(self, item: "Item") -> bool:
        return item.finished is None and not self.finisher.failed(item)


def _left_by_crop(editor: "Editor") -> "Rectangle | None":
    """The parts of the picture that a crop leaves or touches, None without one."""
    records = editor.once_confirmed()
    for key in sorted(records):
        if isinstance(records[key], Crop):
            shape = records[key].shape
            # Whole parts of what counts as seen, which begin at another edge once it is turned.
            x, y = max(0, shape.x - TILE), max(0, shape.y - TILE)
            right, bottom = shape.right + TILE, shape.bottom + TILE
            return Rectangle(x, y, right - x, bottom - y).clipped(*editor.size)
    return None
