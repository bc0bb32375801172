"""Lists of what became of files, a row each. Decides nothing."""

from pixelseal.ui.browser import dom
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: names for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.browser_host import BrowserHost


MOST = 500  # rows that are shown: more would make the page slow, and nobody reads them

_asked = {"": 0}  # by the list's id: how often it was to be shown

GOOD, BAD, OTHER = "unchanged", "changed", "other"  # as the style sheet knows them


async def show(
    host: "BrowserHost",
    name: str,
    rows: "list",
    kind: "Callable[..., str]",
    told: "Callable[..., tuple[str, str, str]]",
) -> None:
    """Show rows in the list with that id, those whose kind is GOOD last.

    `told` gives title, path and sentence: only of what is shown, for there can be thousands.
    How many are left out stands in the element with the id `…-more`.
    """
    box, slices = dom.by_id(name), TimeSlices(host)
    _asked[name] = asked = _asked.get(name, 0) + 1
    box.replaceChildren()
    first: "list" = []
    good: "list" = []
    for row in rows:
        some = good if kind(row) == GOOD else first
        if len(some) < MOST:
            some.append(row)
        await slices.turn()
    if _asked[name] != asked:
        return  # others are shown in their place meanwhile
    shown = (first + good)[:MOST]
    left = len(rows) - len(shown)
    dom.put_text(dom.by_id(name + "-more"), words.say("rows-more", count=left) if left else "")
    for row in shown:
        title, path, sentence = told(row)
        made = dom.element("li", "", "verdict-row")
        made.dataset.verdict = kind(row)
        made.append(dom.element("strong", title))
        made.append(dom.element("span", path, "verdict-names"))
        if sentence:
            made.append(dom.element("span", sentence))
        box.append(made)
        await slices.turn()
        if _asked[name] != asked:
            return
