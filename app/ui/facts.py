"""Plain words for what the engine and the boot report. Knows no DOM and decides nothing."""

from app.model import messages

STATES = {
    "waiting": "Waiting",
    "ready": "Ready",
    "marked": "Marked",
    "working": "Working …",
    "made": "Not saved yet",
    "saved": "Saved",
    "problem": "Needs a look",
    "refused": "Cannot be opened",
}

LOOKED_AT = "looked at"

ENGINES = {
    "starting": "The engine is starting; you can mark already.",
    "restarting": "The engine is starting again; your marks are kept.",
    "ready": "",
    "failed": "The engine could not be started.",
}

VERDICTS = {
    "unchanged": ("Unchanged", "This is exactly the image that the certificate was made for."),
    "changed": (
        "Changed",
        "The certificate is whole, but this image is not byte for byte the one it was made for.",
    ),
    "not-this-certificate": (
        "Not this certificate",
        "This file is not a Pixelseal certificate that can be read, or it was altered.",
    ),
}


def seal(state: str, progress: float, reason: str, engine: str) -> "tuple[str, str]":
    """Title and detail of the status line, from window.pixelseal's state."""
    if state == "loading":
        # Steps of ten: a screen reader speaks at each change.
        return "Loading the engine", "{} %".format(int(progress * 10) * 10)
    if state == "sealing":
        return "Sealing", "Cutting this page off the network."
    if state == "sealed":
        return "Sealed", ("Nothing can leave this page. " + ENGINES.get(engine, "")).strip()
    return "Not sealed", messages.sentence(reason, {}) + " No image can be opened."


def carries(inspection: "dict | None", refused: bool, gone: bool) -> str:
    """The sentence above the findings."""
    if refused:
        return "The file could not be opened."
    if inspection is None:
        return "The engine has not looked into this file yet."
    count = len(inspection["findings"])
    if gone:
        if count == 0:
            return "Nothing besides the picture, before and after."
        return "All of this is gone from the clean image: it was built anew from the pixels alone."
    if count == 0:
        return "Nothing besides the picture was found."
    return "All of this stays behind when you save. The letter is the HIPAA identifier it tells of."


def grouped(findings: "list[dict]") -> "list[tuple[str, str, str]]":
    """(identifier letter or "", what it is, what it says and where), one row a kind.

    What tells of an identifier comes first, by letter; the engine's order is kept within.
    """
    order, rows = [], {}
    for finding in findings:
        key = (finding["identifier"], finding["kind"])
        if key not in rows:
            order.append(key)
            rows[key] = ([], [])
        for place, name in enumerate(("value", "where")):
            text = finding[name]
            if text and text not in rows[key][place]:
                rows[key][place].append(text)
    found = []
    for letter in sorted({key[0] for key in order if key[0]}) + [""]:
        for key in order:
            if key[0] == letter:
                values, places = rows[key]
                detail = " · ".join([", ".join(part) for part in (values, places) if part])
                found.append((letter, messages.sentence("finding-" + key[1], {}), detail))
    return found


def result_lead(report: "dict") -> str:
    """How many checks the saved image passed."""
    passed = len([row for row in report.get("checks", []) if row["passed"]])
    if not passed:
        return "Made and checked"
    return "Made: {} of {} checks passed".format(passed, len(report["checks"]))


def checks(report: "dict") -> "list[str]":
    """The sentences of the checks."""
    return [row["sentence"] for row in report.get("checks", [])]


def dimensions(item: "object") -> str:
    """Size and format of an image."""
    if item.editor.size is None:
        return ""
    text = "{} × {} pixels".format(item.editor.size[0], item.editor.size[1])
    if item.inspection is not None:
        text += ", " + item.inspection["format"].upper()
    return text


def waiting(item: "object") -> str:
    """Why the image cannot be saved yet, "" if it can or never will."""
    if item.working == "redact":
        return "The engine is at work on this image …"
    if item.inspection is None and not item.refused and item.error is None:
        return "You can mark already. Saving waits until the engine has looked into the file."
    return ""


def canvas_message(item: "object") -> str:
    """What stands in the canvas while there is no picture in it."""
    if item.refused:
        return "This file cannot be opened."
    if item.browser_size == (0, 0) and item.preview is None and item.error is None:
        if item.page > 1:
            return "The engine is drawing this page …"
        return "Your browser cannot show this kind of file. The engine is drawing it …"
    return ""
