"""What is asked before images are saved, and what the panel says of looking, in plain English."""

from app.model import reasons

GO_BACK = "Go back"
LOOK = "Show me what I have not seen"
ANSWER = "Answer one by one"
MARKS_ARE_RIGHT = "I have looked at every region again, and they are right."
MOVED = "The picture is now shown differently than when it was first marked."
BARE = (
    "Only what the file carries besides the picture will be removed: everything that can be seen "
    "stays visible."
)
TICK = "Tick each statement that is true, or go back."
_NAMED = 4  # titles of images, before the rest is a number


def title(count: int) -> str:
    """The title of the question."""
    if count == 1:
        return "Before this image is saved"
    return "Before these {} images are saved".format(count)


def lead(ready: int, count: int) -> str:
    """How many lack nothing."""
    if not ready:
        return "For each of them something is missing."
    return "For {} of {} nothing is missing.".format(ready, count)


def save(count: int) -> str:
    """The choice that saves all."""
    return "Save" if count == 1 else "Save all {}".format(count)


def only(count: int) -> str:
    """The choice that leaves out what lacks something."""
    return "Save only the 1 that is ready" if count == 1 else _ONLY.format(count)


_ONLY = "Save only the {} that are ready"


def bare(count: int, alone: bool) -> str:
    """The statement about images without regions, of one or of several that are saved."""
    if alone:
        return "Nothing is marked on this image. Save it like that."
    if count == 1:
        return "Nothing is marked on 1 of the images. Save it like that."
    return "Nothing is marked on {} of the images. Save them like that.".format(count)


def looked(count: int, alone: bool) -> str:
    """The statement about looking."""
    if alone:
        return "I have looked at the whole of this image."
    if count == 1:
        return "I have looked at the whole of the 1 image named below."
    return "I have looked at the whole of each of the {} images named below.".format(count)


def seen(percent: int) -> str:
    """How much was on the screen."""
    return "The page has shown you {} % of it at full size.".format(percent)


def not_seen(titles: "list[str]") -> str:
    """Which images were not on the screen as a whole."""
    text = ", ".join(titles[:_NAMED])
    if len(titles) > _NAMED:
        text += " and {} more".format(len(titles) - _NAMED)
    return "Not shown to you at full size from edge to edge: " + text


def absent(count: int, alone: bool) -> str:
    """The statement about what was not answered."""
    if alone:
        return "Nothing of what follows can be seen in what is left of the picture."
    if count == 1:
        return (
            "Nothing of what follows can be seen in what is left of the 1 image not answered for."
        )
    text = "Nothing of what follows can be seen in what is left of the {} images not answered for."
    return text.format(count)


def unanswered(letters: "list[str]") -> str:
    """Which identifiers have no answer."""
    return " · ".join([reasons.short_name(letter).split(" · ")[1] for letter in letters])


# The panel

ALL_SEEN = "The whole picture was on your screen at full size."
STATED = "You said that you looked at the whole picture."
NOT_SHARP = "It cannot be shown here pixel by pixel. Say below that you looked at it all."
WAIT = "Once the picture is shown, the page keeps count of what you have seen at full size."
NONE_LEFT = "Every open image was seen in full, or you said so."
NO_ANSWER = "Not answered"
ANSWERS = {
    "absent": "Not in the picture",
    "covered": "Covered",
    "cropped": "Cropped away",
    "kept": "Kept, because …",
}
IN_THE_FILE = "The file itself carries this, too: that stays behind when you save."


def looked_at(percent: int) -> str:
    """How far the image was looked at."""
    return "Looked at: {} % at full size.".format(percent)


def part_shown(percent: int) -> str:
    """The next part that was not seen is on the screen."""
    return "Looked at {} % so far. This part is new.".format(percent)


def checklist(answered: int, of: int) -> str:
    """How many of the identifiers have an answer."""
    if answered == of:
        return "Checklist: all {} answered".format(of)
    return "Checklist: {} of {} answered".format(answered, of)


def rest(count: int) -> str:
    """The button that answers all that is open."""
    if count == 1:
        return "The 1 not answered is not in the picture"
    return "The {} not answered are not in the picture".format(count)


def rest_given(count: int) -> str:
    """What that button did."""
    if count == 1:
        return "1 answered: not in the picture"
    return "{} answered: not in the picture".format(count)


def to_chosen(count: int) -> str:
    """The button that gives the answers to the chosen images."""
    if count == 1:
        return "Answer the same for the 1 chosen image"
    return "Answer the same for the {} chosen images".format(count)


def given_to(count: int) -> str:
    """What that button did."""
    return "Answers given to 1 image" if count == 1 else "Answers given to {} images".format(count)


def answer_for(letter: str) -> str:
    """The name of the field with the answer for an identifier."""
    return "Answer for " + reasons.short_name(letter)


def why_for(letter: str) -> str:
    """The name of the field that says why something was kept."""
    return "Why it is kept: " + reasons.short_name(letter)
