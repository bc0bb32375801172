"""What is said of the ways out of the page, once they were tried. Tries none, and knows no DOM."""

from pixelseal.ui.text.words import say

# What static/ways.js says of one way, and how that is shown: as refused, as neither, or as a fault.
SHOWN = {
    "policy": "good",
    "absent": "good",
    "stopped": "good",
    "rule": "good",
    "unclear": "unclear",
    "silent": "unclear",
    "untried": "unclear",
    "open": "bad",
}


def shown(outcome: str) -> str:
    """How an outcome is shown; one that is not known, as a fault."""
    return SHOWN.get(outcome, "bad")


def verdict(outcome: str) -> str:
    """The outcome in a few words."""
    return say("way-is-" + (outcome if outcome in SHOWN else "open"))


def means(outcome: str, directive: str) -> str:
    """The outcome in a sentence."""
    return say("way-means-" + (outcome if outcome in SHOWN else "open"), directive=directive)


def quoted(words: str, directive: str, uri: str) -> "list[str]":
    """What the browser itself said: its error or event, and the report of its policy."""
    said = [words] if words.strip(": ") else []
    if directive:
        said.append("securitypolicyviolation: {} {}".format(directive, uri))
    return said


def summary(outcomes: "list[str]") -> "tuple[bool, str]":
    """(nothing got through, the sentence that counts what came of all)."""
    through = len([outcome for outcome in outcomes if shown(outcome) == "bad"])
    unclear = len([outcome for outcome in outcomes if shown(outcome) == "unclear"])
    refused = len(outcomes) - through - unclear
    said = [say("proof-refused", count=len(outcomes), refused=refused)]
    if unclear:
        said.append(say("proof-unclear", count=unclear))
    if through:
        said.append(say("proof-through", count=through))
    return not through, " ".join(said)


def sum_in(text: str) -> str:
    """The SHA-256 in what a person pasted, which may be a line of SHA256SUMS; "" if none is."""
    for word in text.lower().split():
        if len(word) == 64 and all(sign in "0123456789abcdef" for sign in word):
            return word
    return ""
