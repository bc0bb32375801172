"""The report as a page of its own, and its plots as SVG. Loads nothing and runs nothing."""

from pixelseal.model import catalogue
from pixelseal.model.process.report import Section

# A page that may do nothing at all: what it shows is text from files.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; color: #10252c; background: #fff; max-width: 52rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.125rem; margin: 1.5rem 0 .375rem; }
p { margin: .25rem 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; margin: .5rem 0; }
th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #c9d3d7;
  overflow-wrap: anywhere; vertical-align: top; }
svg { width: 100%; height: auto; max-width: 40rem; display: block; margin: .5rem 0; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; }
  section { break-inside: avoid; } }
"""
_WIDE, _ROW, _LABELS, _LONGEST = 640, 26, 250, 300  # pixels of a plot; where bars begin, and end
_COLOUR, _INK = "#0b6166", "#10252c"
_CUT = 38  # characters of a label


def page(title: str, made: str, sections: "list[Section]", language: str) -> str:
    """HTML of the whole report; all texts in it are text."""
    inside = ["<h1>", escaped(title), "</h1>\n<p>", escaped(made), "</p>\n"]
    for section in sections:
        inside += ["<section>\n<h2>", escaped(section.title), "</h2>\n"]
        inside += ["<p>" + escaped(text) + "</p>\n" for text in section.texts]
        if section.bars:
            inside += [svg(section), "\n"]
        if section.table:
            inside += _table(section.table)
        inside.append("</section>\n")
    head = (
        '<!doctype html>\n<html lang="{}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="{}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n"
    ).format(language or catalogue.ENGLISH, _POLICY, escaped(title), _STYLE)
    return head + "".join(inside) + "</body>\n</html>\n"


def _table(rows: "list[tuple[str, ...]]") -> "list[str]":
    lines = ["<table>\n"]
    for place, row in enumerate(rows):
        tag = "td" if place else "th"
        cells = ["<{0}>{1}</{0}>".format(tag, escaped(cell)) for cell in row]
        lines.append("<tr>" + "".join(cells) + "</tr>\n")
    lines.append("</table>\n")
    return lines


def svg(section: Section) -> str:
    """The section's bars as an SVG image, with its title as its name."""
    most = max([count for _label, count in section.bars] + [1])
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{}" viewBox="0 0 {} {}" '
        'font-family="sans-serif" font-size="14" fill="{}">'.format(
            escaped(section.title), _WIDE, _ROW * len(section.bars), _INK
        )
    ]
    for place, (label, count) in enumerate(section.bars):
        top = _ROW * place
        long = _LONGEST * count // most
        short = label if len(label) <= _CUT else label[: _CUT - 1] + "…"
        parts.append('<text x="0" y="{}">{}</text>'.format(top + 18, escaped(short)))
        parts.append(
            '<rect x="{}" y="{}" width="{}" height="{}" rx="3" fill="{}"/>'.format(
                _LABELS, top + 4, max(long, 2 if count else 0), _ROW - 8, _COLOUR
            )
        )
        parts.append('<text x="{}" y="{}">{}</text>'.format(_LABELS + long + 8, top + 18, count))
    return "".join(parts) + "</svg>"


def escaped(text: str) -> str:
    """The text as HTML and XML hold it, in an element or an attribute."""
    for sign, name in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ('"', "&quot;"),
        ("'", "&#39;"),
    ):
        text = text.replace(sign, name)
    return "".join(["\ufffd" if _unseen(sign) else sign for sign in text])


def _unseen(sign: str) -> bool:
    code = ord(sign)
    control = code < 32 or 127 <= code < 160
    return (
        control or 0xD800 <= code < 0xE000 or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    )
