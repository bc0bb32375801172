"""Words about the same regions on several images: copying them, and what is only proposed."""

SERIES = {
    "kind-proposed-region": "Proposed region",
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
    # Confirming
    "proposals": "Proposed regions",
    "to-confirm": {
        "one": (
            "1 region or area was copied from another image. Check that it is in the right place "
            "on this one."
        ),
        "other": (
            "{count} regions or areas were copied from another image. Check that each is in the "
            "right place on this one."
        ),
    },
    "proposals-waiting": {
        "one": "1 proposal to look at. Enter confirms it.",
        "other": "{count} proposals to look at. Enter confirms them.",
    },
    "confirm": "Confirm",
    "confirm-hint": "Confirm (Enter)",
    "discard": "Discard",
    "proposed": {"one": "1 proposal", "other": "{count} proposals"},
    "confirmed": {"one": "Confirmed: 1 proposal", "other": "Confirmed: {count} proposals"},
    "discarded": "Proposals discarded",
    "look-first": "The picture is not on the screen yet. Look at it before you confirm.",
}
