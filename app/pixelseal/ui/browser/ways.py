"""The ways out of the page, and what was counted since the seal (static/ways.js). Judges none."""

from pixelseal.ui.browser import dom


def _ways() -> "object":
    return dom.window_of_page().pixelseal.ways


def names() -> "list[str]":
    """The names of the ways out that can be tried."""
    return [str(name) for name in _ways().names()]


async def attempt(name: str) -> "object":
    """What came of trying one: its `outcome`, the browser's `words`, `directive` and `uri`."""
    return await _ways().attempt(name)


def counted() -> "tuple[int, int]":
    """Since the seal: (requests that the browser timed, refusals that it reported)."""
    counts = _ways().counts()
    return int(counts.requests), int(counts.refusals)
