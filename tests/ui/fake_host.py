"""A host without a browser: answers as the engine would, keeps what was saved."""

from app.ui.gate import Gate
from app.ui.host import Failure

INSPECTION = {
    "format": "jpeg",
    "width": 400,
    "height": 300,
    "pages": 1,
    "browser_shows_it_right": True,
    "findings": [],
}


def sha256_of(blob):
    """What the fake engine says is a Blob's hash: another for each."""
    return "".join([f"{ord(c) % 256:02x}" for c in blob] + ["0"] * 64)[:64]


class _Pause:
    """Awaited, lets whatever else runs side by side go on."""

    def __await__(self):
        yield

    __iter__ = __await__  # what MicroPython awaits


class FakeHost:
    def __init__(self):
        self.sealed = True
        self.requests = []
        self.saved = []
        self.asked = []
        self.shown = []  # images that the gate went to
        self.agrees = True
        self.decides = "yes"  # at the gate
        self.failures = {}  # (op, blob) -> code
        self.inspections = {}  # blob -> dict
        self.cancelled = 0
        self.lanes = 1
        self.running = 0
        self.most_running = 0
        self._count = 0

    async def request(self, op, args, blobs):
        self.requests.append((op, args, blobs))
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        if self.lanes > 1:
            await _Pause()
        self.running -= 1
        code = self.failures.get((op, blobs[0]))
        if code is not None:
            raise Failure(code)
        if op == "inspect":
            return dict(self.inspections.get(blobs[0], INSPECTION), sha256=sha256_of(blobs[0])), []
        if op == "preview":
            page = args["page"]
            return {"scale": 1}, ["png of " + blobs[0] + (f" page {page}" if page > 1 else "")]
        if op == "collect":
            return {}, ["zip"]
        if op == "certify":
            said = args["review"]["looked"]
            return {"certificate": args["certificate"] + ", " + said, "record": said}, []
        return {
            "name": args["label"],
            "extension": "jpg",
            "sha256": "ab" * 32,
            "certificate": "certificate of " + args["label"],
            "record": "{}",
            "report": {},
        }, ["clean " + blobs[0]]

    async def together(self, coroutines):
        """Take turns, as the page's own loop does: each goes on where it last waited."""
        waiting = list(coroutines)
        while waiting:
            for coroutine in list(waiting):
                try:
                    coroutine.send(None)
                except StopIteration:
                    waiting.remove(coroutine)

    async def text(self, blob):
        return blob

    async def ask(self, question, yes, no):
        self.asked.append(question)
        return self.agrees

    async def decide(self, asked):
        self.asked.append(asked)
        return self.decides

    def blob(self, buffer, kind):
        return buffer

    def save(self, content, name, kind):
        self.saved.append((name, content))

    def random(self, count):
        self._count += 1
        return f"{self._count:0{2 * count}x}"

    def now(self):
        return "2026-01-02T03:04:05Z"

    def cancel(self):
        self.cancelled += 1


def gate_of(host):
    """A gate that asks the host."""
    return Gate(host.decide, host.shown.append, host.shown.append)


def statements(asked):
    """The keys of what the gate asks to be stated."""
    return [key for key, _text, _why in asked.statements]


def run(coroutine):
    """Run a coroutine that never really waits, on CPython and MicroPython alike."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    raise AssertionError("it waited")
