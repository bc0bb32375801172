"""Puts the catalogue's words into index.html, which names them by key. Writes English alone.

An empty element with `data-text="key"` gets that text; `data-title`, `data-label` and
`data-placeholder` become the attributes title, aria-label and placeholder. The page's Python goes
by the same keys when it speaks another language (app/pixelseal/ui/views/language.py). What has a
`lang` of its own is written in that language.
"""

import html
import re

from pixelseal.model import catalogue

_TAG = re.compile(r"<[a-z][^<>]*\bdata-(?:text|title|label|placeholder)=[^<>]*>")
_KEY = re.compile(r'\bdata-(text|title|label|placeholder)="([^"]*)"')
_LANGUAGE = re.compile(r'\blang="([a-z]+)"')
_ATTRIBUTES = {"title": "title", "label": "aria-label", "placeholder": "placeholder"}


def with_words(markup: str) -> str:
    """`markup` with the words for its keys; KeyError for a key that is not in the catalogue."""
    return _TAG.sub(lambda tag: _filled(tag[0]), markup)


def in_each_language(key: str) -> list[tuple[str, str]]:
    """A text that no element of the page holds: (code of the language, text), for each of them."""
    return [(code, catalogue.text(code, key, {})) for code, _name in catalogue.LANGUAGES]


def _filled(tag: str) -> str:
    spoken = _LANGUAGE.search(tag)
    language = spoken[1] if spoken else catalogue.ENGLISH
    attributes, content = "", ""
    for kind, key in _KEY.findall(tag):
        text = catalogue.text(language, key, {})
        if kind == "text":
            content = "".join(_element(name, part) for name, part in catalogue.pieces(text))
        else:
            attributes += f' {_ATTRIBUTES[kind]}="{html.escape(text)}"'
    return f"{tag[:-1]}{attributes}>{content}"


def _element(name: str, text: str) -> str:
    escaped = html.escape(text, quote=False)
    return f"<{name}>{escaped}</{name}>" if name else escaped
