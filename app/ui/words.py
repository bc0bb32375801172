"""What the page says while one works, in plain English. Errors are in app.model.messages."""

from app.model import messages, reasons
from app.model.region import Crop, Fill, Keep, Region
from app.ui import tools

TOOLS = {
    tools.MARK: "Rectangle",
    tools.ELLIPSE: "Ellipse",
    tools.POLYGON: "Polygon",
    tools.BRUSH: "Brush",
    tools.KEEP: "Keep only this area",
    tools.CROP: "Crop",
    tools.SELECT: "Select",
}
METHODS = {"fill": "Solid colour", "mosaic": "Mosaic", "blur": "Blur"}


def kind(record: "object") -> str:
    """What a record is called."""
    if isinstance(record, Keep):
        return "Area to keep"
    return "Crop" if isinstance(record, Crop) else "Region"


def record_at(number: int, record: "object") -> str:
    """What a record is, where and how large, for a screen reader."""
    shape = record.shape
    return "{} {}: {} by {} pixels at {}, {}".format(
        kind(record), number, shape.width, shape.height, shape.x, shape.y
    )


def marked(number: int, record: "object") -> str:
    """A record was added."""
    return "Added. " + record_at(number, record)


def moved(number: int, record: "object") -> str:
    """A record was moved."""
    return "{} {} moved to {}, {}".format(kind(record), number, record.shape.x, record.shape.y)


def resized(number: int, record: "object") -> str:
    """A record was made larger or smaller."""
    shape = record.shape
    return "{} {} is now {} by {} pixels".format(kind(record), number, shape.width, shape.height)


def selected(number: int, count: int, record: "object") -> str:
    """A record was selected."""
    text = "Selected {} of {}. ".format(number, count) + record_at(number, record)
    if isinstance(record, Region) and record.reason:
        text += ", " + reasons.short_name(record.reason)
    return text


def deleted(number: int, record: "object", left: int) -> str:
    """A record was deleted."""
    return "{} {} deleted. {}".format(kind(record), number, regions(left))


def method_given(number: int, method: "object") -> str:
    """A region's method was set."""
    text = "Region {}: {}".format(number, METHODS[method.KIND])
    if isinstance(method, Fill):
        return text + " " + method.colour
    return "{}, {} pixels".format(text, method.strength)


def colour_given(colour: str) -> str:
    """The colour around the areas to keep was set."""
    return "Around the areas to keep: {}".format(colour)


def corners(count: int) -> str:
    """A polygon is under way."""
    if count == 1:
        return "1 corner. Double click, or press Enter, at the last one."
    return "{} corners. Double click, or press Enter, at the last one.".format(count)


def brush(diameter: int) -> str:
    """The brush has another size."""
    return "Brush {} pixels wide".format(diameter)


def too_weak(least: int) -> str:
    """Why a mosaic or a blur is no weaker."""
    return (
        "At least {} pixels for a region of this size. It can sometimes be reversed; "
        "the certificate says so."
    ).format(least)


def reason_given(number: int, reason: "str | None") -> str:
    """A region's reason was set."""
    return "Region {}: {}".format(number, reasons.short_name(reason))


def regions(count: int) -> str:
    """How many regions there are."""
    if count == 0:
        return "No regions"
    return "1 region" if count == 1 else "{} regions".format(count)


def opened(count: int, areas: int, cropped: bool) -> str:
    """What a recipe has put on the image."""
    parts = [regions(count)]
    if areas:
        parts.append("1 area to keep" if areas == 1 else "{} areas to keep".format(areas))
    if cropped:
        parts.append("cropped")
    return ", ".join(parts)


def undone(count: int) -> str:
    """A step was taken back."""
    return "Undone. " + regions(count)


def redone(count: int) -> str:
    """A step was done again."""
    return "Done again. " + regions(count)


def zoomed(percent: int) -> str:
    """The zoom in per cent."""
    return "Zoom {} %".format(percent)


NOTHING_TO_UNDO = "Nothing to undo"
NOTHING_TO_REDO = "Nothing to redo"
NO_REASON_HERE = "Only regions have a reason"
FILLED_INSTEAD = "It is filled now: for this reason a mosaic or blur is not safe."
NOT_FOR_TEXT = "For this reason only a solid colour is safe: text and numbers can be read back."
TOO_FEW_CORNERS = "A polygon needs three corners that are not in one line"
NOTHING_SELECTED = "No region is selected"
NO_REGIONS = "No regions yet. Press N to add one."
CANCELLED = "Cancelled"
DESELECTED = "Nothing selected"

# Saving

GO_BACK = "Go back"
MOVED = (
    "The picture is now shown differently than when you first marked it. "
    "Look at every region again before you save."
)
CLOSE = "The regions on this image are in no saved image yet. Close it and lose them?"
CLOSE_SEVERAL = (
    "The regions on {} of these images are in no saved image yet. Close all and lose them?"
)
CLOSE_IT = "Close and lose them"
ALTERNATE_HELP = "Names the files. Never a record number, nor made from one."
ALTERNATE_BAD = (
    "Letters, digits, dot, dash and underscore only, a letter or digit first. "
    "Until then the last good name is used."
)
ALTERNATE_DERIVED = (
    "This looks as if it was made from the file's name. An alternate ID must be given or random."
)
USE_THESE_IDS = "Use these IDs"
NOTHING_PASSED = "No image could be saved. The reasons stand beside the images."


def close_several(marked: int) -> str:
    """The question before several images are closed, of which so many have unsaved regions."""
    return CLOSE_SEVERAL.format(marked)


def derived_ids(count: int, first: str) -> str:
    """The question before IDs are used that look as if they were made from names."""
    if count == 1:
        start = "One of these IDs looks as if it was made from its file's name: {}. "
    else:
        start = "{} of these IDs look as if they were made from their files' names, such as {{}}. "
        start = start.format(count)
    return start.format(first) + (
        "An ID that is made from a record number, a name or a date tells whose it is. "
        "Use them only if you know that they were given or drawn at random."
    )


def ids_given(given: int, unused: int, unnamed: int, doubtful: int, taken: int) -> str:
    """What became of a table of alternate IDs, in counts: of images, rows and images."""
    parts = [_counted(given, "image has its ID.", "images have their IDs.")]
    if unused:
        one, many = "row names an image that is", "rows name images that are"
        parts.append(_counted(unused, one, many) + " not open; kept for when it is.")
    if unnamed:
        parts.append(_counted(unnamed, "image is", "images are") + " named by no row.")
    if doubtful:
        text = " meant by no row alone, or by a row that means several: no ID was given."
        parts.append(_counted(doubtful, "image is", "images are") + text)
    if taken:
        text = " in use for another image already and not given again."
        parts.append(_counted(taken, "ID is", "IDs are") + text)
    return " ".join(parts)


def _counted(count: int, one: str, many: str) -> str:
    return "{} {}".format(count, one if count == 1 else many)


def link_table_name(part: str) -> str:
    """The file name of a link table."""
    return "private-link-table-{}.csv".format(part)


def saved_links(name: str, count: int, unknown: int) -> str:
    """The link table was handed to the browser."""
    text = "Saved {} with {}. Keep it to yourself: it ties each ID to its source.".format(
        name, _counted(count, "link", "links")
    )
    if unknown:
        left = "image that was not looked into yet is", "images that were not looked into yet are"
        text += " " + _counted(unknown, left[0], left[1]) + " not in it."
    return text


def certificate_name(label: str) -> str:
    """The file name of a certificate."""
    return label + ".certificate.txt"


def record_name(label: str) -> str:
    """The file name of a private record."""
    return label + ".private-record.json"


def recipe_name(label: str) -> str:
    """The file name of a recipe."""
    return label + ".recipe.json"


def saved(name: str) -> str:
    """A file was handed to the browser."""
    return "Saved {}".format(name)


def saved_private(name: str) -> str:
    """The private record was handed to the browser."""
    return "Saved {}. Keep it to yourself: it ties the image to its source.".format(name)


def saved_all(name: str, count: int, of: int) -> str:
    """The ZIP was handed to the browser."""
    text = "Saved {}: {} of {} images, each with its certificate.".format(name, count, of)
    if count < of:
        text += " The reasons for the others stand beside them."
    return text


def failed(code: str, values: "dict[str, object]") -> str:
    """The sentence for an error."""
    return messages.sentence(code, values)


# The panel


def record_row(number: str, shape: "object") -> str:
    """A record in the list."""
    return "{}   {} × {}".format(number, shape.width, shape.height)


def exact_title(number: int, record: "object") -> str:
    """Over the fields with the exact numbers."""
    return "{} {} in pixels".format(kind(record), number)


def position(place: int, count: int) -> str:
    """Which image is on the screen."""
    return "{} of {}".format(place, count)


FILTERS = {
    "unmarked": "Nothing marked",
    "unsaved": "Marked, not saved",
    "saved": "Saved",
    "failed": "With a problem",
}


def filter_name(name: str, count: int) -> str:
    """A choice of the strip's filter and how many images it lets through."""
    return "{} ({})".format(FILTERS.get(name, "All images"), count)


def choose(title: str) -> str:
    """The name of a card's checkbox."""
    return "Choose " + title


def close(title: str) -> str:
    """The name of the button that closes an image."""
    return "Close " + title


def chosen(count: int) -> str:
    """How many images are chosen."""
    return "{} chosen".format(count)


def all_progress(done: int, of: int) -> str:
    """While all are being saved."""
    return "Making {} of {} …".format(min(done + 1, of), of)


def whole_number(text: str) -> "int | None":
    """The integer that a person typed, None if it is none."""
    try:
        return int(text.strip())
    except ValueError:
        return None
