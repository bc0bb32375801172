"""Puts the catalogue's texts and the formats into index.html. Writes only English.

An empty element with `data-text="key"` gets that text; `data-title`, `data-label` and
`data-placeholder` become the attributes title, aria-label and placeholder. The page's Python uses
the same keys when it switches to another language (app/pixelseal/ui/views/language.py). An element
with a `lang` of its own is written in that language.

The formats that the page opens are taken from the table of formats: their labels replace a
placeholder, and `data-accept` on a file input says what may be chosen besides images.

The parts of the dialog Process, one file each, stand in templates: a browser makes nothing of them
before somebody opens one.
"""

import html
import re
from pathlib import Path

from pixelseal.model import catalogue, formats

_TAG = re.compile(r"<[a-z][^<>]*\bdata-(?:text|title|label|placeholder)=[^<>]*>")
_KEY = re.compile(r'\bdata-(text|title|label|placeholder)="([^"]*)"')
_LANGUAGE = re.compile(r'\blang="([a-z]+)"')
_ATTRIBUTES = {"title": "title", "label": "aria-label", "placeholder": "placeholder"}
FORMATS = "<!-- pixelseal:formats -->"
PROCESS = "<!-- pixelseal:process -->"
_ACCEPT = re.compile(r'\bdata-accept="([^"]*)"')


def with_formats(markup: str) -> str:
    """`markup` with the formats that are opened, in the text and in the file inputs.

    "image/*" alone would leave out what a system knows no media type of, as many do HEIC.
    """
    labels = ", ".join(row.label for row in formats.READ) + "."
    endings = ",".join(f".{ending}" for row in formats.READ for ending in row.endings)
    offered = _ACCEPT.sub(lambda field: f'accept="image/*,{endings},{field[1]}"', markup)
    return offered.replace(FORMATS, html.escape(labels))


def with_process(markup: str, tree: Path) -> str:
    """`markup` with each part of the dialog Process, `static/process/NAME.html`, as a template."""
    parts = [
        f'<template id="process-{path.stem}">\n{path.read_text("utf-8")}</template>\n'
        for path in sorted((tree / "static/process").glob("*.html"))
    ]
    return markup.replace(PROCESS + "\n", "".join(parts))


def with_words(markup: str) -> str:
    """`markup` with the words for its keys; KeyError for a key that is not in the catalogue."""
    return _TAG.sub(lambda tag: _filled(tag[0]), markup)


def in_each_language(key: str) -> list[tuple[str, str]]:
    """A text that no element of the page holds: (code of the language, text), for each language."""
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
