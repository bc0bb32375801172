"""The sentence for a code, out of the catalogue. Decides nothing."""

from pixelseal.model import catalogue


def sentence(code: str, values: "dict[str, int | str]", language: str = catalogue.ENGLISH) -> str:
    """The sentence for `code`, its blanks filled from `values`; unknown codes name themselves.

    Engine, certificate and command line speak English; the page passes its language on.
    """
    try:
        return catalogue.text(language, code, values)
    except KeyError:
        # An unknown code, or a value is missing: better the code than no sentence at all.
        return catalogue.text(language, "unknown-code", {"code": code})
