"""Many images under any order of commands: none is lost, no name occurs twice, messages are true.

The engine, the gate and the person's disk take a few turns each, so that every command falls into
the middle of others; requests fail and are well again as they please.
"""

from hypothesis import given, settings
from hypothesis import strategies as st
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.ui.saving.saving import FOLDER, ZIP, Saving
from pixelseal.ui.saving.sinks import PART_BYTES
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_disk import FakeDisk, FakeFile
from tests.ui.fake_host import FakeHost, Turns, gate_of
from tests.ui.saving.saved import all_stored_files, check_sums, stored_files
from tests.ui.workbench.test_workbench import _three_pages

BLOBS = ("a", "b", "c", "d", "scan")
CODES = (None, "engine-crashed", "audit-failed", "engine-failed", "cancelled")
place = st.integers(0, 7)
command = st.one_of(
    st.tuples(st.just("add"), st.lists(st.sampled_from(BLOBS), min_size=1, max_size=3)),
    st.tuples(st.just("mark"), place),
    st.tuples(st.just("undo"), place),
    st.tuples(st.just("rename"), place, st.sampled_from(["", "P", "p", "P-2", "P-p001"])),
    st.tuples(st.just("number"), st.sampled_from(["P", "P-p", "n"])),
    st.tuples(st.just("table"), st.sampled_from(["a.jpg,P-001", "b.jpg,n-002\nscan.jpg,P"])),
    st.tuples(st.just("random")),
    st.tuples(st.just("look")),
    st.tuples(st.just("chosen"), place),
    st.tuples(st.just("both"), place),
    st.tuples(st.just("private")),
    st.tuples(st.just("save"), st.sampled_from([ZIP, FOLDER])),
    st.tuples(st.just("rest")),
    st.tuples(st.just("one"), place),
    st.tuples(st.just("paper"), place),
    st.tuples(st.just("cancel")),
    st.tuples(st.just("dismiss")),
    st.tuples(st.just("retry"), place),
    st.tuples(st.just("remove"), place),
    st.tuples(st.just("fail"), st.sampled_from(BLOBS), st.sampled_from(CODES)),
    st.tuples(st.just("lose"), st.sampled_from(BLOBS)),
    st.tuples(st.just("full"), st.none() | st.integers(0, 9)),
    st.tuples(st.just("go back")),
)
commands = st.lists(st.tuples(command, st.integers(0, 4)), max_size=30)


class SlowDisk(FakeDisk):
    """A disk on which each ZIP gets a file of its own, that takes the person a while to choose."""

    async def pick_file(self, name):
        await Turns(2)
        self.picked.append(name)
        return FakeFile(name)

    async def write(self, writer, piece):
        await Turns(1)
        await super().write(writer, piece)


class SlowHost(FakeHost):
    """A host whose every answer takes a turn or more."""

    def __init__(self):
        super().__init__()
        self.lanes = 2
        self.turns = {blob: 1 + number % 3 for number, blob in enumerate(BLOBS)}
        self.tasks = []
        self.disk = SlowDisk()
        self.sizes["d"] = PART_BYTES + 1  # goes into a stream
        _three_pages(self, "scan")

    async def decide(self, asked):
        await Turns(2)
        return await super().decide(asked)

    def begin(self, coroutine):
        self.tasks.append(self.start(coroutine))

    def step(self, turns):
        """Let so many turns pass."""
        for _turn in range(turns):
            for task in list(self.tasks):
                task.step()
                if task.ended:
                    self.tasks.remove(task)
                    if task.error is not None:
                        raise task.error

    def start(self, coroutine):
        task = super().start(coroutine)
        self.tasks.append(task)
        return task


class Table:
    """A person at the page: carries out commands and knows what must be there."""

    def __init__(self):
        self.host = SlowHost()
        self.workbench = Workbench(self.host, lambda: None)
        self.saving = Saving(self.workbench, gate_of(self.host))
        self.added = 0
        self.removed = []
        self.marks = {}  # item key -> shapes

    def item(self, place):
        items = self.workbench.queue.items
        return items[place % len(items)] if items else None

    def do(self, name, *values):
        host, item = self.host, None
        if name in ("mark", "undo", "rename", "one", "paper", "both", "chosen", "retry", "remove"):
            item = self.item(values[0])
            if item is None:
                return
        if name == "add":
            self.added += len(values[0])
            host.begin(self.workbench.open([(blob + ".jpg", blob) for blob in values[0]]))
        elif name == "mark" and item.editor.size is not None:
            item.same = True  # as on a picture that was found to be the engine's
            item.editor.add(Rectangle(len(self.marks.get(item.key, [])), 1, 5, 5))
            self.marks[item.key] = [region.shape for region in item.editor.regions]
        elif name == "undo" and item.editor.size is not None:
            item.editor.undo()
            self.marks[item.key] = [region.shape for region in item.editor.regions]
        elif name == "rename":
            item.set_alternate_id(values[1])
        elif name == "number":
            host.begin(self.workbench.ids.number(values[0]))
        elif name == "table":
            host.begin(self.workbench.ids.take(values[0]))
        elif name == "random":
            self.workbench.ids.random()
        elif name == "look":  # as the page does whenever it shows names
            owners = {}
            for shown in self.workbench.queue.items:
                stem = self.workbench.names.stem_for(shown).lower()
                assert owners.setdefault(stem, shown.file_key) == shown.file_key, stem
        elif name == "chosen":
            self.workbench.queue.choose(item)
            host.begin(self.saving.chosen())
        elif name == "both" and item.inspection is not None:
            host.begin(self.saving.one_with_certificate(item))
        elif name == "private":
            host.begin(self.saving.private_records())
        elif name == "save":
            host.begin(self.saving.all(values[0]))
        elif name == "rest":
            host.begin(self.saving.rest())
        elif name == "one" and item.inspection is not None:
            host.begin(self.saving.image(item))
        elif name == "paper" and item.inspection is not None:
            host.begin(self.saving.certificate(item))
        elif name == "cancel":
            self.saving.cancel()
        elif name == "dismiss":
            self.saving.dismiss()
        elif name == "retry" and item.can_retry:
            host.begin(self.workbench.retry(item))
        elif name == "remove":
            self.workbench.queue.remove(item)
            self.removed.append(item)
        elif name == "fail":
            host.failures[("redact", values[0])] = values[1]
        elif name == "lose":
            host.failures[("inspect", values[0])] = "engine-crashed"
        elif name == "full":
            host.disk.full_at = None if values[0] is None else host.disk.writes + values[0]
        elif name == "go back":
            host.decides = "no" if host.decides == "yes" else "yes"

    def heal(self):
        """Nothing fails any more, and all that is under way comes to its end."""
        self.settle()
        self.host.failures.clear()
        self.host.disk.full_at = None
        self.host.decides = "yes"

    def settle(self):
        for _turn in range(2000):
            if not self.host.tasks:
                return
            self.host.step(1)
        raise AssertionError("something waits for ever")

    # What must be so

    def archives(self):
        handed = []
        for name, data in self.host.saved:
            if name.endswith("-private.zip"):
                top = name[: -len(".zip")] + "/"
                held = [file for file, _data in all_stored_files(data)]
                assert all(file.startswith(top) and "images" not in file for file in held)
            elif name.endswith(".zip"):
                handed.append(data)
        return handed + [d for path, d in self.host.disk.files.items() if path.endswith(".zip")]

    def delivered(self):
        """(name, content) of every image that was handed over or written."""
        found = [pair for pair in self.host.saved if pair[0].endswith(".jpg")]
        for archive in self.archives():
            files = stored_files(archive)
            names = [name.lower() for name, _data in files]
            assert len(set(names)) == len(names), "a name stands twice in a ZIP"
            found += _held_together(dict(files))
        folders = {}
        for path, data in self.host.disk.files.items():
            if path.endswith(".zip"):
                continue
            _chosen, folder, name = path.split("/", 2)
            assert "private" not in name or folder.endswith("-private")
            if folder.endswith("-private"):
                continue
            folders.setdefault(folder, {})[name] = data
        for files in folders.values():
            sums = files.pop("SHA256SUMS", None)
            if sums is not None:
                check_sums(sums, files)
            found += _held_together(files, whole=False)
        return [(name, data if isinstance(data, str) else data.decode()) for name, data in found]

    def check(self):
        items = self.workbench.queue.items
        assert len({item.key for item in items}) == len(items)
        for item in items:
            assert not item.working and not item.refused
            if item.key in self.marks:
                assert [region.shape for region in item.editor.regions] == self.marks[item.key]
        owners = {}
        delivered = self.delivered()
        for name, content in delivered:
            # One name, one source: whatever is saved when.
            assert owners.setdefault(name.lower(), content) == content, name
        for item in items:
            if item.state == "saved":
                result = item.current_result
                assert (result.file_name, "clean " + item.blob) in delivered
        assert not self.saving.busy and not self.host.running


def _held_together(files, whole=True):
    """(name, content) of the images of a ZIP or folder, each with the certificate of its name."""
    images = []
    for name, data in files.items():
        kind, _slash, file = name.partition("/")
        if kind == "images":
            stem = file.rpartition(".")[0]
            paper = files.get("certificates/" + stem + ".certificate.txt")
            if paper is not None:
                assert paper.decode().startswith("certificate of " + stem)
            assert paper is not None or not whole
            images.append((file, data))
    return images


@settings(max_examples=300, deadline=None)
@given(commands)
def test_nothing_is_lost_or_doubled_whatever_is_done_in_whatever_order(done):
    table = Table()
    for (name, *values), turns in done:
        table.do(name, *values)
        table.host.step(turns)
    table.heal()
    # Every image that could not be looked into is there, and can be.
    for item in list(table.workbench.queue.items):
        if item.can_retry:
            table.host.begin(table.workbench.retry(item))
            table.settle()
    table.check()
    files = {item.file_key for item in table.workbench.queue.items + table.removed}
    assert len(files) == table.added
    table.saving.dismiss()
    table.host.begin(table.saving.all())
    table.settle()
    table.check()
    assert all(item.state == "saved" for item in table.workbench.queue.items)
