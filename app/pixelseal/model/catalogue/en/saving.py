"""Many images: folders that are opened; saving, its progress and outcome. A table alone."""

SAVING: "dict[str, str | dict[str, str]]" = {
    # Folders that are opened
    "folder-opened": {
        "zero": "No image of the folder was opened.",
        "one": "1 image of the folder was opened.",
        "other": "{count} images of the folder were opened.",
    },
    "folder-passed-over": "{opened} Skipped: {what}.",
    "folder-hidden": {"one": "1 hidden file or folder", "other": "{count} hidden files or folders"},
    "folder-others": {
        "one": "1 file that is not an image",
        "other": "{count} files that are not images",
    },
    "folder-unreadable": {
        "one": "1 that cannot be read",
        "other": "{count} that cannot be read",
    },
    "folder-deep": {
        "one": "1 folder that is nested too deeply",
        "other": "{count} folders that are nested too deeply",
    },
    "folder-full": "everything beyond the first {most} images",
    # Saving
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
    "run-left-out": {
        "one": "1 was left out when you were asked what you had looked at.",
        "other": "{count} were left out when you were asked what you had looked at.",
    },
    "run-stopped": "Stopped, as you asked.",
    "run-not-reached": "Not saved: the run ended, or the image was changed, before its turn.",
    "run-two-files": "{first} and {last}",
    "run-files": "{first} to {last}, {total} files",
    "seconds-left": "About {seconds} seconds left",
    "minutes-left": "About {minutes} minutes left",
    "run-rest": {"one": "Save the other one", "other": "Save the other {count}"},
    "problems-more": "… and {number} more. The strip can list only those with a problem.",
}
