"""The page: creates its parts and shows the present state in them. Decides no policy."""

from pixelseal.ui.browser import dom
from pixelseal.ui.browser.addresses import Addresses
from pixelseal.ui.editor.grown_outlines import GrownOutlines
from pixelseal.ui.editor.soft_previews import SoftPreviewing
from pixelseal.ui.images.item import WORKING
from pixelseal.ui.saving.review_gate import Gate
from pixelseal.ui.saving.saving import Saving
from pixelseal.ui.text import status_text, words
from pixelseal.ui.views import dialogs
from pixelseal.ui.views.canvas import problem, toolbar
from pixelseal.ui.views.canvas.canvas import CanvasView
from pixelseal.ui.views.canvas.comparison import Comparison
from pixelseal.ui.views.controls import Controls
from pixelseal.ui.views.copy import CopyView
from pixelseal.ui.views.file_intake import FileIntake
from pixelseal.ui.views.filmstrip.chosen_acts import ChosenActs
from pixelseal.ui.views.filmstrip.filmstrip import Filmstrip
from pixelseal.ui.views.filmstrip.proposals import ProposalsView
from pixelseal.ui.views.filmstrip.tiles_in_sight import TilesInSight
from pixelseal.ui.views.first_use import FirstUse
from pixelseal.ui.views.language import LanguageChoice
from pixelseal.ui.views.messages import MessagesView
from pixelseal.ui.views.navigation import Navigation
from pixelseal.ui.views.panels.alternate_id import AlternateField
from pixelseal.ui.views.panels.file_facts import FileFacts, Results
from pixelseal.ui.views.panels.names import NamesField
from pixelseal.ui.views.panels.output_field import OutputField
from pixelseal.ui.views.panels.region_list import RegionList
from pixelseal.ui.views.panels.save_choices import SaveChoices
from pixelseal.ui.views.panels.saving import SavingView
from pixelseal.ui.views.panels.tabs import Tabs
from pixelseal.ui.views.panels.unseen_walk import UnseenWalk
from pixelseal.ui.views.small_screen import SmallScreen
from pixelseal.ui.workbench.workbench import Workbench

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.saving.asked import Asked
    from pixelseal.ui.views.canvas.returned import ReturnedView
    from pixelseal.ui.views.find import FindView
    from pixelseal.ui.views.review.mode import ReviewMode

_AT_ONCE = 50  # images whose state is found out in one go, which takes about 5 ms

_UNHURRIED = 100  # milliseconds until something is shown that changed out of sight


class Page:
    """Connects the views to the workbench; `render` shows the present state."""

    def __init__(self, host: "BrowserHost") -> None:
        self.host = host
        LanguageChoice(self._language_chosen)
        self.addresses = Addresses()
        self.workbench = Workbench(
            host, self.render, self.addresses.release, lambda: self.render_soon(_UNHURRIED)
        )
        self.queue = self.workbench.queue
        self.navigation = navigation = Navigation(self.workbench, self.addresses, self.render)
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
            self._go_to_unseen,
            self._confirm,
            self._travel,
            self.comparison,
            self.addresses,
        )
        self.unseen_walk = UnseenWalk(
            self.queue,
            self.canvas,
            messages,
            self.small_screen,
            navigation.go,
            self.viewed,
            self.render,
        )
        self.review = FirstUse(self._made_review)
        self.saving = Saving(self.workbench, Gate(self._decide, host))
        self.grown_outlines = GrownOutlines(host, self.canvas.draw)
        self.soft_previewing = SoftPreviewing(host, self.render)
        self.regions = RegionList(self.edited)
        self.carries = FileFacts()
        self.results = Results()
        self.sharing = FirstUse(lambda: dialogs.sharing(self.saving, self.queue))
        self.tiles = TilesInSight(host, self.queue, self.addresses)
        self.filmstrip = Filmstrip(
            self.queue,
            navigation.go,
            navigation.close,
            self.tiles,
            self.workbench.names.stem_for,
        )
        self.run = SavingView(self.saving, navigation.go)
        self.verify = FirstUse(lambda: dialogs.verify(host))
        self.copy = CopyView(host)
        self.project = FirstUse(lambda: dialogs.project(self.workbench))
        self.process = FirstUse(lambda: dialogs.process(self.workbench, navigation.go))
        self.help = FirstUse(dialogs.help)
        self.proof = FirstUse(lambda: dialogs.proof(host))
        self.find = FirstUse(self._made_find)
        self.returned = FirstUse(self._made_returned)
        self.naming = NamesField(self.workbench, self.render, lambda: self.project().open_table())
        self.alternate = AlternateField(self.workbench.names, self.render)
        self.output = OutputField(host, self.queue, self.render, messages.say)
        self.choices = SaveChoices(self.workbench, self.small_screen.open_panel)
        self.proposals = ProposalsView(
            self.queue,
            self.canvas,
            navigation.go,
            messages.say,
            self.edited,
            self.render,
        )
        self.chosen_acts = ChosenActs(
            host, self.queue, messages.say, self.render, lambda: self.render_soon(_UNHURRIED)
        )
        self.policy_line = FirstUse(lambda: dialogs.policy_line(self.workbench, self.process))
        self._begun = False  # something was marked since the page was opened
        self._due = False  # `render` will be called again by itself
        Controls(
            self.workbench,
            self.saving,
            self.canvas,
            navigation.step,
            self.edited,
            lambda: self.help().open(),
            self.filmstrip.choose_all,
        )
        dom.on_click("open-verify", lambda: self.verify().open())
        dom.on_click("open-project", lambda: self.project().open())
        dom.on_click("open-process", lambda: self.process().open())
        dom.on_click("open-help", lambda: self.help().open())
        dom.on_click("open-proof", lambda: self.proof().open())
        dom.on_click("find", lambda: self.find().here())
        dom.on_click("find-all", lambda: self.find().everywhere())
        self.file_intake = FileIntake(self.workbench)
        dom.put_text(dom.by_id("build"), host.build)
        host.listen(self._host_changed)
        self.render()

    # What is made at its first use

    def _made_review(self) -> "ReviewMode":
        from pixelseal.ui.views.filmstrip.review_list import ReviewList
        from pixelseal.ui.views.review.mode import ReviewMode

        return ReviewMode(
            self.workbench,
            self.canvas,
            ReviewList(self.tiles, self._go_to_listed),
            self.navigation.put,
            self.unseen_walk.travel,
            self.unseen_walk.view,
            self.viewed,
            self.render,
        )

    def _made_returned(self) -> "ReturnedView":
        from pixelseal.ui.views.canvas.returned import ReturnedView

        return ReturnedView(self.workbench, self.navigation.go, self.render)

    async def _decide(self, asked: "Asked") -> str:
        review = self.review()
        if not asked.alone:
            await dom.next_task()  # what was missing took some time to find out
        return await review.decide(asked)

    def _made_find(self) -> "FindView":
        from pixelseal.ui.views.find import FindView

        return FindView(
            self.host,
            self.queue,
            self.messages,
            self.render,
            self.render_soon,
            # While a review asks, and its images are saved, what it is about must not change.
            lambda: self.comparison.reviewing or self.saving.busy,
        )

    # What happens

    def _sized(self, item: "Item", width: int, height: int) -> None:
        dom.spawn(self.workbench.seen_by_browser(item, width, height))

    def _language_chosen(self) -> None:
        # Messages in the previous language are removed; repeatable ones are repeated.
        for item in self.queue.items:
            item.editor.said = ""
        self._host_changed()
        self.alternate.language_changed()
        self.copy.language_changed()
        if self.project.made is not None:
            self.project.made.language_changed()
        for part in (self.process, self.proof):
            if part.made is not None:
                part.made.language_changed()
        self.filmstrip.language_changed()
        self.messages.say(words.say("language-chosen"))
        self.render()

    # Showing

    def _host_changed(self) -> None:
        if self.host.state == "refused" and self.queue.items:
            self.navigation.close_all()  # opened before its kind was known
        title, detail = status_text.seal(
            self.host.state, self.host.progress, self.host.reason, self.host.engine
        )
        dom.by_id("seal").dataset.state = self.host.state
        dom.show(dom.by_id("open-proof"), self.host.state == "sealed")
        dom.put_text(dom.by_id("status-title"), title)
        dom.put_text(dom.by_id("status-detail"), detail)
        progress = dom.by_id("progress")
        progress.value = self.host.progress
        dom.show(progress, self.host.state == "loading")
        self.copy.show()
        if self.host.sealed and self.host.policy is not None:
            self.policy_line().take_hosted()
        self.file_intake.show()
        self._show_finding()

    def _show_finding(self) -> None:
        if self.find.made is None and len(self.queue.items) > 1 and self.host.finders == "there":
            self.find()  # a set is searched by itself
        if self.find.made is not None:
            self.find.made.show()

    def edited(self) -> None:
        """The person changed something on the image: show it, with a message."""
        item = self.queue.current
        if item is not None:
            self.chosen_acts.turned(item)
            self.messages.say(item.editor.said)
            item.withdrawn = item.withdrawn and not item.editor.marked_here
        self.render()

    def viewed(self) -> None:
        """The person moved the view: nothing else can have changed."""
        item = self.queue.current
        if item is not None:
            toolbar.show(item, self.comparison.output.result)
            self.messages.say(item.editor.said)

    def _seen(self) -> None:
        """More of the image was seen: nothing else can have changed."""
        item = self.queue.current
        if item is None:
            return
        self.unseen_walk.show(item)
        self._show_review(item)
        self.filmstrip.show(self.queue.refresh(_AT_ONCE))
        if item.reviewing.seen:
            self.messages.say_also(words.say("looked-all"))

    def _go_to_unseen(self) -> None:
        self.unseen_walk.on()

    def _go_to_listed(self, item: "Item") -> None:
        self.review().go_to(item)

    def _confirm(self, everything: bool) -> None:
        self.proposals.by_key(everything)

    def _travel(self) -> None:
        self.unseen_walk.travel()

    def render_soon(self, milliseconds: int = 0) -> None:
        """Show everything in a task of its own, once, however often this is called before."""
        if not self._due:
            self._due = True
            dom.spawn(self._render_next(milliseconds))

    async def _render_next(self, milliseconds: int) -> None:
        await dom.next_task(milliseconds)
        self._due = False
        self.render()

    def render(self) -> None:
        """Show everything as it is now; of thousands of images that changed, some at a time."""
        item = self.queue.current
        touched = self.queue.refresh(_AT_ONCE)
        if self.queue.waiting:
            self.render_soon()
        self._frame(item)
        self.comparison.show(item)
        self.canvas.show(item)
        if item is not None and self.grown_outlines.lacks(item):
            dom.spawn(self.grown_outlines.ask(item))
        if item is not None and self.soft_previewing.lacks(item):
            dom.spawn(self.soft_previewing.ask(item))
        if self.workbench.returned is not None:
            self.returned().show(item)
        if item is not None:
            toolbar.show(item, self.comparison.output.result)
            self.tabs.show(item)
            problem.show(item)
            self.proposals.show(item)
            self.regions.show(item)
            self.unseen_walk.show(item)
            self.carries.show(item)
            self.naming.show(item)
            self.alternate.show(item)
            self.output.show(item)
            self.choices.show(item)
            self.results.show(item)
            if self.workbench.host.shareable:
                self.sharing().show(item)
            self.filmstrip.show(touched)
            self.chosen_acts.show()
        self.run.show()
        self.small_screen.show()
        self._show_review(item)
        self._hint(item)

    def _show_review(self, item: "Item | None") -> None:
        if self.review.made is not None:
            self.review.made.show(item)

    def _hint(self, item: "Item | None") -> None:
        """Show how to begin, until something is marked for the first time."""
        if item is not None and item.editor.marked:
            self._begun = True
        new = item is not None and not (self._begun or item.refused or self.comparison.reviewing)
        self.spoken.hint(words.say("first-hint") if new else "")

    def _frame(self, item: "Item | None") -> None:
        if self.queue.in_force.holds or self.policy_line.made is not None:
            self.policy_line().show()
        dom.show(dom.by_id("start"), item is None)
        dom.show(dom.by_id("work"), item is not None)
        dom.show(dom.by_id("strip"), item is not None)
        dom.show(dom.by_id("find-all"), len(self.queue.items) > 1)
        self._show_finding()
        self.file_intake.move(item is not None)
        working = self.queue.state_counts.count((WORKING,)) > 0
        dom.show(dom.by_id("cancel"), working and not self.saving.busy)
