"""What a second person decides about a set, in the page: compared, shown, decided, saved. No view.

Nothing is decided about an image before each of its pages was on the screen.
"""

from pixelseal.model import protocol
from pixelseal.model.errors import PixelsealError
from pixelseal.model.process import validation, values
from pixelseal.model.process.validated_set import UNDECIDED, Pair, line_of
from pixelseal.model.process.validation import (
    ACCEPTED,
    SENT_BACK,
    Entry,
    Hash,
    Of,
    Validation,
    ValidationError,
)
from pixelseal.model.verify import verdicts
from pixelseal.ui.browser.host import kind_of
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.images.in_order import in_order
from pixelseal.ui.images.preview_cache import drawn
from pixelseal.ui.workbench import verifying

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.model.process.validation import Mark
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.workbench.signatures import Signatures
    from pixelseal.ui.workbench.verifying import Row

NAME = "validation.json"
# Rows of what is in order: images that can be decided about, and lists that fit them.
_WELL = (verdicts.UNCHANGED, verdicts.SUMS_MATCH, verdicts.SUMS_ALONE, verdicts.SIGNATURE)
_CERTIFICATE = 256 * 1024  # bytes of a certificate that are shown


class Image:
    """An image of the set with its certificate, unchanged, and what was decided about it."""

    def __init__(self, pair: Pair, picture: "object", certificate: "object") -> None:
        self.pair = pair
        self.picture = picture  # Blobs
        self.certificate = certificate
        self.may_show = False  # the browser can show its first page
        self.sizes: "list[tuple[int, int]]" = []  # of each page in pixels, once it was inspected
        self.unseen: "set[int]" = {1}  # pages that were not on the screen yet
        self.decision = UNDECIDED
        self.note = ""
        self.mark: "Mark | None" = None

    def entry(self) -> Entry:
        """What the validation says of it."""
        pair, back = self.pair, self.decision == SENT_BACK
        mark = self.mark if back else None
        note = self.note if back else None
        return Entry(pair.image, pair.sha256, pair.certificate, self.decision, note, mark)


class Validating:
    """At most one set: `rows` for all that is in it, those `left_out` first; `images` for what can
    be decided about.

    `at` is the place of the image that is looked at; `unsaved` is True while decisions are.
    """

    def __init__(self, host: "BrowserHost") -> None:
        self.host = host
        self.rows: "list[Row]" = []
        self.left_out: "list[Row]" = []
        self.images: "list[Image]" = []
        self.at = 0
        self.unsaved = False
        self._counts = {ACCEPTED: 0, SENT_BACK: 0, UNDECIDED: 0}  # of thousands, at each press
        self._asked = 0  # the latest set that was handed in is the one that is taken

    async def take(
        self,
        files: "list[tuple[str, object]]",
        rows: "list[Row]",
        signatures: "Signatures",
        going: "Callable[[int, int], None]",
    ) -> bool:
        """Compare (name, Blob) files; `rows` are of what could not be read. Calls going(done, all).

        False if another set was handed in meanwhile. ValidationError: validation-doubled,
        validation-too-long; what was open stays.
        """
        self._asked += 1
        asked = self._asked

        def told(done: int, total: int) -> None:
            if asked == self._asked:
                going(done, total)

        found = rows + await verifying.compared(self.host, files, told, signatures)
        if asked != self._asked:
            return False
        slices, named = TimeSlices(self.host), []
        left_out: "list[Row]" = []
        well: "list[Row]" = []
        for row in found:
            (well if row.verdict["status"] in _WELL else left_out).append(row)
            if row.verdict["status"] == verdicts.UNCHANGED and values.is_image(row.verdict["file"]):
                pair = Pair(row.verdict["file"], row.sha256[0], row.sha256[1])
                named.append((pair.image, Image(pair, row.picture, row.paper)))
            await slices.turn()
        if len(named) > validation.MAX_IMAGES:
            raise ValidationError("validation-too-long", images=validation.MAX_IMAGES)
        images: "list[Image]" = []
        for image in await in_order(named, slices):
            if images and images[-1].pair.image == image.pair.image:
                if images[-1].pair != image.pair:
                    raise ValidationError("validation-doubled", name=image.pair.image)
                continue  # a copy of the same
            images.append(image)
            await slices.turn()
        # What needs an eye comes first: among thousands it would not be found.
        self.left_out, self.rows = left_out, left_out + well
        self.images, self.at, self.unsaved = images, 0, False
        self._counts = {ACCEPTED: 0, SENT_BACK: 0, UNDECIDED: len(images)}
        return True

    # Looking

    @property
    def current(self) -> Image:
        """The image that is looked at."""
        return self.images[self.at]

    def step(self, by: int) -> bool:
        """Go on by so many images; False at either end."""
        at = self.at + by
        if not 0 <= at < len(self.images):
            return False
        self.at = at
        return True

    def on(self) -> bool:
        """Go to the next image that is not decided about, from here and around; False if none."""
        count = len(self.images)
        for by in range(1, count + 1):
            at = (self.at + by) % count
            if self.images[at].decision == UNDECIDED:
                self.at = at
                return True
        return False

    def count(self, decision: str) -> int:
        """How many images have that decision, or UNDECIDED."""
        return self._counts[decision]

    async def picture(self, image: Image, page: int, by_engine: bool) -> "object":
        """A Blob that the browser can show of a page; Failure if there is none."""
        if not image.sizes:
            await self._inspect(image)
        if page == 1 and image.may_show and not by_engine:
            return image.picture
        width, height = image.sizes[page - 1]
        args = {"page": page, "bright": False}
        value, buffers = await self.host.request(
            protocol.PREVIEW, args, [image.picture], width * height
        )
        return drawn(self.host, value, buffers)[0].whole

    async def _inspect(self, image: Image) -> None:
        value, _buffers = await self.host.request(protocol.INSPECT, {}, [image.picture])
        sizes = [(value["width"], value["height"])]
        for facts in value.get("further", []):
            told = dict(value)
            told.update(facts)
            sizes.append((told["width"], told["height"]))
        image.may_show = value["browser_may_show"]
        if image.unseen:
            image.unseen = set(range(1, len(sizes) + 1))
        image.sizes = sizes

    async def certificate(self, image: Image) -> str:
        """The text of its certificate; Failure if it can no longer be read."""
        return await self.host.text(image.certificate, _CERTIFICATE)

    def seen(self, image: Image, page: int) -> None:
        """That page of it was on the screen."""
        image.unseen.discard(page)

    # Deciding

    def accept(self) -> bool:
        """Accept the image that is looked at; False, and nothing is decided, if it is unseen."""
        if self.current.unseen:
            return False
        self._decide(ACCEPTED, "", None)
        return True

    def send_back(self, note: str, mark: "Mark | None") -> bool:
        """Send it back with a note; as `accept`, and False for what is no note."""
        if self.current.unseen or not validation.is_note(note):
            return False
        self._decide(SENT_BACK, note, mark)
        return True

    def _decide(self, decision: str, note: str, mark: "Mark | None") -> None:
        image = self.current
        self._counts[image.decision] -= 1
        self._counts[decision] += 1
        image.decision, image.note, image.mark = decision, note, mark
        self.unsaved = True

    # Saving

    async def save(self, who: str, role: str, own: bool, at: str) -> "tuple[Validation, str]":
        """Save the validation as a download; it, and the SHA-256 of the file.

        ValidationError: validation-wrong with `key`, validation-nothing.
        """
        key = validation.wrong(who, role, at, own)
        if key is not None:
            raise ValidationError("validation-wrong", key=key)
        slices, sums, entries = TimeSlices(self.host), Hash(), []
        for image in self.images:
            sums.add(line_of(image.pair))
            if image.decision != UNDECIDED:
                entries.append(image.entry())
            await slices.turn()
        if not entries:
            raise ValidationError("validation-nothing")
        of = Of(len(self.images), sums.hex())
        made = Validation(who, role, at, own, of, tuple(entries))
        texts, rest = [""], Hash()
        for line in made.lines():
            rest.add(line)
            texts.append(line)
            await slices.turn()
        texts[0] = validation.first_line(rest.hex())
        whole = Hash()
        for text in texts:
            whole.add(text)
            await slices.turn()
        kind = kind_of("json")
        self.host.save(self.host.joined(texts, kind), NAME, kind)
        self.unsaved = False
        return made, whole.hex()


async def logged(desk: "object", made: Validation, sha256: str) -> bool:
    """Add what was decided to the log that is open; False if none is, or it takes no more."""
    if not desk.log.is_open:
        return False
    slices, first = TimeSlices(desk.host), desk.log.lines[0]
    facts: "dict[str, object]" = {"who": made.who, "validation": sha256}
    for decision in validation.DECISIONS:
        facts[decision] = made.count(decision)
    try:
        desk.log.add(desk.moment(), "validated", facts)
        for entry in made.entries:
            if entry.decision == SENT_BACK:
                about = {"who": made.who, "image": entry.image}
                desk.log.add(desk.moment(), "sent-back", about)
            await slices.turn()
            if desk.log.lines[0] is not first:
                return False  # another log was opened meanwhile
    except PixelsealError:
        return False
    return True
