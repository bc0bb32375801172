"""The only module that touches the browser's DOM: elements, events. Knows nothing of images.

Image bytes stay in Blobs and ArrayBuffers; they are passed on by reference and never copied into
MicroPython's memory.
"""

import asyncio

import js as window
from js import document
from jsffi import create_proxy, to_js

_SVG = "http://www.w3.org/2000/svg"
# Browsers save such fields' content with the session, and may send it to a spelling service.
_FIELDS = ("input", "textarea", "select")
_tell_fault: "list" = []  # what `on_fault` was given


def by_id(name: str) -> "object":
    """The element with that id."""
    return document.getElementById(name)


def page() -> "object":
    """The document: the root of all elements."""
    return document


def every(selector: str, root: "object" = document) -> "list[object]":
    """The elements below a root that a selector matches, in the order of the document."""
    found = root.querySelectorAll(selector)
    return [found.item(place) for place in range(found.length)]


def languages() -> "list[str]":
    """The browser's preferred languages, the best one first."""
    return [str(name) for name in window.navigator.languages]


def set_language(code: str) -> None:
    """Set the page's language."""
    document.documentElement.lang = code


def element(tag: str, text: str = "", style_class: str = "") -> "object":
    """A new element; `text` is always plain text. Browsers do not store the content of fields."""
    made = document.createElement(tag)
    if tag in _FIELDS:
        made.setAttribute("autocomplete", "off")
        made.setAttribute("spellcheck", "false")
    if text:
        made.textContent = text
    if style_class:
        made.className = style_class
    return made


def unfolded(name: str) -> "object":
    """A new copy of what the template with that id holds: its one element."""
    return by_id(name).content.firstElementChild.cloneNode(True)


def drawn(tag: str, style_class: str = "", attributes: "dict | None" = None) -> "object":
    """A new SVG element."""
    made = document.createElementNS(_SVG, tag)
    if style_class:
        made.setAttribute("class", style_class)
    if attributes is not None:
        for key in attributes:
            made.setAttribute(key, attributes[key])
    return made


def listen(target: "object", name: str, handler: "object") -> None:
    """Call `handler(event)` at each such event; it may prevent the default."""
    target.addEventListener(name, create_proxy(handler), to_js({"passive": False}))


def listen_within(target: "object", name: str, handler: "object") -> None:
    """Call `handler(event)` at such an event of any descendant, even one that does not bubble."""
    target.addEventListener(name, create_proxy(handler), to_js({"capture": True}))


def on_click(name: str, action: "object") -> None:
    """Call `action()` when the button with that id is clicked."""
    listen(by_id(name), "click", lambda _event: action())


def window_of_page() -> "object":
    """The window, as an event target."""
    return document.defaultView


def takes_text(target: "object") -> bool:
    """True for a field into which text is typed or pasted."""
    return str(target.tagName) in ("INPUT", "TEXTAREA", "SELECT")


def on_window(name: str, handler: "object") -> None:
    """Listen to events of the window."""
    # `window` is a module in MicroPython, whose functions would be called without `this`.
    listen(document.defaultView, name, handler)


def put_text(target: "object", text: str) -> None:
    """Set an element's text if it differs: live regions speak at every write."""
    if target.textContent != text:
        target.textContent = text


def put_pieces(target: "object", pieces: "list[tuple[str, str]]") -> None:
    """Set an element's content from (tag or "", text) parts; always as plain text."""
    if len(pieces) == 1 and not pieces[0][0]:
        target.textContent = pieces[0][1]  # the usual case; each further call costs time at startup
        return
    target.replaceChildren()
    for tag, text in pieces:
        target.append(element(tag, text) if tag else text)


def show(target: "object", shown: bool) -> None:
    """Show or hide an element."""
    target.hidden = not shown


def is_visible(target: "object") -> bool:
    """True if the element is shown, wherever it has been scrolled to."""
    return bool(target.checkVisibility())


def mark_body(name: str, on: bool) -> None:
    """Set a state on the page's body for the style sheet: data-<name>="yes" or "no"."""
    document.body.setAttribute("data-" + name, "yes" if on else "no")


def focus(name: str) -> None:
    """Focus the element with that id, without scrolling the page."""
    focus_element(by_id(name))


def focus_element(target: "object") -> None:
    """Give an element the focus, without scrolling the page to it."""
    target.focus(to_js({"preventScroll": True}))


def on_media(query: str, action: "object") -> None:
    """Call `action(matches)` now and whenever a media query begins or ceases to match."""
    found = document.defaultView.matchMedia(query)
    listen(found, "change", lambda event: action(bool(event.matches)))
    action(bool(found.matches))


def bring_into(box: "object", part: "object") -> None:
    """Scroll a box, and none of its ancestors, until that part of it is visible."""
    whole, inside = box.getBoundingClientRect(), part.getBoundingClientRect()
    if inside.bottom > whole.bottom:
        box.scrollTop += inside.bottom - whole.bottom
    elif inside.top < whole.top:
        box.scrollTop -= whole.top - inside.top


def focused() -> "object":
    """The focused element, None if there is none."""
    return document.activeElement


def focus_is_lost(*passing: str) -> bool:
    """True if nothing is focused, or an element with one of those ids."""
    now = focused()
    return now is None or now == document.body or str(now.id) in passing


def on_fault(tell: "object") -> None:
    """Call `tell()` when something that was spawned ends in an error that nobody expected."""
    _tell_fault.append(tell)


def spawn(coroutine: "object") -> None:
    """Run a coroutine; an uncaught exception is named on the console, and reported (`on_fault`)."""
    asyncio.create_task(_guarded(coroutine))  # noqa: RUF006  (MicroPython's loop keeps it)


async def _guarded(coroutine: "object") -> None:
    try:
        await coroutine
    except Exception as error:
        # Only the type: a message might contain a name from a file.
        print("pixelseal: unexpected", type(error).__name__)
        for tell in _tell_fault:
            tell()


def debounced(action: "object", milliseconds: int) -> "object":
    """A debounced function: `action()` is called once that long after its last call."""
    timer = {"id": 0}
    proxy = create_proxy(lambda: action())

    def call() -> None:
        window.clearTimeout(timer["id"])
        timer["id"] = window.setTimeout(proxy, milliseconds)

    return call


def next_task(milliseconds: int = 0) -> "object":
    """A promise that is resolved in a new task: the browser may draw and handle events before."""
    return promised(lambda done, _failed: window.setTimeout(done, milliseconds))


def next_frame(action: "object") -> None:
    """Call `action()` before the browser's next paint."""
    window.requestAnimationFrame(create_proxy(lambda _time: action()))


def after_frame(action: "object") -> None:
    """Call `action()` in a new task once the browser has painted the present state."""
    then = create_proxy(lambda: action())
    next_frame(lambda: window.setTimeout(then, 0))


def on_resize(target: "object", action: "object") -> None:
    """Call `action()` whenever the element's size changes, and once at first."""
    observer = window.ResizeObserver.new(create_proxy(lambda _entries, _observer: action()))
    observer.observe(target)


def pixel_ratio() -> float:
    """Device pixels per CSS pixel."""
    return float(window.devicePixelRatio)


def is_mac() -> bool:
    """True if Command is the key for shortcuts."""
    return "Mac" in str(window.navigator.platform)


def window_has(name: str) -> bool:
    """True if this browser has that function."""
    return hasattr(document.defaultView, name)


def call_window(name: str, options: "dict") -> "object":
    """Call a function of the window with a dictionary of options."""
    return getattr(document.defaultView, name)(to_js(options))


def error_name(error: Exception) -> str:
    """The name of a browser error: "AbortError" and the like."""
    return str(error.args[1]) if len(error.args) > 1 else ""


def options(values: "dict") -> "object":
    """A dictionary as a JavaScript object."""
    return to_js(values)


def as_bytes(piece: "object") -> "object":
    """Bytes as a JavaScript array; a text with the byte order mark that a string would lose."""
    if isinstance(piece, str) and piece[:1] == "\ufeff":
        return window.Blob.new(window.Array.of(as_bytes(b"\xef\xbb\xbf"), piece[1:]))
    return window.Uint8Array.new(to_js(list(piece))) if isinstance(piece, bytes) else piece


def sha256(blob: "object") -> "object":
    """A promise of the SHA-256 of a Blob, hexadecimal."""
    return window.pixelseal.sha256(blob)


def object_url(blob: "object") -> str:
    """An object URL of the Blob; release it with `release_url`."""
    return window.URL.createObjectURL(blob)


def release_url(address: str) -> None:
    """Release a URL from `object_url`."""
    window.URL.revokeObjectURL(address)


def promised(action: "object") -> "object":
    """A promise of the value with which `action(done, failed)` calls `done`."""

    def executor(resolve: "object", reject: "object") -> None:
        action(resolve, reject)

    return window.Promise.new(create_proxy(executor))


def has(target: "object", name: str) -> bool:
    """True if the JavaScript object has that property."""
    return hasattr(target, name)


async def answer_of(dialog: "object") -> str:
    """Show a modal dialog; returns the value with which it was closed, "" for none."""
    dialog.returnValue = ""

    def executor(resolve: "object", _reject: "object") -> None:
        once = to_js({"once": True})
        dialog.addEventListener("close", create_proxy(lambda _event: resolve(True)), once)

    promise = window.Promise.new(create_proxy(executor))
    dialog.showModal()
    await promise
    return str(dialog.returnValue)


def dialog_is_open() -> bool:
    """True while a modal dialog is open."""
    return document.querySelector("dialog[open]") is not None


def page_is_visible() -> bool:
    """True while the page is visible."""
    return str(document.visibilityState) == "visible"


def part_in_sight(target: "object", *covering: "object") -> "tuple[object, ...]":
    """Left, top, right, bottom of the visible part of an element's content, from its corner.

    In CSS pixels; `covering` are elements that may lie over its lower end, from side to side, or
    stand beside it. Empty (right <= left or bottom <= top) if nothing is visible.
    """
    box = target.getBoundingClientRect()
    left, top = box.left + target.clientLeft, box.top + target.clientTop
    bottom = float(window.innerHeight)
    for element_over in covering:
        other = element_over.getBoundingClientRect()  # without size if it is not shown
        if other.height > 0 and other.left < box.right and other.right > box.left:
            bottom = min(bottom, other.top)
    return (
        max(0.0, -left),
        max(0.0, -top),
        min(float(target.clientWidth), window.innerWidth - left),
        min(float(target.clientHeight), bottom - top),
    )
