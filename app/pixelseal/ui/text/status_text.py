"""Texts for what the engine and the boot process report. Knows no DOM and decides nothing."""

from pixelseal.model import formats
from pixelseal.ui.text.words import check, place, say, sentence

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.recipe.region import Output

_ENGINES = ("starting", "restarting", "failed")
_AS_PNG = "note-written-as-png"  # of pixelseal.core.evidence.inspection
# Kinds of findings, what tells most of a person first, and how each is told.
_TELLING = (
    ("gps", "gps"),
    ("location", "location"),
    ("person-name", "person"),
    ("owner-name", "person"),
    ("author-name", "person"),
    ("contact", "contact"),
    ("capture-date", "date"),
    ("camera-serial", "serial"),
)


def seal(state: str, progress: float, reason: str, engine: str) -> "tuple[str, str]":
    """Title and detail of the status line, from window.pixelseal's state."""
    if state == "loading":
        # In steps of ten: a screen reader speaks at each change.
        detail = say("seal-loading-detail", percent=int(progress * 10) * 10)
        return say("seal-loading"), detail
    if state == "sealing":
        return say("seal-sealing"), say("seal-sealing-detail")
    if state == "checking":
        return say("seal-checking"), say("seal-checking-detail")
    if state == "sealed":
        return say("seal-sealed"), say(
            "seal-sealed-" + (engine if engine in _ENGINES else "detail")
        )
    return say("seal-refused"), say("seal-refused-detail", reason=sentence(reason, {}))


def carries(inspection: "dict | None", refused: bool, gone: bool) -> str:
    """The sentence above the findings."""
    if refused:
        return say("carries-refused")
    if inspection is None:
        return say("carries-unknown")
    kinds = carried(inspection)
    text = say(("gone-" if gone else "carries-") + ("findings" if kinds else "nothing"))
    return text if gone or "gps" not in kinds else say("carries-where") + " " + text


def carried(inspection: "dict | None") -> "list[str]":
    """The kinds of what a file carries beside its picture, each once."""
    kinds = []
    for row in [] if inspection is None else inspection["findings"]:
        if not _is_note(row["kind"]) and row["kind"] not in kinds:
            kinds.append(row["kind"])
    return kinds


def carries_short(kinds: "list[str]") -> str:
    """What of all that a file carries tells most, in a few words."""
    for kind, text in _TELLING:
        if kind in kinds:
            return say("carries-" + text)
    return say("carries-other")


def output_same(inspection: "dict | None") -> str:
    """What an image is written as if no format is chosen, as the list of formats says it."""
    if inspection is None:
        return say("output-same", format="…")
    return say("output-same", format=formats.named(written_as(inspection)).label)


def written_as(inspection: "dict") -> str:
    """The name of the format that an image is written in if none is chosen."""
    row = formats.named(inspection["format"])
    row = formats.named(row.instead) if row.instead else row
    if _AS_PNG in [finding["kind"] for finding in inspection["findings"]]:
        return "png"
    return row.name


def format_of(output: "Output | None", inspection: "dict | None") -> str:
    """The name of the format that an image is written in; "" as long as it is not known."""
    if output is not None and output.format != "same":
        return output.format
    return "" if inspection is None else written_as(inspection)


def _is_note(kind: str) -> bool:
    """Whether it is about the file itself, not about something it carries."""
    return kind.startswith("note-")


def grouped(findings: "list[dict]") -> "list[tuple[str, str, str, bool]]":
    """(identifier letter or "", what it is, what it says and where, carried), one row per kind.

    Identifiers come first, by letter; within a letter in the engine's order.
    """
    order, rows = [], {}
    for finding in findings:
        key = (finding["identifier"], finding["kind"])
        if key not in rows:
            order.append(key)
            rows[key] = ([], [])
        for part, text in enumerate((_value(finding), place(finding["where"]))):
            if text and text not in rows[key][part]:
                rows[key][part].append(text)
    found = []
    for letter in sorted({key[0] for key in order if key[0]}) + [""]:
        for key in order:
            if key[0] == letter:
                values, places = rows[key]
                detail = " · ".join([", ".join(part) for part in (values, places) if part])
                what = sentence("finding-" + key[1], {})
                found.append((letter, what, detail, not _is_note(key[1])))
    return found


def _value(finding: "dict") -> str:
    """The text of a finding: from the file, or why its colour profile cannot be used."""
    if finding["kind"] == "colour-profile-unusable":
        return sentence(finding["value"], {})
    return finding["value"]


def result_lead(report: "dict") -> str:
    """How many checks the saved image passed."""
    passed = len([row for row in report.get("checks", []) if row["passed"]])
    if not passed:
        return say("made")
    return say("made-checks", passed=passed, total=len(report["checks"]))


def checks(report: "dict") -> "list[str]":
    """The sentences of the checks."""
    return [check(row["sentence"]) for row in report.get("checks", [])]


def dimensions(item: "object", finished: "object" = None) -> str:
    """Size and format of an image, or of the `finished` picture if that is shown."""
    if finished is not None:
        return _size_and_format(finished.dimensions, finished.format)
    if item.editor.size is None:
        return ""
    if item.inspection is None:
        width, height = item.editor.size
        return say("size", width=width, height=height)
    return _size_and_format(item.editor.size, item.inspection["format"])


def _size_and_format(size: "tuple[int, int]", name: str) -> str:
    label = formats.named(name).label
    return say("size-and-format", width=size[0], height=size[1], format=label)


def waiting(item: "object") -> str:
    """Why the image cannot be saved yet; "" if it can, or never can."""
    if item.working == "redact":
        return say("waits-for-result")
    if item.inspection is None and not item.refused and item.error is None:
        return say("waits-for-findings")
    if item.editor.proposals:
        return say("waits-for-confirming")
    return ""


def canvas_message(item: "object", finished: bool = False) -> str:
    """The text on the canvas while there is no picture, not even the `finished` one."""
    if finished:
        return ""
    if item.refused:
        return say("not-shown")
    if item.browser_size == (0, 0) and item.preview is None and item.error is None:
        return say("draws-page" if item.page > 1 else "draws-file")
    return ""
