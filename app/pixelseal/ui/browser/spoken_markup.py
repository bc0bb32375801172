"""Puts the current language's texts into markup that names them by key. Chooses no language.

The build puts English into the page's markup (app/build/markup.py), with the same keys.
"""

from pixelseal.model import catalogue
from pixelseal.ui.browser import dom
from pixelseal.ui.text import words

# Attributes of the markup that name a text, and where that text goes.
_ATTRIBUTES = (("title", "title"), ("label", "aria-label"), ("placeholder", "placeholder"))


def fill(root: "object") -> None:
    """Set every text below an element or document, and every attribute, that a key names."""
    for element in dom.every("[data-text]", root):
        dom.put_pieces(element, catalogue.pieces(words.say(element.getAttribute("data-text"))))
    for name, attribute in _ATTRIBUTES:
        for element in dom.every("[data-{}]".format(name), root):
            element.setAttribute(attribute, words.say(element.getAttribute("data-" + name)))
