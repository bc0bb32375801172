"""What the page says while one works, in plain English. Errors are in app.model.messages."""

from app.model import messages, reasons


def region_at(number: int, shape: "object") -> str:
    """Where a region is and how large, for a screen reader."""
    return "Region {}: {} by {} pixels at {}, {}".format(
        number, shape.width, shape.height, shape.x, shape.y
    )


def marked(number: int, shape: "object") -> str:
    """A region was added."""
    return "Added. " + region_at(number, shape)


def moved(number: int, shape: "object") -> str:
    """A region was moved."""
    return "Region {} moved to {}, {}".format(number, shape.x, shape.y)


def resized(number: int, shape: "object") -> str:
    """A region was made larger or smaller."""
    return "Region {} is now {} by {} pixels".format(number, shape.width, shape.height)


def selected(number: int, count: int, region: "object") -> str:
    """A region was selected."""
    text = "Selected {} of {}. ".format(number, count) + region_at(number, region.shape)
    if region.reason:
        text += ", " + reasons.short_name(region.reason)
    return text


def deleted(number: int, left: int) -> str:
    """A region was deleted."""
    return "Region {} deleted. {}".format(number, regions(left))


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
NOTHING_SELECTED = "No region is selected"
NO_REGIONS = "No regions yet. Press N to add one."
CANCELLED = "Cancelled"
DESELECTED = "Nothing selected"

# Saving

SAVE_BARE = "Save without regions"
GO_BACK = "Go back"
MOVED = (
    "The picture is now shown differently than when you first marked it. "
    "Look at every region again before you save."
)
CLOSE = "The regions on this image are in no saved image yet. Close it and lose them?"
CLOSE_IT = "Close and lose them"
ALTERNATE_HELP = "Names the files. Never a record number, nor made from one."
ALTERNATE_BAD = (
    "Letters, digits, dot, dash and underscore only, a letter or digit first. "
    "Until then the last good name is used."
)
MARKS_ARE_RIGHT = "The regions are right"
NOTHING_PASSED = "No image could be saved. The reasons stand beside the images."


def without_regions(count: int) -> str:
    """The question before images are saved on which nothing is marked."""
    if count == 1:
        start = "Nothing is marked on this image. "
    else:
        start = "Nothing is marked on {} of the images. ".format(count)
    return start + (
        "Only what the file carries besides the picture will be removed: "
        "everything that can be seen stays visible."
    )


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


def region_row(number: str, shape: "object") -> str:
    """A region in the list."""
    return "{}   {} × {}".format(number, shape.width, shape.height)


def exact_title(number: int) -> str:
    """Over the fields with the exact numbers."""
    return "Region {} in pixels".format(number)


def position(place: int, count: int) -> str:
    """Which image is on the screen."""
    return "{} of {}".format(place, count)


def all_progress(done: int, of: int) -> str:
    """While all are being saved."""
    return "Making {} of {} …".format(min(done + 1, of), of)


def whole_number(text: str) -> "int | None":
    """The integer that a person typed, None if it is none."""
    try:
        return int(text.strip())
    except ValueError:
        return None
