"""The 18 identifiers of 45 CFR 164.514(b)(2)(i) by letter. Gives no legal advice."""

from pixelseal.model import catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Iterable

OTHER = "other"
LETTERS = tuple("ABCDEFGHIJKLMNOPQR")
CODES = LETTERS + (OTHER,)


def ordered(given: "Iterable[str] | None") -> "tuple[str, ...]":
    """Codes in the order of CODES, each once; a str is one code, or several letters.

    What is no code stands last, for the recipe's rules to refuse.
    """
    if isinstance(given, str) and given == OTHER:
        return (OTHER,)
    try:
        stated = [] if given is None else list(given)
    except TypeError:
        raise TypeError(f"reasons are a sequence or a str, not {type(given).__name__}") from None
    known = [code for code in CODES if code in stated]
    return tuple(known + [code for code in stated if code not in CODES])


def short_name(code: "str | None", language: str = catalogue.ENGLISH) -> str:
    """A few words for lists: "A · Name"; "Other" and "No reason" have no letter."""
    if code in LETTERS:
        return code + " · " + catalogue.text(language, "reason-" + code, {})
    return catalogue.text(language, "reason-other" if code else "reason-none", {})


def meaning(code: str, language: str = catalogue.ENGLISH) -> str:
    """The identifier in plain words, "" for other codes."""
    if code not in LETTERS:
        return ""
    return catalogue.text(language, "reason-" + code + "-meaning", {})
