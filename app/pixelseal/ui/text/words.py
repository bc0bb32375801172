"""The page's texts in its current language, from pixelseal.model.catalogue.

The language is the only state here: it lasts as long as the page is open.
"""

from pixelseal.model import catalogue, messages, reasons
from pixelseal.model.recipe.region import Crop, Fill, Keep, Region
from pixelseal.model.screen.proposal import found_as, is_proposed, place_before

_NAMED = 3  # images that a message names; how many more there are is said
_spoken = {"language": catalogue.ENGLISH}


def language() -> str:
    """The code of the current language."""
    return _spoken["language"]


def speak(code: str) -> None:
    """Set the current language; ValueError for one that the catalogue does not have."""
    catalogue.has(code, "seal-loading")  # which is shown first
    _spoken["language"] = code


def say(key: str, **values: "object") -> str:
    """The catalogue's text for a key."""
    return catalogue.text(language(), key, values)


def sentence(code: str, values: "dict[str, object]") -> str:
    """The sentence for an error, also for an unknown code."""
    return messages.sentence(code, values, language())


def reason(code: "str | None") -> str:
    """A reason's short name."""
    return reasons.short_name(code, language())


def reasons_of(region: "Region") -> str:
    """The short names of a region's reasons, "No reason" if it has none."""
    return ", ".join([reason(code) for code in region.reasons or (None,)])


def reasons_named(region: "Region") -> str:
    """The names of a region's reasons without their letters, "No reason" if it has none."""
    return ", ".join([reason_name(code) for code in region.reasons or ("none",)])


def reason_hint(code: str) -> str:
    """What a reason means, and its key."""
    letter = "X" if code == reasons.OTHER else code
    return say("reason-hint", meaning=reason_meaning(code) or reason_name(code), letter=letter)


def reason_name(code: str) -> str:
    """The name of an identifier without its letter; "other" and "none" have names, too."""
    return say("reason-" + code)


def reason_meaning(code: str) -> str:
    """An identifier in plain words."""
    return reasons.meaning(code, language())


def check(english: str) -> str:
    """A sentence of the audit, translated from the English of certificates; others unchanged."""
    texts = catalogue.table(catalogue.ENGLISH)
    for key in texts:
        if key.startswith("check-") and texts[key] == english:
            return say(key)
    return english


def place(english: str) -> str:
    """The place in a file; names of formats and blocks are unchanged."""
    key = "where-" + english.lower().replace(" ", "-")
    known = catalogue.beside(language(), key, "where-after-the-end")
    return say(key) if known else english


# Records


def kind(record: "object") -> str:
    """What a record is called."""
    if found_as(record):
        return say("kind-found-" + found_as(record))
    if place_before(record) is not None:
        return say("kind-proposed-moved")
    name = "keep" if isinstance(record, Keep) else "region"
    if isinstance(record, Crop):
        name = "crop"
    return say(("kind-proposed-" if is_proposed(record) else "kind-") + name)


def record_at(number: int, record: "object") -> str:
    """A record's kind, position and size, for a screen reader."""
    shape = record.shape
    return say(
        "record-at",
        kind=kind(record),
        number=number,
        width=shape.width,
        height=shape.height,
        x=shape.x,
        y=shape.y,
    )


def added(number: int, record: "object") -> str:
    """A record was added."""
    return say("added", record=record_at(number, record))


def moved(number: int, record: "object") -> str:
    """A record was moved."""
    return say("moved", kind=kind(record), number=number, x=record.shape.x, y=record.shape.y)


def resized(number: int, record: "object") -> str:
    """A record was made larger or smaller."""
    size = record.shape
    return say("resized", kind=kind(record), number=number, width=size.width, height=size.height)


def selected(number: int, total: int, record: "object") -> str:
    """A record was selected."""
    text = record_at(number, record)
    if isinstance(record, Region) and record.reasons:
        given = reasons_of(record)
        return say("selected-reason", number=number, total=total, record=text, reason=given)
    return say("selected", number=number, total=total, record=text)


def deleted(number: int, record: "object", left: int) -> str:
    """A record was deleted."""
    return say("deleted", kind=kind(record), number=number, left=regions(left))


def method(name: str) -> str:
    """What a method is called."""
    return say("method-" + name)


def method_given(number: int, given: "object") -> str:
    """A region's method was set."""
    name = method(given.KIND)
    if isinstance(given, Fill):
        return say("method-given-fill", number=number, method=name, colour=given.colour)
    return say("method-given", number=number, method=name, strength=given.strength)


def regions(count: int) -> str:
    """How many regions there are."""
    return say("regions", count=count)


def opened(count: int, areas: int, cropped: bool) -> str:
    """What a recipe added to the image."""
    parts = [regions(count)]
    if areas:
        parts.append(say("areas-to-keep", count=areas))
    if cropped:
        parts.append(say("cropped"))
    return ", ".join(parts)


def undone(count: int) -> str:
    """A step was undone."""
    return say("undone", left=regions(count))


def redone(count: int) -> str:
    """A step was redone."""
    return say("redone", left=regions(count))


def record_row(number: str, shape: "object") -> str:
    """A record in the list."""
    return "{}   {} × {}".format(number, shape.width, shape.height)


def ids_given(given: int, unused: int, unnamed: int, doubtful: int, taken: int) -> str:
    """The outcome of a table of alternate IDs, as counts of images, rows and images."""
    parts = [say("ids-given", count=given)]
    for key, count in (
        ("ids-unused", unused),
        ("ids-unnamed", unnamed),
        ("ids-doubtful", doubtful),
        ("ids-taken", taken),
    ):
        if count:
            parts.append(say(key, count=count))
    return " ".join(parts)


def ids_numbered(count: int) -> str:
    """How many images were given a number."""
    return say("ids-numbered", count=count) if count else say("ids-kept")


def copied(done: int, scaled: int, followed: int, left: "dict[str, int]") -> str:
    """The outcome of copying: to how many images, on how many of them scaled, on how many moved
    onto what was found there, why not to others."""
    parts = [say("copied", count=done)] if done else []
    if scaled:
        parts.append(say("copied-scaled", count=scaled))
    if followed:
        parts.append(say("copied-moved", count=followed))
    for why in ("shape", "early", "refused", "there"):
        if left.get(why):
            parts.append(say("left-" + why, count=left[why]))
    if left:
        parts.append(say("left-chosen"))
    return " ".join(parts)


def stopped(said: str, left: int) -> str:
    """An act on many images was stopped after what is said, before so many others."""
    return say("series-stopped", said=said, count=left).strip()


def proposals_waiting(count: int) -> str:
    """An image with so many proposals is shown to be marked; "" for none."""
    return say("proposals-waiting", count=count) if count else ""


def confirmed_next(left: int) -> str:
    """An image was confirmed; so many still wait, and one of them is on the screen now."""
    return say("confirmed-next", count=left) if left else say("confirmed-last")


def confirmed_chosen(done: int, left: "list[str]") -> str:
    """Chosen images were confirmed; those of these names were not."""
    parts = [say("confirmed-chosen", count=done)] if done else []
    if left:
        names = ", ".join(left[:_NAMED])
        if len(left) > _NAMED:
            names = say("and-more", names=names, count=len(left) - _NAMED)
        parts.append(say("confirmed-not-shown", count=len(left), names=names))
    return " ".join(parts)


def project_opened(restored: int, missing: int, total: int) -> str:
    """The outcome of opening a project."""
    text = say("project-opened", count=restored)
    return text + " " + say("project-missing", count=missing, total=total) if missing else text


def project_saved(name: str, count: int, unknown: int) -> str:
    """The project was saved as a download."""
    text = say("project-saved", name=name, count=count)
    return text + " " + say("links-missing", count=unknown) if unknown else text


# Files


def project_name(part: str) -> str:
    """The file name of a project."""
    return "private-project-{}.json".format(part)


def link_table_name(part: str) -> str:
    """The file name of a link table."""
    return "private-link-table-{}.csv".format(part)


def certificate_name(label: str) -> str:
    """The file name of a certificate."""
    return label + ".certificate.txt"


def record_name(label: str) -> str:
    """The file name of a private record."""
    return label + ".private-record.json"


def recipe_name(label: str) -> str:
    """The file name of a recipe."""
    return label + ".recipe.json"


def saved_links(name: str, count: int, unknown: int) -> str:
    """The link table was saved as a download."""
    text = say("links-saved", name=name, count=count)
    return text + " " + say("links-missing", count=unknown) if unknown else text


def whole_number(text: str) -> "int | None":
    """The integer that a person typed, None if it is none."""
    try:
        return int(text.strip())
    except ValueError:
        return None


def turned_along(said: str, done: int, left: int) -> str:
    """What to say after other chosen images were turned with the one on the screen."""
    text = say("turned-along", said=said, count=done)
    return text + " " + say("turned-left-out", count=left) if left else text
