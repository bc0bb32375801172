"""Messages about a run over many images, composed from the catalogue. Saves nothing."""

from pixelseal.ui.text.words import say, sentence

_LONG = 90  # seconds, from which minutes are shown


def ended(saved: int, of: int, names: "list[str]", stopped: bool, error: "object") -> str:
    """The outcome of a run, and where the files are."""
    if saved:
        text = say("run-saved", made=saved, count=of, where=_in_short(names))
    else:
        text = say("run-nothing")
    if error is not None:
        return text + " " + sentence(error[0], error[1])
    return text + " " + say("run-stopped") if stopped else text


def _in_short(names: "list[str]") -> str:
    if len(names) == 1:
        return names[0]
    key = "run-two-files" if len(names) == 2 else "run-files"
    return say(key, first=names[0], last=names[-1], total=len(names))


def time_left(seconds: "int | None") -> str:
    """The remaining time of a run."""
    if seconds is None:
        return ""
    if seconds < _LONG:
        return say("seconds-left", seconds=max(10, seconds))
    return say("minutes-left", minutes=(seconds + 59) // 60)
