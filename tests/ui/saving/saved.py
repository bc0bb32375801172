"""Images that are ready to be saved, and what a ZIP of them holds."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.ui.saving.saving import Saving
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_disk import FakeDisk
from tests.ui.fake_host import FakeHost, compared, gate_of, run


def opened(*names, host=None):
    host = host or FakeHost()
    workbench = Workbench(host, lambda: None)
    run(workbench.open([(name, name) for name in names]))
    compared(workbench)
    for item in workbench.queue.items:
        if not item.refused and item.error is None:
            item.editor.add(Rectangle(1, 1, 5, 5))
    return host, workbench, Saving(workbench, gate_of(host))


def states(workbench):
    return [item.state for item in workbench.queue.items]


def stored_files(archive):
    """(name, bytes) of each file in a ZIP, in their order; its checksums must fit them."""
    found = all_stored_files(archive)
    name, sums = found.pop()
    assert name == "SHA256SUMS"
    check_sums(sums, dict(found))
    return found


def check_sums(sums, files):
    """The list of checksums holds those of the files, and nothing else."""
    digests = [(name, FakeDisk().hexadecimal(files[name])) for name in sorted(files)]
    assert sums.decode("ascii") == "".join([f"{digest}  {name}\n" for name, digest in digests])


def all_stored_files(archive):
    """(name, bytes) of each stored file in a ZIP, by its local headers, in their order."""
    found, at = [], 0
    while archive[at : at + 4] == b"PK\x03\x04":
        size = int.from_bytes(archive[at + 22 : at + 26], "little")
        length = int.from_bytes(archive[at + 26 : at + 28], "little")
        name = archive[at + 30 : at + 30 + length].decode()
        start = at + 30 + length
        found.append((name, archive[start : start + size]))
        at = start + size
    return found


def stored_images(archive):
    return [data for name, data in stored_files(archive) if name.startswith("images/")]


def redacted(host):
    return [blobs[0] for op, _args, blobs in host.requests if op == "redact"]
