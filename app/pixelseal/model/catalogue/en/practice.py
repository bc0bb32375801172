"""Words of the part Practice, and of a training record."""

PRACTICE = {
    "process-practice": "Practice",
    "practice-title": "Ten exercises",
    "practice-help": (
        "Drawn people and things with invented names. Open one, cover what identifies somebody as "
        "you would in a real photo, come back here and press Check. Nothing has to be saved. Ten "
        "take about 20 minutes."
    ),
    "practice-exercise": "Exercise {number}",
    "practice-file": "Drawn exercise {number}",
    "practice-open": "Open",
    "practice-open-number": "Open exercise {number}",
    "practice-check": "Check",
    "practice-check-number": "Check exercise {number}",
    "practice-draws": "Drawing it…",
    "practice-not-open": "Exercise {number} is not open. Open it first, then check it.",
    "practice-unconfirmed": (
        "Some regions on it are not confirmed yet, and nothing of them would be burned. Confirm or "
        "delete them first."
    ),
    "practice-nothing-missed": "Exercise {number}: nothing was missed.",
    "practice-missed": {
        "one": "Exercise {number}: {count} thing can still be seen or made out.",
        "other": "Exercise {number}: {count} things can still be seen or made out.",
    },
    "practice-written": (
        "Exercise {number}, with invented names. Redact it as you would a real photo."
    ),
    "practice-no-record": (
        "No private record is about this image as it is now. Exercises are judged by the records "
        "that redact writes: name their folder with --record."
    ),
    "practice-other-image": "This image was not made from an exercise, and is not judged.",
    "practice-none": (
        "There is no result of an exercise here. Write the exercises with --out, redact them, and "
        "check the folder of the results."
    ),
    "practice-checked": (
        "Exercises checked: {count} of {total}. Things that can still be seen: {missed}."
    ),
    "practice-training-written": "The training record was written. It is private.",
    "practice-on-page": "{what} on page {page}",
    "practice-is-covered": "Covered: {what}.",
    "practice-is-removed": "Removed with the file: {what}.",
    "practice-is-softened": "Only softened: {what}.",
    "practice-is-partly": "Covered in part: {what}.",
    "practice-is-missed": "Missed: {what}.",
    "practice-needless": (
        "{count} % of the picture is covered beyond what identifies anybody. Cover less, so that "
        "the picture stays useful."
    ),
    "practice-spoiled": "What the picture is about is covered, too.",
    "practice-record-title": "Training record",
    "practice-record-help": (
        "Says who did which exercises and what was missed. It is private: keep it with your "
        "training papers."
    ),
    "practice-who": "Name",
    "practice-save": "Save training record",
    "practice-none-checked": "Check an exercise first.",
    "practice-who-wrong": "Type the name, in one line of 1 to 200 characters.",
    "practice-was-saved": "Saved. No log is open, so it has no line about it.",
    "practice-was-logged": "Saved. The open log has a line about it.",
    "training-not-one": "This is not a training record of this version of Pixelseal.",
    "training-wrong": "A training record that holds something else than it may: {key}.",
    "practice-kind-wristband": "wristband",
    "practice-why-wristband": (
        "Every line on it counts, the date of birth as well. Draw the box wider than the writing."
    ),
    "practice-kind-label": "label",
    "practice-why-label": (
        "Labels show names, wards and numbers. Look for them on things and on every page."
    ),
    "practice-kind-barcode": "barcode",
    "practice-why-barcode": "A barcode is read by any phone.",
    "practice-kind-monitor": "name on a monitor",
    "practice-why-monitor": "Screens in the background show who is being treated.",
    "practice-kind-date": "date",
    "practice-why-date": "Dates of a treatment identify. Cameras print them into corners.",
    "practice-kind-face": "face",
    "practice-why-face": "Cover the whole head with a solid colour, hair included.",
    "practice-kind-serial": "serial number",
    "practice-why-serial": "A device's number leads to its wearer. It is often small and grey.",
    "practice-kind-reflection": "mirrored name",
    "practice-why-reflection": "Glass and metal mirror what stands opposite.",
    "practice-kind-tattoo": "tattoo",
    "practice-why-tattoo": "A tattoo is as good as a name to those who know it.",
    "practice-kind-faint": "faint writing",
    "practice-why-faint": (
        "Scans and radiographs have writing that is nearly as dark as its ground. Brighten the "
        "picture and go along its edges."
    ),
    "practice-kind-board": "whiteboard",
    "practice-why-board": "Boards and lists on walls name beds and people.",
    "practice-kind-badge": "badge",
    "practice-why-badge": "A badge shows a face and a name.",
    "practice-kind-location": "position",
    "practice-kind-author": "author's name",
    "practice-kind-camera": "camera's serial number",
}
