"""The interface of the page to its environment, and its failures. Touches no browser itself.

`pixelseal.ui.browser.browser_host.BrowserHost` is the real one; the tests have another. A host has:

    async request(op, args, blobs, pixels=0, shown=None) -> (value, buffers)   raises Failure;
                                                         pixels that the picture has, as far as it
                                                         is known; the (width, height) in which the
                                                         browser shows it, if the engine is to
                                                         compare that with its own
    async together(coroutines)                           run side by side until all are through
    async text(blob, limit) -> str                       at most that many bytes; raises Failure
    async ask(question, yes, no) -> bool
    blob(buffer, kind) -> Blob
    joined(pieces, kind) -> Blob                         pieces: Blob, str or bytes
    size(blob) -> int                                    bytes
    reads                                                as pixelseal.ui.browser.blob_reads.
                                                         BlobReads
    save(content, name, kind)                            content: Blob or str
    shareable -> bool                                    can hand an image to another app
    async share(blob, name, kind) -> str                 SHARED, LATE, or "declined" if the
                                                         person chose no app; raises Failure
    random(count) -> str                                 that many bytes in hexadecimal
    now() -> str                                         ISO 8601, UTC
    clock() -> float                                     seconds, from any start
    start(coroutine) -> awaitable                        runs it beside the caller
    async breathe()                                      lets the page answer the person
    async pause()                                        a fifth of a second
    tidy()                                               lets go of what is not in use any more
    cancel()                                             ends what is being made, all of it
    finders -> str                                       "there", "loadable" (by a reload of the
                                                         hosted page) or "absent" (this file has
                                                         none)
    async find(page, turn, blob, pixels=0) -> dict       {"found", "finders"} as of protocol.FIND;
                                                         one picture at a time, in order, and none
                                                         begins while an output is made; Failure
    stop_finding()                                       ends it, all of it: Failure "cancelled"
    load_finders()                                       reloads a page that can get finders so
    lanes -> int                                         requests that are worked on side by side
    idle -> bool                                         one more could be: none waits, and no
                                                         output is made
    sealed -> bool
    policy -> Blob or None                               what the host put beside the page
    disk                                                 as pixelseal.ui.browser.disk.Disk
"""

from pixelseal.model import formats, protocol
from pixelseal.model.errors import PixelsealError

# What became of handing a file to another app:
SHARED = "done"
LATE = "late"  # too long ago for the browser that the person pressed a button


class Failure(PixelsealError):
    """A failed request to the engine, the browser or the person's disk."""


def failure_of(error: Exception) -> Failure:
    """The failure that a rejected promise of static/boot.js tells of."""
    # A JavaScript error arrives as (proxy, name, message).
    code, values = protocol.decode_error(str(error.args[2]) if len(error.args) > 2 else "")
    return Failure(code, **values)


# Codes that do not blame the file: trying again may work.
PASSING = (
    "engine-crashed", "engine-failed", "engine-fault", "engine-not-ready", "not-sealed",
    "out-of-memory", "cancelled", "finders-failed",
)  # fmt: skip

KINDS = {
    "zip": "application/zip",
    "json": "application/json",
    "txt": "text/plain",
    "csv": "text/csv",
    "html": "text/html",
}
KINDS.update({row.ending: row.media_type for row in formats.WRITTEN})


def kind_of(extension: str) -> str:
    """The media type for an extension of our own files."""
    return KINDS.get(extension, "application/octet-stream")
