"""Lists of what became of files, a row each. Decides nothing."""

from pixelseal.ui.browser import dom
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: names for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost

MOST = 500  # rows that are shown: more would make the page slow, and nobody reads them

GOOD, BAD, OTHER = "unchanged", "changed", "other"  # as the style sheet knows them


async def show(host: "BrowserHost", name: str, rows: "list[tuple[str, str, str, str]]") -> None:
    """Show (kind, title, path, sentence) rows in the list with that id, GOOD ones last.

    How many are left out stands in the element with the id `…-more`.
    """
    box, slices = dom.by_id(name), TimeSlices(host)
    box.replaceChildren()
    first = [row for row in rows if row[0] != GOOD]
    shown = (first + [row for row in rows if row[0] == GOOD])[:MOST]
    left = len(rows) - len(shown)
    dom.put_text(dom.by_id(name + "-more"), words.say("rows-more", count=left) if left else "")
    for kind, title, path, told in shown:
        made = dom.element("li", "", "verdict-row")
        made.dataset.verdict = kind
        made.append(dom.element("strong", title))
        made.append(dom.element("span", path, "verdict-names"))
        if told:
            made.append(dom.element("span", told))
        box.append(made)
        await slices.turn()
