"""Saving many images: progress, outcome, what is left. A table alone."""

SAVING: "dict[str, str | dict[str, str]]" = {
    "save-folder": "Save to a folder",
    "saving": "Saving",
    "run-begun": {"one": "Saving 1 image.", "other": "Saving {count} images."},
    "run-title": "Saving: {done} of {total} done",
    "run-checking": "Reading back what was written",
    "run-whole": "Saved",
    "run-incomplete": "Not everything is saved",
    "run-saved": {
        "one": "Saved {made} of 1 image, with its certificate: {where}.",
        "other": "Saved {made} of {count} images, each with its certificate: {where}.",
    },
    "run-nothing": "No image was saved.",
    "run-stopped": "Stopped, as you asked.",
    "run-two-files": "{first} and {last}",
    "run-files": "{first} to {last}, {total} files",
    "seconds-left": "About {seconds} seconds left",
    "minutes-left": "About {minutes} minutes left",
    "run-rest": {"one": "Save the other one", "other": "Save the other {count}"},
    "problems-more": "… and {number} more. The strip can show those with a problem alone.",
}
