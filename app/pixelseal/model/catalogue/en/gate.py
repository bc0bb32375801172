"""Words of the review before saving: what is shown, asked and stated (docs/review.md, 6)."""

GATE: "dict[str, str | dict[str, str]]" = {
    "gate-title": {
        "one": "Before this image is saved",
        "other": "Before these {count} images are saved",
    },
    "gate-place": "{place} of {total}: {title}",
    # How far it was looked at
    "gate-making": "The finished image is being made …",
    "gate-failed": "The finished image could not be made.",
    "gate-not-shown": "The finished image is not on your screen yet.",
    "gate-shown": "All of it was on your screen, at full size {percent} %.",
    "gate-seen": "All of it was on your screen at full size.",
    "gate-marks": {
        "zero": "Nothing is covered in it.",
        "one": "1 place is covered or cut off.",
        "other": "{count} places are covered or cut off.",
    },
    "gate-marks-for": {
        "one": "1 place is covered or cut off: {reasons}.",
        "other": "{count} places are covered or cut off: {reasons}.",
    },
    "gate-next-part": "Look closer",
    "gate-next-part-hint": (
        "Show the next part that you have not seen at 100 %; hold the space bar to go through all "
        "of them"
    ),
    "gate-outlines": "Outlines",
    "gate-outlines-hint": "Show where the marks are (O)",
    "gate-all-seen": "You have seen all of it at full size.",
    # What programs still find in it
    "gate-reading": "Programs are reading the finished image …",
    "gate-reading-save": (
        "Programs are reading the finished image. It is saved once they have, if they find nothing."
    ),
    "gate-read-nothing": (
        "Programs have read the finished image and found nothing more in it. They miss some."
    ),
    "gate-read-failed": "The finished image was not read again: the programs broke off.",
    "gate-left": "Programs still find in the finished image: {what}.",
    "gate-left-face": {"one": "1 face", "other": "{count} faces"},
    "gate-left-writing": {"one": "1 piece of writing", "other": "{count} pieces of writing"},
    "gate-left-code": {"one": "1 code", "other": "{count} codes"},
    "gate-left-place": "{place} of {total}: {kind}, perhaps {reasons}",
    "gate-cover": "Cover it",
    "gate-cover-hint": "Cover the dashed place with a rectangle; the image is made again (R)",
    "gate-covered": "Covered. The finished image is being made again.",
    "gate-next-place": "Next place",
    "gate-next-place-hint": "Show the next dashed place (.)",
    "gate-stay": {
        "one": "The dashed place stays as it is",
        "other": "The {count} dashed places stay as they are",
    },
    "gate-undecided": "Not yet: cover what is dashed, or tick that it stays.",
    "gate-left-in": "Programs still find something in the finished image of {title}.",
    "gate-read-count": "Programs have read {read} of {total} finished images again.",
    # What is stated
    "gate-bare": "Nothing is marked on this image, and it is to be saved like that",
    "gate-bare-several": {
        "zero": "Nothing is marked on what I take in below, and it is to be saved like that",
        "one": "Nothing is marked on 1 of these images, and it is to be saved like that",
        "other": (
            "Nothing is marked on {count} of these images, and they are to be saved like that"
        ),
    },
    "gate-looked": "I looked at the whole image",
    "gate-face": "No face, or part of one, can be seen",
    "gate-writing": "No writing, number or code that leads to a person can be seen",
    "gate-unique": (
        "Nothing that only this person has can be seen: a tattoo, a scar, jewellery, an unusual "
        "feature"
    ),
    "gate-face-besides": "Besides what is covered, no face or part of one can be seen",
    "gate-writing-besides": (
        "Besides what is covered, no writing, number or code that leads to a person can be seen"
    ),
    "gate-unique-besides": (
        "Besides what is covered, nothing that only this person has can be seen: a tattoo, a scar, "
        "jewellery, an unusual feature"
    ),
    "gate-lead": "Tick what is true of this image.",
    "gate-lead-one": "Is any of this visible?",
    "gate-lead-one-besides": "Besides what is covered, is any of this visible?",
    "gate-ask-face": "A face, or part of one?",
    "gate-ask-writing": "Writing, numbers or a code that leads to a person?",
    "gate-ask-unique": "Anything that only this person has: a tattoo, a scar, jewellery?",
    "gate-for-all": "All at once",
    "gate-for-all-help": (
        "What you tick here counts for images that are not accepted yet and that were on your "
        "screen as a whole, and for those that you take in by name below. It never counts for "
        "images with proposals."
    ),
    "gate-names": {
        "zero": "It counts for no image yet",
        "one": "The image that it counts for",
        "other": "The {count} images that it counts for",
    },
    # Images that were never on the screen
    "gate-never": {
        "zero": "You took these in by name.",
        "one": "1 image was never on your screen as a whole. It is left out unless you tick it.",
        "other": (
            "{count} images were never on your screen as a whole. They are left out unless you "
            "tick them."
        ),
    },
    "gate-never-since": "{title} – on your screen as a whole since then",
    "gate-never-why": (
        "Go through them; or tick those that you have looked at as a whole somewhere else, and "
        "what you tick above counts for them, too. If this page never showed an image as a whole, "
        "its certificate says so."
    ),
    # What the buttons state and do
    "gate-save": {"one": "Save", "other": "Save all {count}"},
    "gate-save-some": {
        "zero": "Save none: nothing is accepted yet",
        "one": "Save 1 image",
        "other": "Save {count} images",
    },
    "gate-save-bare": "Save without marks",
    "gate-save-confirmed": "Save with the proposed regions",
    "gate-save-unread": "Save without waiting",
    "gate-save-both": "Save with certificate",
    "gate-accept": "Accept",
    "gate-accept-bare": "Accept without marks",
    "gate-accept-confirmed": "Accept the proposed regions",
    "gate-accepted": "Accepted – on to the next",
    "gate-states-bare": "Without marks",
    "gate-states-confirmed": "With the proposed regions",
    "gate-says": "{does} – {says}",
    "gate-none-looked": "I looked, and see none of these",
    "gate-none-seen": "I see none of these",
    "gate-none-looked-besides": "I looked, and see nothing else of this",
    "gate-none-seen-besides": "I see nothing else of this",
    "gate-none-looked-rest": "I looked, and see none of what is not ticked",
    "gate-none-seen-rest": "I see none of what is not ticked",
    "gate-none-looked-besides-rest": "I looked, and see nothing else of what is not ticked",
    "gate-none-seen-besides-rest": "I see nothing else of what is not ticked",
    "gate-all-looked": "I looked at all of it",
    "gate-back": "Back to the editor",
    "gate-back-hint": "Leave the review at this image (E)",
    "gate-wait": "Not yet: the finished image has to be on your screen first.",
    "gate-wait-making": (
        "Not yet: the finished image is still being made. Press again once you see it."
    ),
    "gate-unfinished": "Not yet: write why it is kept, or choose another answer: {reasons}.",
    "gate-left-out": {
        "zero": "Nothing is left out.",
        "one": "1 is left out: it is not accepted.",
        "other": "{count} are left out: they are not accepted.",
    },
    # The list of a review
    "gate-list": "Images to be saved",
    "gate-group-unopened": "Never opened: {number}",
    "gate-group-glanced": "Opened, not seen as a whole: {number}",
    "gate-group-unmarked": "Nothing marked: {number}",
    "gate-group-proposed": "Proposals open: {number}",
    "gate-group-marked": "Marked: {number}",
    "gate-item-accepted": "{title}, accepted",
    "gate-item-open": "{title}, not accepted",
    "gate-list-open": "{accepted} of {total} accepted",
}
