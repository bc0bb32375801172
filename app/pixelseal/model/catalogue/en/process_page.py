"""Words of the dialog Process: its tabs, and the log in it."""

PROCESS_PAGE = {
    "process": "Process",
    "process-log": "Log",
    "log-open-title": "The log",
    "log-help": (
        "What was done to a set of images, line by line, each with a hash of the one before: a "
        "line that is changed, taken out or moved shows. It holds no name or hash of an original. "
        "*Private:* it names people."
    ),
    "log-head-kept": "Head that was kept elsewhere (if there is one)",
    "log-head-example": "12:9f86d0…",
    "log-open": "Open a log",
    "log-begin": "Begin a log",
    "log-checking": "Every line is being checked …",
    "log-was-begun": "A log was begun. It is on this page only: save it.",
    "log-is-whole": {"one": "Whole: {count} line.", "other": "Whole: {count} lines."},
    "log-leave-question": "Lines of the open log are not saved. Leave them?",
    "log-leave": "Leave without saving",
    "log-add-title": "Add a line",
    "log-event": "What happened",
    "log-add": "Add to the log",
    "log-fact-open": "may be left empty",
    "log-not-said": "Not said",
    "log-fact-wrong": (
        "This cannot stand in the log: {fact}. A text has one line of 1 to 200 characters, without "
        "a hash or the name of an image’s file; a number is whole; a hash has 64 digits."
    ),
    "log-line-added": "Line {line} added. Save the log to keep it.",
    "log-lines-title": "Lines, the last one first",
    "log-earlier": {
        "one": "{count} earlier line is not shown here. It is in the file and in every export.",
        "other": (
            "{count} earlier lines are not shown here. They are in the file and in every export."
        ),
    },
    "log-head-now": "Head, to be kept elsewhere:",
    "log-save": "Save log",
    "log-as-text": "As text",
    "log-as-csv": "As a table (CSV)",
    "log-as-json": "As JSON",
    "log-saved": "Saved {name}. The page cannot know whether the file was kept.",
}
