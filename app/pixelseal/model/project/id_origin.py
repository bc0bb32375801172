"""Whether an alternate ID looks derived from its file (docs/alternate-ids.md, 3).

A code that was derived from a person's data is itself an identifier (45 CFR 164.514(c)). This is a
warning for people to judge: it finds only what is visible in the two texts.
"""

from pixelseal.model import formats
from pixelseal.model.project.latin import folded
from pixelseal.model.recipe.checks import DIGITS

LEAST_TEXT = 3  # consecutive letters or digits in common
LEAST_DIGEST = 6  # hexadecimal digits: by chance about one ID in ten thousand has as many
LEAST_NUMBER = 4  # digits: shorter numbers are in most names, as counters
LEAST_BACKWARDS = 4  # letters or digits: shorter ones are the same backwards by chance

# Words used by cameras, scanners and studies: not parts of anyone's name.
GENERAL = (
    "img", "image", "dsc", "dscn", "dscf", "pic", "photo", "foto", "scan", "screenshot", "page",
    "case", "study", "patient", "subject", "participant", "sample", "series", "visit", "pasted",
    "left", "right", "front", "back", "copy",
) + tuple([ending for row in formats.READ for ending in row.endings])  # fmt: skip


def looks_derived(alternate: str, name: str, digests: "list[str] | tuple[str, ...]" = ()) -> bool:
    """True if ID and name, without its extension, are alike or share a word, a number or initials.

    An entire word or number counts backwards as well.
    Letters are compared without their marks, and as they are spelled without them ("ue" for "ü").
    Or if a run of LEAST_DIGEST digits of the ID is in one of `digests`: hexadecimal, lower case, of
    the file or of its name.
    """
    if _part_of_a_digest(alternate, digests):
        return True
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    return any(_alike(folded(alternate, way), folded(stem, way)) for way in (False, True))


def _alike(alternate: str, stem: str) -> bool:
    words, numbers = _parts(alternate)
    name_words, name_numbers = _parts(stem)
    if (words, numbers) == (name_words, name_numbers):
        return True
    if _share_initials(words, name_words):
        return True
    if _share_a_word(words, name_words) or _share_a_word(name_words, words):
        return True
    if _backwards(words, name_words) or _backwards(numbers, name_numbers):
        return True
    return _share_a_number(numbers, name_numbers)


def _parts(text: str) -> "tuple[list[str], list[str]]":
    """The runs of letters and the runs of digits of a folded text."""
    words: "list[str]" = []
    numbers: "list[str]" = []
    kind = ""
    for character in text:
        before, kind = kind, ""
        if character in DIGITS:
            kind = "digit"
        elif character.isalpha() or ord(character) > 127:
            kind = "letter"
        if not kind:
            continue
        found = numbers if kind == "digit" else words
        if kind == before:
            found[-1] += character
        else:
            found.append(character)
    return words, numbers


def _part_of_a_digest(alternate: str, digests: "list[str] | tuple[str, ...]") -> bool:
    # With or without separators: a digest is often split into groups.
    for text in (alternate.lower(), "".join([c for c in alternate.lower() if c not in "-_."])):
        for start in range(len(text) - LEAST_DIGEST + 1):
            run = text[start : start + LEAST_DIGEST]
            if any(run in digest for digest in digests):
                return True
    return False


def _share_initials(words: "list[str]", name_words: "list[str]") -> bool:
    # Single letters may have separators between them: "M.G".
    runs = [""]
    for word in words:
        if len(word) == 1:
            runs[-1] += word
        else:
            runs += [word, ""]
    own = [word for word in name_words if word not in GENERAL]
    for some in (name_words, own):
        initials = "".join([word[0] for word in some])
        if len(some) > 1 and (initials in words or any(initials in r for r in runs[::2])):
            return True
    return False


def _share_a_word(words: "list[str]", others: "list[str]") -> bool:
    # Joined: "janedoe" is made from "Jane Doe".
    letters = "".join(others)
    return any(len(w) >= LEAST_TEXT and w not in GENERAL and w in letters for w in words)


def _backwards(parts: "list[str]", others: "list[str]") -> bool:
    turned = ["".join(reversed(other)) for other in others if other not in GENERAL]
    return any(len(part) >= LEAST_BACKWARDS and part in turned for part in parts)


def _share_a_number(numbers: "list[str]", others: "list[str]") -> bool:
    # Joined: a date may have separators in only one of the two.
    for ours in numbers + ["".join(numbers)]:
        for theirs in others + ["".join(others)]:
            for pair in ((ours, theirs), (ours.lstrip("0"), theirs.lstrip("0"))):
                short, long = sorted(pair, key=len)
                if len(short) >= LEAST_NUMBER and short in long:
                    return True
    return False
