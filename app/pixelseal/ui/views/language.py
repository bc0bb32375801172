"""The choice of the page's language, and the markup's texts in it. Stores nothing.

The build puts English into the markup; another language replaces it.
"""

from pixelseal.model import catalogue
from pixelseal.ui.browser import dom, spoken_markup
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable


class LanguageChoice:
    """The list in the header; initially the browser's language, if available."""

    def __init__(self, changed: "Callable[[], None]") -> None:
        self.changed = changed  # called after a change of language
        self.field = dom.by_id("language")
        for code, name in catalogue.LANGUAGES:
            option = dom.element("option", name)
            option.value = option.lang = code
            self.field.append(option)
        words.speak(catalogue.chosen(dom.languages()))
        self.field.value = words.language()
        if words.language() != catalogue.ENGLISH:
            self._fill()
        dom.listen(self.field, "change", lambda event: self._chosen())

    def _chosen(self) -> None:
        words.speak(self.field.value)
        self._fill()
        self.changed()

    def _fill(self) -> None:
        dom.set_language(words.language())
        spoken_markup.fill(dom.page())
