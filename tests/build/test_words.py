"""All words are in the catalogue: none stands in the markup or in the page's Python."""

import ast
import io
import re
import tokenize
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pixelseal.model import catalogue

from app.build.markup import with_process, with_words

ROOT = Path(__file__).resolve().parents[2]
MARKUP = with_process((ROOT / "index.html").read_text("utf-8"), ROOT)
BENCH = (ROOT / "static/bench.html").read_text("utf-8")
# Names and signs that are the same in every language.
NO_WORDS = {"Pixelseal", "SHA-256", ".", "×", "−", "+", "‹", "›"}
SPOKEN_ATTRIBUTES = ("title", "aria-label", "placeholder", "alt")
# What keys, elements and media types are called; class names are known by the style sheet.
NAMES = re.compile(
    r"(Arrow\w+|Page\w+|Delete|Backspace|Enter|Escape|Home|End|Mac|INPUT|TEXTAREA|SELECT|BUTTON)"
    r"|AbortError|TypeError|\w+/[\w-]+|[A-Z]|translate.*scale.*|Ed25519|PBKDF2|AES-CBC|SHA-\d+"
)
CLASSES = set(re.findall(r"\.([a-z][\w-]*)", (ROOT / "static/style.css").read_text("utf-8")))


class Words(HTMLParser):
    """Gathers what a person could read in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside.append(tag)
        self.found += [text for name, text in attrs if name in SPOKEN_ATTRIBUTES and text]

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass  # an element without an end

    def handle_data(self, data: str) -> None:
        if data.strip() and self._inside[-1] not in ("script", "style", "title"):
            self.found.append(data.strip())


def _read(markup: str) -> list[str]:
    reader = Words()
    reader.feed(markup)
    return reader.found


def test_the_markup_holds_keys_and_no_words() -> None:
    assert set(_read(MARKUP)) <= NO_WORDS
    assert set(_read(BENCH)) <= NO_WORDS


def test_the_build_puts_the_words_in() -> None:
    page = with_words(MARKUP)
    read = _read(page)
    assert "Cover what identifies the patient" in read
    assert "Undo (Ctrl+Z)" in read and "optional" in read and "Marking area" in read
    assert '<kbd data-text="' not in page and "<kbd>L</kbd> takes you through" in page
    # Where scripts are not allowed nobody chooses a language.
    for language in ("en", "es"):
        assert str(catalogue.table(language)["no-scripts"]) in read
    # Every element that names a text was empty and has it now.
    for key in re.findall(r'data-text="([^"]+)"', MARKUP):
        assert f'data-text="{key}"></' in MARKUP
        assert f'data-text="{key}"></' not in page


def test_words_that_could_be_markup_are_written_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"a": 'x < y & "z" *b*'}
    monkeypatch.setattr(catalogue, "_found", lambda _language, key: texts[key])
    assert with_words('<p data-text="a"></p>') == (
        '<p data-text="a">x &lt; y &amp; "z" <strong>b</strong></p>'
    )
    written = '<p data-title="a" title="x &lt; y &amp; &quot;z&quot; *b*"></p>'
    assert with_words('<p data-title="a"></p>') == written


def test_an_unknown_key_stops_the_build() -> None:
    with pytest.raises(KeyError):
        with_words('<p data-text="never-heard-of"></p>')


def _literals(path: Path) -> list[ast.Constant]:
    """The strings of a module that are no docstrings, annotations or console output."""
    tree = ast.parse(path.read_text("utf-8"))
    left_out: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            left_out.add(id(node.value))
        for name in ("annotation", "returns"):
            left_out |= {id(part) for part in ast.walk(getattr(node, name, None) or ast.Pass())}
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print":
            left_out |= {id(part) for part in ast.walk(node)}
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in left_out
    ]


def _is_words(text: str) -> bool:
    """True for a text that a person would read: a capital first, or several words."""
    letters = re.sub(r"\{[^}]*\}", "", text)
    words = re.findall(r"[^\W\d_]+", letters)
    if not words or NAMES.fullmatch(text) or set(text.split()) <= CLASSES:
        return False
    return letters[0].isupper() or bool(re.search(r"[^\W\d_]{2,}[.,:]? [^\W\d_]{2,}", letters))


@pytest.mark.parametrize("text", ["Saved {}", "Nothing marked", "pasted image", "removed: all of"])
def test_words_are_told_from_names(text: str) -> None:
    assert _is_words(text)
    assert not any(map(_is_words, ("region-row chosen", "ArrowLeft", "image/png", "{} × {}", "A")))


PAGES = sorted(
    [*(ROOT / "app/pixelseal/ui").rglob("*.py"), *(ROOT / "app/pixelseal/bench").rglob("*.py")]
)


def test_every_module_of_the_pages_is_looked_at() -> None:
    assert len(PAGES) >= 75  # a glob that lost a folder would find no words in it


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT / "app").as_posix())
def test_the_page_s_python_holds_no_words(path: Path) -> None:
    found = [f"{node.lineno}: {node.value}" for node in _literals(path) if _is_words(node.value)]
    assert not found, "\n".join(found)


def test_every_text_is_used() -> None:
    """A key stands in the code or the markup itself, or as the beginning that it is made from."""
    sources = [p for p in (ROOT / "app").rglob("*.py") if "catalogue" not in p.parts]
    sources += [
        *(ROOT / "static").glob("*.js"),
        *(ROOT / "static").rglob("*.html"),
        ROOT / "index.html",
    ]
    named = set()
    for path in sources:
        named |= set(re.findall(r"""["']([a-zA-Z][\w-]*)(?:["']|\{)""", path.read_text("utf-8")))
    unused = [
        key
        for key in catalogue.table("en")
        if key not in named
        and not any(key[: place + 1] in named for place, sign in enumerate(key) if sign == "-")
    ]
    assert not unused, unused


# Turns of phrase that read like a translation, and what an engineer writes instead.
_UNIDIOMATIC = (
    (r"\banew\b", "again"),
    (r"\b(?:bits|bytes|pixels|samples|\w*seconds) an? "
     r"(?:channel|code|image|megapixel|page|pixel|request|row|sample|side|strip|value)\b", "per"),
    (r"\b(?:came|comes?) to lie\b", "where it ends up"),
    (r"\bturn about\b", "alternating"),
    (r"\bheld against\b", "compared with"),
    (r"\bwho hears it\b", "screen readers"),
    (r"(?<![\w'\"`./-])[Gg]rays?(?![\w'\"`-])", "grey"),
)  # fmt: skip
# Quotes the certificate, whose wording stays as it was released.
_QUOTES = {"docs/certificate.md"}


def _prose(path: Path) -> list[tuple[int, str]]:
    """What people read in a file, with line numbers: a document, or comments and docstrings."""
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        return list(enumerate(text.splitlines(), 1))
    found = [
        (token.start[0], token.string)
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT
    ]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            said = ast.get_docstring(node, clean=False) or ""
            found += list(enumerate(said.splitlines(), node.body[0].lineno if said else 0))
    return found


def test_the_phrases_are_found_and_good_ones_pass() -> None:
    for bad in ("written anew", "8 bits a sample", "came to lie", "Gray (H, W)", "two grays"):
        assert any(re.search(phrase, bad) for phrase, _ in _UNIDIOMATIC), bad
    for good in ("8 bits per sample", "`gray`", "row.gray", "60 a second", "a pixel and its block"):
        assert not any(re.search(phrase, good) for phrase, _ in _UNIDIOMATIC), good


def test_prose_is_what_a_native_engineer_would_write() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    modules = [*(ROOT / "app").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    assert len(documents) >= 60 and len(modules) >= 500  # a glob that lost a folder finds nothing
    found = []
    for path in [*documents, *modules]:
        name = path.relative_to(ROOT).as_posix()
        if path.name == "CHANGELOG.md" or name in _QUOTES:
            continue
        for line, text in _prose(path):
            for phrase, better in _UNIDIOMATIC:
                for hit in re.findall(phrase, text):
                    found.append(f"{name}:{line}: not {hit!r}, but {better!r}")
    assert not found, "\n".join(found)
