"""The 18 identifiers of 45 CFR 164.514(b)(2)(i) by letter. Gives no legal advice."""

from pixelseal.model import catalogue

OTHER = "other"
LETTERS = tuple("ABCDEFGHIJKLMNOPQR")
CODES = LETTERS + (OTHER,)


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
