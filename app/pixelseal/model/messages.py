"""Codes and the catalogue's sentences for them. Decides nothing."""

from pixelseal.model import catalogue


def sentence(code: str, values: "dict[str, int | str]", language: str = catalogue.ENGLISH) -> str:
    """The sentence for `code`, filled in from `values`; an unknown code stands for itself.

    `format` is the label of one, the same in every language, or the code of a kind that is refused,
    whose name is a text of its own. Engine, certificate and command line speak English; the page
    passes its language on.
    """
    try:
        kind = "refused-" + str(values.get("format", ""))
        # Without a format no table is read in search of one.
        if "format" in values and catalogue.has(language, kind):
            values = dict(values)
            values["format"] = catalogue.text(language, kind, values)
        return catalogue.text(language, code, values)
    except KeyError:
        # An unknown code, or a missing value: better the code than no sentence at all.
        return catalogue.text(language, "unknown-code", {"code": code})
