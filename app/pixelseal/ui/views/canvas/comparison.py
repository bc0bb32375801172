"""Before and after: shows what will be saved, while held or until switched back.

Only ever shows what the engine made; if nothing is made yet, has it made and says so.
"""

from pixelseal.model import protocol
from pixelseal.ui.browser import dom
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.images.preview_cache import drawn
from pixelseal.ui.text import words
from pixelseal.ui.views.canvas.output_view import Output

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.result import Result
    from pixelseal.ui.workbench.workbench import Workbench

LONG = 400  # milliseconds after which a press is a hold, not a click


class Comparison:
    """The Compare button and key."""

    def __init__(self, workbench: "Workbench", changed: "Callable[[], None]") -> None:
        self.workbench = workbench
        self.changed = changed  # called after what is on the screen may be another picture
        self.output = Output(lambda result: dom.spawn(self._draw(result)))
        self.reviewing = False  # the finished picture is shown, to be accepted
        self._item: "Item | None" = None
        self._held = False
        self._on = False
        self._long = False
        self._drawing = []  # results that the engine draws for the screen
        self._making: "Item | None" = None  # the image that the engine is processing for this
        self._grown_long = dom.debounced(self._is_long, LONG)
        button = dom.by_id("compare")
        dom.listen(button, "pointerdown", lambda event: self._press())
        dom.on_window("pointerup", lambda event: self._lift())
        dom.on_window("pointercancel", lambda event: self._lift())
        dom.listen(button, "click", lambda event: self._click())

    # What the person does

    def hold(self, held: bool) -> None:
        """The key is held, or released; holding it after a switch ends the switched state."""
        if held == self._held:
            return
        self._held = held
        self._on = False
        self._changed()

    def _press(self) -> None:
        self._held, self._long = True, False
        self._grown_long()
        self._changed()

    def _is_long(self) -> None:
        self._long = self._held

    def _lift(self) -> None:
        if self._held:
            self._held = False
            self._changed()

    def _click(self) -> None:
        # A long press is a hold; a short one, and a key on the button, switch.
        if not self._long:
            self._on = not self._on
            self._changed()
        self._long = False

    # What follows

    def _changed(self) -> None:
        item = self.workbench.queue.current
        if item is not None and item.held_result is None and self._wanted and self._making is None:
            self._making = item
            dom.spawn(self._make(item))
        self.changed()

    @property
    def _wanted(self) -> bool:
        return self._held or self._on or self.reviewing

    async def _make(self, item: "Item") -> None:
        await self.workbench.settle([item])  # an early press is not lost
        if not item.withdrawn:
            # What a policy demands to be stated of it is asked for when it is saved.
            await self.workbench.make(item, ahead=not item.editor.proposals)
        self._making = None
        if item.held_result is None and item.error is None and item is self._item:
            self.workbench.messages.say(words.say("compare-not-yet"))
        self.changed()

    async def _draw(self, result: "Result", bright: bool = False) -> None:
        """Have the engine draw an output that the browser cannot show, or show brightened."""
        self._drawing.append(result)
        try:
            args = {"page": 1, "bright": bright}
            host = self.workbench.host
            value, buffers = await host.request(protocol.PREVIEW, args, [result.image])
            result.preview, _thumb = drawn(host, value, buffers)
            result.bright = bright
        except Failure as failure:
            self._off()
            self.workbench.messages.say(words.sentence(failure.code, failure.values))
        self._drawing.remove(result)
        self.changed()

    def _off(self) -> None:
        self._held = self._on = False

    def show(self, item: "Item | None") -> None:
        """Show before or after, as the image is now."""
        if item is not self._item:
            self._item = item
            self._off()
        result: "object" = None if item is None else item.held_result
        if item is not None and self.reviewing:
            result = item.finished
            if result is not None and result.bright and not item.bright:
                result.preview, result.bright = None, False
            waits = result is not None and item.bright and not result.bright
            if waits and result not in self._drawing:
                dom.spawn(self._draw(result, item.bright))
        if self._wanted and result is None and self._making is not item:
            self._off()  # it changed, or cannot be made: back to the picture
        after = self._wanted and result is not None
        self.output.show(result if after else None)
        button = dom.by_id("compare")
        button.setAttribute("aria-pressed", "true" if self._wanted else "false")
        button.disabled = item is None or item.inspection is None or item.refused
        text = ""
        if self._wanted:
            nearly = after and result.preview is not None and not result.preview.exact
            key = "compare-nearly" if nearly else "compare-after"
            text = words.say(key if after else "compare-making")
        dom.put_text(dom.by_id("compare-note"), text)
