"""A name where room is short: cut in its middle, as what tells files apart is mostly at the end."""

from pixelseal.ui.browser import dom

_KEPT = 11  # characters at the end that stay: a number and the ending


def put(element: "object", name: str) -> None:
    """Show a name in an element of the class "cut-name"; its text is the whole name."""
    place = max(0, len(name) - _KEPT)
    element.replaceChildren()
    element.append(dom.element("span", name[:place]))
    element.append(dom.element("span", name[place:]))
