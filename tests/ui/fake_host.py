"""A host without a browser: answers as the engine would, keeps what was saved."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.screen import viewport
from pixelseal.model.screen.viewport import Canvas
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.saving.review_gate import Gate

from tests.ui.fake_disk import FakeDisk
from tests.ui.fake_reads import FakeReads

INSPECTION = {
    "format": "jpeg",
    "width": 400,
    "height": 300,
    "pages": 1,
    "browser_may_show": True,
    "findings": [],
}


def sha256_of(blob):
    """What the fake engine says is a source's hash: another for each."""
    return "".join([f"{ord(c) % 256:02x}" for c in blob] + ["0"] * 64)[:64]


class Turns:
    """To be awaited: so many turns of the others pass."""

    def __init__(self, count):
        self.count = count

    def __iter__(self):
        for _turn in range(self.count):
            yield

    __await__ = __iter__


class Task:
    """A coroutine that is run beside others; awaiting it gives what it gave."""

    def __init__(self, coroutine):
        self.coroutine = coroutine
        self.ended = False
        self.value = self.error = None

    def step(self):
        if self.ended:
            return
        try:
            self.coroutine.send(None)
        except StopIteration as end:
            self.ended, self.value = True, end.value
        except Exception as error:
            self.ended, self.error = True, error

    def __iter__(self):
        while not self.ended:
            yield
        if self.error is not None:
            raise self.error
        return self.value

    __await__ = __iter__


class FakeHost:
    def __init__(self):
        self.sealed = True
        self.policy = None
        self.requests = []
        self.pixels = []  # (op, pixels of the picture)
        self.dim = set()  # blobs of which a screen shows nothing of some part
        self.unlike = set()  # blobs that the browser shows differently from the engine
        self.saved = []
        self.asked = []
        self.agrees = True
        self.decides = "yes"  # at the gate
        self.takes_in = True  # there, what was never on the screen
        self.ticks = True  # there, each statement
        self.failures = {}  # (op, blob) -> code
        self.inspections = {}  # blob -> dict
        self.sizes = {}  # blob -> how many bytes it says that it has
        self.turns = {}  # blob -> how many turns of the others its redaction takes
        self.cancelled = 0
        self.lanes = 1
        self.idle = True
        self.pauses = 0
        self.while_pausing = []  # what happens in the next pauses, one each
        self.breaths = 0
        self.running = 0
        self.most_running = 0
        self.seconds = 0.0
        self.disk = FakeDisk()
        self.reads = FakeReads()
        self.shareable = True
        self.sharing = "done"  # what becomes of sharing, or "fails"
        self.shared = []
        self.has_finders = None  # None: if there is something that they find
        self.engine = "ready"
        self.found = {}  # blob -> rows of an answer to a search
        self.searched = []  # (page, orientation of the turn, blob)
        self.while_searching = {}  # blob -> what happens meanwhile
        self.stopped = self.loaded = 0  # searches, the finders
        self._count = 0

    @property
    def finders(self):
        if self.has_finders is not None:
            return self.has_finders
        return "there" if self.found else "absent"

    @finders.setter
    def finders(self, has):
        self.has_finders = has

    async def request(self, op, args, blobs, pixels=0, shown=None):
        self.requests.append((op, args, blobs))
        self.pixels.append((op, pixels))
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        cancelled = self.cancelled
        at_least = 1 if self.lanes > 1 else 0
        await Turns(self.turns.get(blobs[0], at_least) if op == "redact" else at_least)
        self.running -= 1
        if op == "redact" and self.cancelled != cancelled:
            raise Failure("cancelled")
        code = self.failures.get((op, blobs[0] if blobs else None))
        if code is not None:
            raise Failure(code)
        if op == "inspect":
            return dict(self.inspections.get(blobs[0], INSPECTION), sha256=sha256_of(blobs[0])), []
        if op == "soften":
            regions = args["recipe"]["regions"]
            soft = [row for row in regions if row["method"]["kind"] != "fill"]
            return {"covers": ["cover at {}".format(row["shape"]["x"]) for row in soft]}, []
        if op == "grow":
            recipe = args["recipe"]
            regions = [{"fill": "grown " + row["shape"]["kind"]} for row in recipe["regions"]]
            outside = {"fill": "left out {}".format(len(recipe["keep"]))}
            return {"regions": regions, "outside": outside, "crop": [8, 8, 192, 192]}, []
        if op == "preview" and shown is not None and blobs[0] not in self.unlike:
            return {"same": True}, []
        if op == "preview":
            page = args["page"]
            name = blobs[0] + (f" page {page}" if page > 1 else "")
            value = {
                "same": False,
                "scale": 1,
                "tiles": [],
                "kind": "image/bmp",
                "exact": True,
                "dim": blobs[0] in self.dim,
            }
            return value, ["picture of " + name, "thumb of " + name]
        if op == "thumb":
            return {}, ["small picture of {} page {}".format(blobs[0], args["page"])]
        if op == "certify":
            said = args["review"]["looked"]
            return {"certificate": args["certificate"] + ", " + said, "record": said}, []
        image = "clean " + blobs[0]
        stem = args["recipe"]["alternate_id"] or args["label"]
        pages = self.inspections.get(blobs[0], INSPECTION)["pages"]
        label = stem if pages == 1 else f"{stem}-p{args['page']:03}"
        return {
            "name": label + ".jpg",
            "extension": "jpg",
            "format": "jpeg",
            "width": 400,
            "height": 300,
            "bytes": len(image),
            "crc32": self.disk.crc32(image),
            "sha256": self.disk.hexadecimal(image),
            "certificate": "certificate of " + label,
            "record": "{}",
            "report": {},
        }, [image]

    async def together(self, coroutines):
        for task in [self.start(coroutine) for coroutine in coroutines]:
            await task

    async def text(self, blob, limit):
        return blob

    async def ask(self, question, yes, no):
        self.asked.append(question)
        return self.agrees

    async def decide(self, asked):
        self.asked.append(asked)
        if self.takes_in:
            asked.taken.update([item.key for item in asked.never])
        if self.ticks:
            asked.ticked.update([statement.key for statement in asked.statements])
        return self.decides

    def blob(self, buffer, kind):
        return buffer

    def joined(self, pieces, kind):
        return self.disk.joined(pieces)

    def size(self, blob):
        return self.sizes.get(blob, len(blob)) if isinstance(blob, str) else len(blob)

    def save(self, content, name, kind):
        self.saved.append((name, content))

    async def share(self, blob, name, kind):
        if self.sharing == "fails":
            raise Failure("not-shared")
        self.shared.append((name, blob, kind))
        return self.sharing

    def random(self, count):
        self._count += 1
        return f"{self._count:0{2 * count}x}"

    def now(self):
        return "2026-01-02T03:04:05Z"

    def clock(self):
        self.seconds += 1
        return self.seconds

    def start(self, coroutine):
        task = Task(coroutine)
        _started.append(task)
        task.step()
        return task

    async def breathe(self):
        self.breaths += 1
        await Turns(1)

    async def pause(self):
        self.pauses += 1
        if self.while_pausing:
            self.while_pausing.pop(0)()
        await Turns(1)

    def tidy(self):
        pass

    def cancel(self):
        self.cancelled += 1

    async def find(self, page, turn, blob, pixels=0):
        self.searched.append((page, turn.orientation, blob))
        stopped = self.stopped
        await Turns(2)
        if blob in self.while_searching:
            self.while_searching.pop(blob)()
        code = self.failures.get(("find", blob))
        if code is not None or self.stopped != stopped:
            raise Failure(code or "cancelled")
        rows = [
            {"kind": kind, "box": list(box), "confidence": 0.9, "reasons": list(reasons)}
            for kind, box, reasons in self.found.get(blob, [])
        ]
        return {"found": rows, "finders": [["CenterFace", "0123456789ab"]]}

    def stop_finding(self):
        self.stopped += 1

    def load_finders(self):
        self.loaded += 1


_started = []  # tasks that may still have something to do


def compared(workbench):
    """As if each image had been on the screen and its picture was found to be the engine's."""
    for item in workbench.queue.items:
        item.same = item.inspection is not None


# The keys of all that a review can ask to be stated, in its order.
EVERY = ["bare", "looked", "face", "writing", "unique"]


def on_screen(item, finished=True):
    """As if all of the image had been on the screen, smaller; and so had what was made of it."""
    small = Canvas(200.0, 150.0)
    view = viewport.fit(item.editor.size, small)
    item.reviewing.look(view, small, Rectangle(0, 0, 200, 150), True, finished)
    if finished:
        item.finished.was_shown = True


def gate_of(host):
    """A gate that asks the host."""
    return Gate(host.decide, host)


def statements(asked):
    """The keys of what the gate asks to be stated."""
    return [statement.key for statement in asked.statements]


def run(coroutine):
    """Run a coroutine and what it starts, on CPython and MicroPython alike."""
    task = Task(coroutine)
    for _turn in range(1000):
        task.step()
        if task.ended:
            if task.error is not None:
                raise task.error
            return task.value
        for one in list(_started):
            one.step()
            if one.ended:
                _started.remove(one)
    raise AssertionError("it waited for something that never came")


def said(workbench):
    """What a person reads and hears of what happened last."""
    return workbench.messages.line
