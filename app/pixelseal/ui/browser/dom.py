"""The only module that meets the browser: elements, events, the host. Knows nothing of images.

Image bytes stay in Blobs and ArrayBuffers; they are passed on by reference and never copied into
MicroPython's memory.
"""

import asyncio

import js as window
from js import document
from jsffi import create_proxy, to_js
from pixelseal.ui.text import words

_SVG = "http://www.w3.org/2000/svg"
# Browsers write what stands in such to their session's file, and may have it spelled by others.
_FIELDS = ("input", "textarea", "select")


def by_id(name: str) -> "object":
    """The element with that id."""
    return document.getElementById(name)


def every(selector: str) -> "list[object]":
    """The elements that a selector matches, in the order of the document."""
    found = document.querySelectorAll(selector)
    return [found.item(place) for place in range(found.length)]


def languages() -> "list[str]":
    """The languages that the person's browser asks for, the best one first."""
    return [str(name) for name in window.navigator.languages]


def set_language(code: str) -> None:
    """Say which language the page is in."""
    document.documentElement.lang = code


def element(tag: str, text: str = "", style_class: str = "") -> "object":
    """A new element; `text` is only ever text, whatever it holds. No browser keeps a field's."""
    made = document.createElement(tag)
    if tag in _FIELDS:
        made.setAttribute("autocomplete", "off")
        made.setAttribute("spellcheck", "false")
    if text:
        made.textContent = text
    if style_class:
        made.className = style_class
    return made


def drawn(tag: str, style_class: str = "") -> "object":
    """A new SVG element."""
    made = document.createElementNS(_SVG, tag)
    if style_class:
        made.setAttribute("class", style_class)
    return made


def listen(target: "object", name: str, handler: "object") -> None:
    """Call `handler(event)` at each such event; one that changes its mind about default may."""
    target.addEventListener(name, create_proxy(handler), to_js({"passive": False}))


def listen_within(target: "object", name: str, handler: "object") -> None:
    """Call `handler(event)` at such an event of any element within, even one that stays there."""
    target.addEventListener(name, create_proxy(handler), to_js({"capture": True}))


def on_click(name: str, action: "object") -> None:
    """Call `action()` when the button with that id is pressed."""
    listen(by_id(name), "click", lambda _event: action())


def window_of_page() -> "object":
    """The whole window, to listen to."""
    return document.defaultView


def takes_text(target: "object") -> bool:
    """True for a field into which text is typed or pasted."""
    return str(target.tagName) in ("INPUT", "TEXTAREA", "SELECT")


def on_window(name: str, handler: "object") -> None:
    """Listen to the whole window."""
    # `window` itself is a module to MicroPython, and would be called without its `this`.
    listen(document.defaultView, name, handler)


def put_text(target: "object", text: str) -> None:
    """Set an element's text, if it is another: live regions speak at every write."""
    if target.textContent != text:
        target.textContent = text


def put_pieces(target: "object", pieces: "list[tuple[str, str]]") -> None:
    """Set an element's text of (tag or "", words) parts; the words are only ever text."""
    if len(pieces) == 1 and not pieces[0][0]:
        target.textContent = pieces[0][1]  # nearly all; each further call costs at start
        return
    target.replaceChildren()
    for tag, text in pieces:
        target.append(element(tag, text) if tag else text)


def show(target: "object", shown: bool) -> None:
    """Show or hide an element."""
    target.hidden = not shown


def mark_body(name: str, on: bool) -> None:
    """Put a state on the page's body, for the style sheet: data-<name>="yes" or "no"."""
    document.body.setAttribute("data-" + name, "yes" if on else "no")


def focus(name: str) -> None:
    """Give the element with that id the focus, without scrolling the page to it."""
    by_id(name).focus(to_js({"preventScroll": True}))


def bring_into(box: "object", part: "object") -> None:
    """Scroll a box, and nothing around it, until that part of it is in sight."""
    whole, inside = box.getBoundingClientRect(), part.getBoundingClientRect()
    if inside.bottom > whole.bottom:
        box.scrollTop += inside.bottom - whole.bottom
    elif inside.top < whole.top:
        box.scrollTop -= whole.top - inside.top


def focused() -> "object":
    """The element that has the focus, None if there is none."""
    return document.activeElement


def focus_is_lost(*passing: str) -> bool:
    """True if nothing has the focus, or an element with one of those ids."""
    now = focused()
    return now is None or now == document.body or str(now.id) in passing


def spawn(coroutine: "object") -> None:
    """Run a coroutine; what it does not catch is said in general words, to person and console."""
    asyncio.create_task(_guarded(coroutine))  # noqa: RUF006  (MicroPython's loop keeps it)


async def _guarded(coroutine: "object") -> None:
    try:
        await coroutine
    except Exception as error:
        # The type alone: a message might hold a name out of a file.
        print("pixelseal: unexpected", type(error).__name__)
        put_text(by_id("said"), words.sentence("page-fault", {}))


def debounced(action: "object", milliseconds: int) -> "object":
    """A function; `action()` is called once that long after it was last called."""
    timer = {"id": 0}
    proxy = create_proxy(lambda: action())

    def call() -> None:
        window.clearTimeout(timer["id"])
        timer["id"] = window.setTimeout(proxy, milliseconds)

    return call


def next_task() -> "object":
    """A promise that is kept by a task of its own: the browser may draw and hear before it."""
    return promised(lambda done, _failed: window.setTimeout(done, 0))


def next_frame(action: "object") -> None:
    """Call `action()` before the browser paints next."""
    window.requestAnimationFrame(create_proxy(lambda _time: action()))


def after_frame(action: "object") -> None:
    """Call `action()` in a task of its own once the browser has painted what there is now."""
    then = create_proxy(lambda: action())
    next_frame(lambda: window.setTimeout(then, 0))


def on_resize(target: "object", action: "object") -> None:
    """Call `action()` whenever the element's size changes, and once at the start."""
    observer = window.ResizeObserver.new(create_proxy(lambda _entries, _observer: action()))
    observer.observe(target)


def pixel_ratio() -> float:
    """Device pixels a CSS pixel."""
    return float(window.devicePixelRatio)


def is_mac() -> bool:
    """True where Command is the key for shortcuts."""
    return "Mac" in str(window.navigator.platform)


def window_has(name: str) -> bool:
    """True if this browser has that function."""
    return hasattr(document.defaultView, name)


def call_window(name: str, options: "dict") -> "object":
    """Call a function of the window's with a dictionary of options."""
    return getattr(document.defaultView, name)(to_js(options))


def error_name(error: Exception) -> str:
    """What the browser calls an error that it threw: "AbortError" and the like."""
    return str(error.args[1]) if len(error.args) > 1 else ""


def options(values: "dict") -> "object":
    """A dictionary as the browser takes it."""
    return to_js(values)


def as_bytes(piece: "object") -> "object":
    """Bytes as an array of the browser's; anything else as it is."""
    return window.Uint8Array.new(to_js(list(piece))) if isinstance(piece, bytes) else piece


def sha256(blob: "object") -> "object":
    """A promise of the SHA-256 of a Blob, in hexadecimal."""
    return window.pixelseal.sha256(blob)


def object_url(blob: "object") -> str:
    """An address under which the browser finds the Blob; give it back with `release_url`."""
    return window.URL.createObjectURL(blob)


def release_url(address: str) -> None:
    """Forget an address from `object_url`."""
    window.URL.revokeObjectURL(address)


def files_of(file_list: "object") -> "list[tuple[str, object]]":
    """(name, Blob) of each file in a FileList."""
    found = []
    if file_list is not None:
        for index in range(file_list.length):
            file = file_list.item(index)
            found.append((file.name, file))
    return found


def paths_of(file_list: "object") -> "list[tuple[str, object]]":
    """(path inside the chosen folder, Blob) of each file that the browser listed for a folder."""
    files = [file_list.item(index) for index in range(file_list.length)]
    return [("/".join(file.webkitRelativePath.split("/")[1:]) or file.name, file) for file in files]


def promised(action: "object") -> "object":
    """A promise of what `action(done, failed)` calls the first of its two arguments with."""

    def executor(resolve: "object", reject: "object") -> None:
        action(resolve, reject)

    return window.Promise.new(create_proxy(executor))


def has(target: "object", name: str) -> bool:
    """True if this browser's object has that property."""
    return hasattr(target, name)


def file_list(files: "list") -> "object":
    """A FileList of these files, as a file input takes it."""
    transfer = window.DataTransfer.new()
    for file in files:
        transfer.items.add(file)
    return transfer.files


async def answer_of(dialog: "object") -> str:
    """Show a dialog over the page; the value with which it was closed, "" if with none."""
    dialog.returnValue = ""

    def executor(resolve: "object", _reject: "object") -> None:
        once = to_js({"once": True})
        dialog.addEventListener("close", create_proxy(lambda _event: resolve(True)), once)

    promise = window.Promise.new(create_proxy(executor))
    dialog.showModal()
    await promise
    return str(dialog.returnValue)


def dialog_is_open() -> bool:
    """True while a dialog lies over the page."""
    return document.querySelector("dialog[open]") is not None


def page_is_visible() -> bool:
    """True while the page is on the screen at all."""
    return str(document.visibilityState) == "visible"


def part_in_sight(target: "object", *over: "object") -> "tuple[object, ...]":
    """Left, top, right, bottom of what of an element's inside is in the window, from its corner.

    In CSS pixels; `over` are elements that may lie over it, as wide as the window, at its lower
    end. The right is not right of the left where nothing is in sight, nor the bottom below.
    """
    box = target.getBoundingClientRect()
    left, top = box.left + target.clientLeft, box.top + target.clientTop
    bottom = float(window.innerHeight)
    for element_over in over:
        if not element_over.hidden:
            bottom = min(bottom, element_over.getBoundingClientRect().top)
    return (
        max(0.0, -left),
        max(0.0, -top),
        min(float(target.clientWidth), window.innerWidth - left),
        min(float(target.clientHeight), bottom - top),
    )
