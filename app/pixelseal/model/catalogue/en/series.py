"""Words about the same regions on several images: copying them, and what is only proposed."""

SERIES = {
    "kind-proposed-region": "Proposed region",
    "kind-proposed-moved": "Proposed region, moved onto what was found",
    "moved-to-found": "moved",
    "moved-row": "moved · {said}",
    "kind-proposed-keep": "Proposed area to keep",
    "kind-proposed-crop": "Proposed crop",
    # Copying
    "chosen-images": "Chosen images",
    "copy-regions": {
        "one": "Copy regions to the 1 chosen",
        "other": "Copy regions to the {count} chosen",
    },
    "copied": {
        "one": "Proposed on 1 image. Look at it and confirm.",
        "other": "Proposed on {count} images. Look at each and confirm.",
    },
    "copied-scaled": {
        "one": "1 of them has another size: scaled.",
        "other": "{count} of them have another size: scaled.",
    },
    "copied-moved": {
        "one": "On 1 of them regions were moved onto what was found.",
        "other": "On {count} of them regions were moved onto what was found.",
    },
    "left-shape": {
        "one": "1 left out: another shape, so the regions would be in the wrong place.",
        "other": "{count} left out: another shape, so the regions would be in the wrong place.",
    },
    "left-early": {
        "one": "1 left out: the engine has not examined the file yet.",
        "other": "{count} left out: the engine has not examined the files yet.",
    },
    "left-refused": {
        "one": "1 left out: it cannot be opened.",
        "other": "{count} left out: they cannot be opened.",
    },
    "left-there": {
        "one": "1 left out: it already has the same regions.",
        "other": "{count} left out: they already have the same regions.",
    },
    "left-chosen": "What was left out is still chosen.",
    # While many are gone through
    "series-progress": "{done} of {total}",
    "series-stop": "Stop",
    "series-stop-hint": "Stop here: what was done on images so far stays",
    "series-stopped": {
        "one": "{said} Stopped: 1 image was not reached.",
        "other": "{said} Stopped: {count} images were not reached.",
    },
    # Confirming
    "proposals": "Proposed regions",
    "to-confirm": {"one": "1 to confirm", "other": "{count} to confirm"},
    "proposals-waiting": {
        "one": "Is the dashed mark in its place? Enter confirms it.",
        "other": "Are the {count} dashed marks in their place? Enter confirms them.",
    },
    "confirm": "Confirm",
    "confirm-hint": "Confirm (Enter)",
    "discard": "Discard",
    "proposed": {"one": "1 proposal", "other": "{count} proposals"},
    "confirmed": {"one": "Confirmed: 1 proposal", "other": "Confirmed: {count} proposals"},
    "discarded": "Proposals discarded",
    "look-first": "The picture is not on the screen yet. Look at it before you confirm.",
    "look-at-all": "Part of it was out of sight. This is the whole picture: look, then confirm.",
    "confirmed-next": {
        "one": "Confirmed. This is the last image to confirm.",
        "other": "Confirmed. {count} images are left, this one first.",
    },
    "confirmed-last": "Confirmed. No image is left to confirm.",
    "confirm-chosen": "Confirm chosen",
    "confirm-chosen-hint": "Confirm those of the chosen images that you have seen with their marks",
    "confirmed-chosen": {"one": "Confirmed on 1 image.", "other": "Confirmed on {count} images."},
    "confirmed-not-shown": {
        "one": "Not confirmed, because it was not on the screen as a whole: {names}.",
        "other": "{count} not confirmed, because they were not on the screen as a whole: {names}.",
    },
    "and-more": {"one": "{names} and 1 more", "other": "{names} and {count} more"},
    "state-met": "{state}, shown",
    "output-given": "All {count} images will be saved like this.",
    "copy-later": "Wait until the picture has been checked, then copy its regions.",
}
