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
    "run-unconfirmed": {
        "one": "Left out: its dashed mark is not confirmed.",
        "other": "Left out: its {count} dashed marks are not confirmed.",
    },
    "run-not-reached": "Not saved: the run ended, or the image was changed, before its turn.",
    "run-two-files": "{first} and {last}",
    "run-files": "{first} to {last}, {total} files",
    "seconds-left": "About {seconds} seconds left",
    "minutes-left": "About {minutes} minutes left",
    "run-rest": {"one": "Save the other one", "other": "Save the other {count}"},
    "run-private": {
        "one": "Save the private record (1)",
        "other": "Save private records of all ({count})",
    },
    "run-private-hint": (
        "For you alone, apart from what you share: records, link table and project. They name the "
        "originals."
    ),
    "saved-private-records": {
        "one": (
            "Saved {name}, with the private record of 1 image. Keep it where the originals are, "
            "never with what you share."
        ),
        "other": (
            "Saved {name}, with the private records of {count} images. Keep it where the originals "
            "are, never with what you share."
        ),
    },
    "private-explained": (
        "PRIVATE. Never share this folder, or any file in it.\n\n"
        "It belongs to {shared}, which was made to be shared. It says from which original each "
        "image there was made: names and SHA-256 of the originals, what their files carried, and "
        "where they were marked. Whoever has both knows who is in the pictures.\n\n"
        "Keep it where the originals are kept, with the same care. Delete it when nobody may need "
        "the link any more.\n\n"
        "records         a private record for each image\n"
        "link-table.csv  which name belongs to which original\n"
        "project.json    the work on all open images, for Pixelseal\n"
        "SHA256SUMS      checksums of these files, for sha256sum -c"
    ),
    "problems-more": "… and {number} more. The strip can list only those with a problem.",
    "share-ready": "Ready: Share",
}
