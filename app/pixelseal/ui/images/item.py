"""One open image: its state, facts and results. Asks no engine."""

from pixelseal.model import protocol
from pixelseal.model.recipe.recipe import is_alternate_id
from pixelseal.model.review import NO
from pixelseal.ui.editor.editor import Editor
from pixelseal.ui.editor.pointer import Pointer
from pixelseal.ui.editor.reviewing import Reviewing
from pixelseal.ui.editor.shown_proposals import ShownProposals
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.finding import Finding
    from pixelseal.model.project.assessment import Assessment
    from pixelseal.model.recipe.recipe import Recipe
    from pixelseal.model.review import Review
    from pixelseal.ui.images.in_force import InForce
    from pixelseal.ui.images.preview_cache import Preview
    from pixelseal.ui.images.reread import Reread
    from pixelseal.ui.images.result import Result
    from pixelseal.ui.images.sought import Sought


WAITING = "waiting"  # not inspected yet
READY = "ready"  # nothing is marked on it
PROPOSED = "proposed"  # regions that wait to be confirmed were copied to it, or found
MARKED = "marked"
WORKING = "working"
MADE = "made"  # a result is there and not saved
SAVED = "saved"
PROBLEM = "problem"  # the last try failed; the marks are kept, and it can be tried again
REFUSED = "refused"  # the file cannot be opened
# Pixels of a picture up to which the browser's is compared: four bytes each, temporarily. The
# engine draws larger ones in tiles.
COMPARED_MOST = 64_000_000
STATES = (WAITING, READY, PROPOSED, MARKED, WORKING, MADE, SAVED, PROBLEM, REFUSED)


class Item:
    """One open image with its own document, history, findings and result.

    A file with several pages becomes several items, which share the file and its random name.
    """

    def __init__(self, key: int, name: str, blob: "object", label: str) -> None:
        self.key = key
        self.file_key = key  # the same for all pages of a file
        self.name = name  # the source's name: shown here, never in anything shared
        self.blob = blob
        self.page = 1
        self.pages = 1
        self.random_label = label
        self.alternate_id = ""
        self.output: "object" = None  # settings that came with a recipe
        self.in_force: "InForce | None" = None  # the policy that holds for all images
        self.editor = Editor()
        self.pointer = Pointer(self.editor)
        self.reviewing = Reviewing(self.editor)
        self.shown_proposals = ShownProposals(self.editor)
        self.inspection: "object" = None
        self.error: "tuple[str, dict] | None" = None  # (code, values)
        self.refused = False
        self.working = ""  # the current operation
        self.result: "Result | None" = None
        self.saved_before: "Result | None" = None  # one that was saved, before another was made
        self.pending_recipe: "Recipe | None" = None
        self.browser_size: "tuple[int, int] | None" = None  # (0, 0): the browser cannot show it
        self.preview: "Preview | None" = None  # if the engine had to draw the picture
        self.thumb: "object" = None  # a small Blob of it, which stays when the preview is released
        self.tile: "object" = None  # a small Blob from the engine for its tile, of one not opened
        self.same = False  # the engine found the browser's picture to be equal to its own
        self.dim = False  # some part of it looks empty on a screen unless it is brightened
        self.bright = False  # the engine draws it brightened
        self.opened = False  # it was the current one
        self.withdrawn = False  # marks were made on a picture that turned out to be another
        self.sought: "Sought | None" = None  # once finders have looked at it
        self.reread: "Reread | None" = None  # once they have looked at a finished picture of it
        self.assessed: "Assessment | None" = None  # what was visible before work began
        self.returned: "object" = None  # the note of a second person who sent it back
        self.kept: "object" = None  # what of `work` is in a project file

    @property
    def title(self) -> str:
        """The item's name on the screen."""
        name = self.name or words.say("pasted-image")
        if self.pages == 1:
            return name
        return words.say("page-title", name=name, page=self.page, pages=self.pages)

    @property
    def picture(self) -> "object":
        """The Blob to show, None if there is none: browsers show only the first page of a file."""
        if self.preview is not None:
            return self.preview.whole
        return self.blob if self.page == 1 else None

    @property
    def digests(self) -> "tuple":
        """Digests that an alternate ID must not be part of: the file's SHA-256, once known."""
        return () if self.inspection is None else (self.inspection["sha256"],)

    @property
    def confirmed(self) -> bool:
        """True if what the person sees, or saw first, is the engine's picture or equal to it.

        Before that nothing counts: no mark is burned and no part counts as seen.
        """
        return self.same or self.preview is not None or self.thumb is not None

    @property
    def visible(self) -> bool:
        """True if all of the picture is visible as it is shown."""
        return self.confirmed and (self.bright or not self.dim)

    @property
    def comparable(self) -> bool:
        """True if the browser's picture may turn out to be equal to the engine's."""
        known = self.inspection
        if known is None or self.page != 1 or not known["browser_may_show"]:
            return False
        fits = self.browser_size in (None, (known["width"], known["height"]))
        return fits and self.pixels <= COMPARED_MOST

    @property
    def differs(self) -> bool:
        """True if the browser's picture, if any, is known to differ from the engine's."""
        known = self.inspection is not None and self.browser_size is not None
        return known and not self.refused and not self.confirmed and not self.comparable

    @property
    def provisional(self) -> bool:
        """True if something was marked on a picture that is not yet confirmed."""
        return not self.confirmed and not self.refused and self.editor.marked_here

    @property
    def judging(self) -> bool:
        """True while the engine compares the browser's picture with its own."""
        return self.working == protocol.PREVIEW and not self.confirmed

    def withdraw(self) -> None:
        """Undo what was done on a picture that turned out to differ from the engine's."""
        dragged = self.pointer.abandon()
        self.withdrawn = self.editor.withdraw() or dragged or self.withdrawn
        self.reviewing.forget()
        self.shown_proposals.forget()

    @property
    def is_redrawn(self) -> bool:
        """True if the engine drew the picture before and must do so again."""
        return self.preview is None and self.thumb is not None and not self.same

    @property
    def stem(self) -> str:
        """The requested stem of outputs: the alternate ID, or the random name."""
        return self.alternate_id or self.random_label

    @property
    def label(self) -> str:
        """The names of outputs."""
        return self.label_of(self.stem)

    def label_of(self, stem: str) -> str:
        """The name of outputs with that stem; the engine appends a page's number as well."""
        return stem if self.pages == 1 else "{}-p{:03d}".format(stem, self.page)

    @property
    def recipe(self) -> "Recipe":
        """The current recipe."""
        return self.editor.recipe(self.alternate_id or None, self.output, self.page)

    @property
    def review(self) -> "Review":
        """The current review."""
        return self.reviewing.review

    @property
    def searched(self) -> bool:
        """True if finders have looked at it."""
        return self.sought is not None

    @property
    def found_before(self) -> "Finding | None":
        """What is stated of programs that looked at the image itself, None if none did."""
        return None if self.sought is None else self.sought.statement()

    @property
    def finding(self) -> "Finding | None":
        """The same together with what they found in the finished one, None if none looked."""
        before = self.found_before
        return before if self.reread is None else self.reread.statement(before)

    def looked_at(self) -> "Sought":
        """What programs found on it, to be added to."""
        if self.sought is None:
            from pixelseal.ui.images.sought import Sought

            self.sought = Sought(self.editor)
        return self.sought

    @property
    def unread(self) -> bool:
        """True if finders are to look at the finished picture before it is saved by itself."""
        return self.reread is None or self.reread.waits

    @property
    def recipe_once_confirmed(self) -> "Recipe":
        """What the recipe will be if all proposals are confirmed."""
        return self.editor.recipe(self.alternate_id or None, self.output, self.page, True)

    def result_of(self, recipe: "Recipe") -> "Result | None":
        """The result that was made from that recipe, if there is one."""
        for result in (self.result, self.saved_before):
            if result is not None and result.recipe == recipe:
                return result
        return None

    def put_result(self, result: "Result") -> None:
        """Another result was made; that the one before was saved is not forgotten."""
        before = self.result
        if before is not None and before.saved and before.recipe != result.recipe:
            before.image = before.preview = None
            self.saved_before = before
        self.result = result

    @property
    def current_result(self) -> "Result | None":
        """The result, if it was made from the current recipe."""
        return self.result_of(self.recipe)

    @property
    def finished(self) -> "Result | None":
        """What will be saved once all proposals are confirmed, if its image is there."""
        if self.result is None or self.result.image is None:
            return None
        result = self.result_of(self.recipe_once_confirmed)
        return None if result is None or result.image is None else result

    @property
    def finished_visible(self) -> bool:
        """True if a screen shows all of the finished picture as it is shown."""
        known = self.confirmed or (self.inspection or {}).get("browser_may_show", False)
        return known and (self.bright or not self.dim)

    @property
    def held_result(self) -> "Result | None":
        """The current result, if its image was not released."""
        result = self.current_result
        return None if result is None or result.image is None else result

    @property
    def state(self) -> str:
        """One of STATES."""
        if self.working == protocol.REDACT:
            return WORKING
        if self.refused:
            return REFUSED
        if self.error is not None:
            return PROBLEM
        if self.editor.proposals:
            return PROPOSED
        result = self.current_result
        if result is not None:
            return SAVED if result.saved else MADE
        if self.inspection is None:
            return WAITING
        return MARKED if self.editor.marked else READY

    @property
    def unseen(self) -> bool:
        """True if it can be opened, and was neither seen completely nor stated to be."""
        return not self.refused and self.reviewing.looked == NO

    @property
    def work(self) -> "tuple":
        """The person's work on this image, as a project file stores it."""
        marks = self.recipe, tuple(self.editor.proposals)
        return marks + (dict(self.reviewing.given), self.assessed)

    @property
    def unsaved(self) -> bool:
        """True if there are marks, or a turn, that are in no saved image and no saved project.

        What was assessed is in no image.
        """
        if not (self.editor.edited or self.assessed is not None) or self.kept == self.work:
            return False
        if self.assessed is not None and (self.kept is None or self.kept[-1] != self.assessed):
            return True
        if not self.editor.edited:
            return False
        result = self.current_result
        return bool(self.editor.proposals) or result is None or not result.saved

    @property
    def recipe_failed(self) -> bool:
        """True if a recipe for this image could not be applied."""
        code = "" if self.error is None else self.error[0]
        if code.split("-")[0] in ("recipe", "method"):
            return True
        return code in ("region-outside", "keep-too-small", "crop-too-small")

    @property
    def can_retry(self) -> bool:
        """True if another try may succeed."""
        return self.error is not None and not self.refused and not self.recipe_failed

    @property
    def pixels(self) -> int:
        """The number of pixels, 0 if not yet known."""
        return (
            0 if self.inspection is None else self.inspection["width"] * self.inspection["height"]
        )

    @property
    def picture_due(self) -> bool:
        """True if the browser or the engine is still preparing the picture."""
        shown = self.same or self.preview is not None
        return not shown and (self.browser_size is None or self.needs_preview)

    @property
    def loading(self) -> bool:
        """True if the browser is still loading the picture."""
        shown = self.refused or self.preview is not None or self.browser_size is not None
        return not shown and self.picture is not None

    @property
    def needs_preview(self) -> bool:
        """True if the engine must draw the picture, or compare the browser's with its own."""
        if self.inspection is None or self.refused or self.preview is not None or self.same:
            return False
        return self.browser_size is not None  # else the browser is still loading

    def set_alternate_id(self, text: str) -> bool:
        """Set an alternate ID, "" for none; False, and nothing changed, if it is invalid."""
        if text and not is_alternate_id(text):
            return False
        self.alternate_id = text
        return True
