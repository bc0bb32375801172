"""The page: which parts are shown, what the buttons and keys do. Decides no policy."""

from pixelseal.ui.browser import dom
from pixelseal.ui.browser.addresses import Addresses
from pixelseal.ui.editor import keys
from pixelseal.ui.editor.grown_outlines import GrownOutlines
from pixelseal.ui.editor.tools import TOOLS
from pixelseal.ui.images.item import WORKING
from pixelseal.ui.saving.review_gate import Gate
from pixelseal.ui.saving.saving import Saving
from pixelseal.ui.text import status_text, words
from pixelseal.ui.views.canvas import problem, toolbar
from pixelseal.ui.views.canvas.canvas import CanvasView
from pixelseal.ui.views.canvas.comparison import Comparison
from pixelseal.ui.views.copy import CopyView
from pixelseal.ui.views.file_intake import FileIntake
from pixelseal.ui.views.filmstrip.filmstrip import Filmstrip
from pixelseal.ui.views.filmstrip.proposals import ProposalsView
from pixelseal.ui.views.language import LanguageChoice
from pixelseal.ui.views.messages import MessagesView
from pixelseal.ui.views.panels.alternate_id import AlternateField
from pixelseal.ui.views.panels.file_facts import FileFacts, Results
from pixelseal.ui.views.panels.gate import GateView
from pixelseal.ui.views.panels.output_field import OutputField
from pixelseal.ui.views.panels.project import ProjectView
from pixelseal.ui.views.panels.region_list import RegionList
from pixelseal.ui.views.panels.saving import SavingView
from pixelseal.ui.views.panels.tabs import Tabs
from pixelseal.ui.views.panels.unseen_walk import UnseenWalk
from pixelseal.ui.views.small_screen import SmallScreen
from pixelseal.ui.views.verify import VerifyView
from pixelseal.ui.workbench.workbench import Workbench

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item


class Page:
    """Connects the views to the workbench; `render` shows the present state."""

    def __init__(self, host: "BrowserHost") -> None:
        self.host = host
        LanguageChoice(self._language_chosen)
        self.addresses = Addresses()
        self.workbench = Workbench(host, self.render, self.addresses.release)
        self.queue = self.workbench.queue
        self.small_screen = SmallScreen()
        self.tabs = Tabs(self.small_screen.open_panel)
        self.messages = messages = self.workbench.messages
        self.spoken = MessagesView(messages)
        self.comparison = Comparison(self.workbench, self.render)
        self.canvas = CanvasView(
            self.edited,
            self.viewed,
            self._sized,
            self._seen,
            self._look_on,
            self.comparison,
            self.addresses,
            messages.say,
        )
        self.unseen_walk = unseen_walk = UnseenWalk(
            self.queue,
            self.canvas,
            messages,
            self.small_screen,
            self.tabs,
            self.go,
            self.viewed,
            self.render,
        )
        gate = Gate(GateView().decide, unseen_walk.go_to_unseen, unseen_walk.go_to_checklist)
        self.saving = Saving(self.workbench, gate)
        self.grown_outlines = GrownOutlines(host, self.canvas.draw)
        self.regions = RegionList(self.edited)
        self.carries = FileFacts()
        self.results = Results()
        self.filmstrip = Filmstrip(self.queue, self.go, self.close, self.addresses.thumb)
        self.run = SavingView(self.saving, self.go)
        self.verify = VerifyView(host)
        self.copy = CopyView(host)
        self.project = ProjectView(self.workbench)
        self.alternate = AlternateField(self.workbench.names, self.render)
        self.output = OutputField(self.queue, self.render, messages.say)
        self.proposals = ProposalsView(self.queue, self.canvas, messages.say, self.render)
        self._begun = False  # something was marked since the page was opened
        self._buttons()
        self.file_intake = FileIntake(self.workbench)
        dom.on_window("keydown", self._key)
        dom.on_window("beforeunload", self._leaving)
        dom.put_text(dom.by_id("build"), host.build)
        host.listen(self._host_changed)
        self.render()

    # Wiring

    def _buttons(self) -> None:
        with_editor = {
            "undo": lambda editor: editor.undo(),
            "redo": lambda editor: editor.redo(),
            "delete-region": lambda editor: editor.delete(),
            "add-region": lambda editor: editor.add_in_view(),
            "zoom-in": lambda editor: editor.zoom_by(keys.ZOOM_STEP),
            "zoom-out": lambda editor: editor.zoom_by(1 / keys.ZOOM_STEP),
            "zoom-fit": lambda editor: editor.fit(),
            "zoom-actual": lambda editor: editor.actual_size(),
            "brush-smaller": lambda editor: editor.size_brush(-1),
            "brush-larger": lambda editor: editor.size_brush(1),
        }
        for name in with_editor:
            dom.on_click(name, self._on_editor(with_editor[name]))
        dom.on_click("add-region", lambda: dom.focus("canvas"))
        for tool in TOOLS:
            dom.on_click("tool-" + tool, self._on_editor(self._taking(tool)))
        saves = {
            "save-image": self.saving.image,
            "save-certificate": self.saving.certificate,
            "save-record": self.saving.record,
        }
        for name in saves:
            dom.on_click(name, self._on_item(self._then_back(saves[name], name)))
        dom.on_click("retry", self._on_item(self.workbench.retry))
        dom.on_click("brighten", self._on_item(self.workbench.brighten))
        dom.on_click("save-recipe", self._on_item(self.saving.recipe))
        dom.on_click("cancel", self.saving.cancel)
        dom.on_click("close-chosen", lambda: dom.spawn(self._close_chosen()))
        dom.on_click("previous", lambda: self._step(-1))
        dom.on_click("next", lambda: self._step(1))
        dom.on_click("open-help", lambda: dom.by_id("help").showModal())
        dom.on_click("help-close", lambda: dom.by_id("help").close())

    def _on_editor(self, action: "object") -> "object":
        def pressed() -> None:
            item = self.queue.current
            if item is not None and item.editor.size is not None and not item.differs:
                item.pointer.abandon()
                action(item.editor)
                self.edited()

        return pressed

    def _on_item(self, action: "object") -> "object":
        return lambda: dom.spawn(action(self.queue.current))

    def _then_back(self, save: "object", name: str) -> "object":
        """An action that saves an image, and afterwards focuses that button.

        The focus must not stay on the canvas: the next arrow key would move a region unnoticed.
        """

        async def saved(item: "Item") -> None:
            # If nothing was saved the person may be on the canvas to look.
            passing = ("save-card", "canvas") if await save(item) else ("save-card",)
            if dom.focus_is_lost(*passing):
                dom.focus(name)

        return saved

    async def _save_by_key(self, item: "object") -> None:
        """Save an image; the next arrow key goes to the next one, and moves no region."""
        if await self.saving.image(item):
            item.editor.select(None)
            self.edited()
            if dom.focus_is_lost("save-card", "save-image"):
                dom.focus("canvas")
        elif dom.focus_is_lost("save-card"):
            dom.focus("save-image")

    def _leaving(self, event: "object") -> None:
        if self.queue.unsaved:
            event.preventDefault()
            event.returnValue = "unsaved"  # for older WebKit

    # Commands

    def _key(self, event: "object") -> None:
        press, current = self.canvas.press(event), self.queue.current
        command = keys.on_page(press)
        if command is None and current is not None and event.target == dom.by_id("canvas"):
            command = keys.steps(current.editor, press)
        typing = dom.takes_text(event.target)
        if command is None or current is None or dom.dialog_is_open():
            return
        if typing and command != "save":
            return
        event.preventDefault()
        if command == "save":
            if not dom.by_id("save-image").disabled:
                dom.spawn(self._save_by_key(current))
        elif command in ("next", "previous"):
            self._step(1 if command == "next" else -1)
        else:
            self._on_editor(lambda editor: getattr(editor, command)())()

    def _taking(self, tool: str) -> "object":
        return lambda editor: editor.take_tool(tool)

    def _step(self, by: int) -> None:
        if self.queue.step(by) and self.queue.current is not None:
            self.go(self.queue.current)

    def go(self, item: "Item") -> None:
        """Make an image current."""
        waiting = len(item.editor.proposals)
        self.messages.say(words.say("proposals-waiting", count=waiting) if waiting else "")
        if self.queue.current is not None:
            item.editor.tool = self.queue.current.editor.tool
            item.editor.diameter = self.queue.current.editor.diameter
        self.queue.current = item
        self.render()
        dom.spawn(self.workbench.draw_preview(item))

    def close(self, item: "Item") -> None:
        """Close an image, after asking if marks would be lost."""
        dom.spawn(self._close(item))

    async def _close(self, item: "Item") -> None:
        if item.unsaved and not await self._may_lose(words.say("close-one")):
            return
        self.queue.remove(item)
        self.addresses.forget(item)
        self.render()
        if self.queue.current is not None:
            dom.focus("canvas")

    async def _may_lose(self, question: str) -> bool:
        return await self.host.ask(question, words.say("close-and-lose"), words.say("go-back"))

    async def _close_chosen(self) -> None:
        queue = self.queue
        items = [item for item in queue.items if item.key in queue.chosen]
        marked = [item for item in items if item.unsaved]
        if marked and not await self._may_lose(words.say("close-several", count=len(marked))):
            return
        for item in items:
            queue.remove(item)
            self.addresses.forget(item)
        self.render()

    def _sized(self, item: "Item", width: int, height: int) -> None:
        dom.spawn(self.workbench.seen_by_browser(item, width, height))

    def _language_chosen(self) -> None:
        # Messages in the previous language are removed; repeatable ones are repeated.
        for item in self.queue.items:
            item.editor.said = ""
        self._host_changed()
        self.alternate.retell()
        self.copy.retell()
        self.project.retell()
        self.filmstrip.retell()
        self.messages.say(words.say("language-chosen"))
        self.render()

    # Showing

    def _close_all(self) -> None:
        for item in list(self.queue.items):
            self.queue.remove(item)
            self.addresses.forget(item)
        self.render()

    def _host_changed(self) -> None:
        if self.host.state == "refused" and self.queue.items:
            self._close_all()  # opened before its kind was known
        title, detail = status_text.seal(
            self.host.state, self.host.progress, self.host.reason, self.host.engine
        )
        dom.by_id("seal").dataset.state = self.host.state
        dom.put_text(dom.by_id("status-title"), title)
        dom.put_text(dom.by_id("status-detail"), detail)
        progress = dom.by_id("progress")
        progress.value = self.host.progress
        dom.show(progress, self.host.state == "loading")
        self.copy.show()
        self.file_intake.show()

    def edited(self) -> None:
        """The person changed something on the image: show it, with a message."""
        item = self.queue.current
        if item is not None:
            self.messages.say(item.editor.said)
            item.withdrawn = item.withdrawn and not item.editor.marked_here
        self.render()

    def viewed(self) -> None:
        """The person moved the view: nothing else can have changed."""
        item = self.queue.current
        if item is not None:
            toolbar.show(item)
            self.messages.say(item.editor.said)

    def _seen(self) -> None:
        """More of the image was seen: nothing else can have changed."""
        item = self.queue.current
        if item is None:
            return
        self.unseen_walk.show(item)
        self.filmstrip.show(self.queue.refresh())
        if item.reviewing.seen:
            self.messages.say_also(words.say("looked-all"))

    def _look_on(self) -> None:
        self.unseen_walk.on()

    def render(self) -> None:
        """Show everything as it is now."""
        item = self.queue.current
        touched = self.queue.refresh()
        self._frame(item)
        self.comparison.show(item)
        self.canvas.show(item)
        if item is not None and self.grown_outlines.lacks(item):
            dom.spawn(self.grown_outlines.ask(item))
        if item is not None:
            toolbar.show(item)
            self.tabs.show(item)
            problem.show(item)
            self.proposals.show(item)
            self.regions.show(item)
            self.unseen_walk.show(item)
            self.carries.show(item)
            self.alternate.show(item)
            self.output.show(item)
            self.results.show(item)
            self.filmstrip.show(touched)
        self.run.show()
        self._hint(item)

    def _hint(self, item: "Item | None") -> None:
        """Show how to begin, until something is marked for the first time."""
        if item is not None and item.editor.marked:
            self._begun = True
        new = item is not None and not (self._begun or item.refused)
        self.spoken.hint(words.say("first-hint") if new else "")

    def _frame(self, item: "Item | None") -> None:
        dom.show(dom.by_id("start"), item is None)
        dom.show(dom.by_id("work"), item is not None)
        dom.show(dom.by_id("strip"), item is not None)
        self.file_intake.move(item is not None)
        working = self.queue.state_counts.count((WORKING,)) > 0
        dom.show(dom.by_id("cancel"), working and not self.saving.busy)
