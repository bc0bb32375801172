"""Words of the part Validate of the dialog Process, and of what was sent back to the editor."""

VALIDATE_PAGE = {
    "process-validate": "Validate",
    "validate-open-title": "Look at images as a second person",
    "validate-help": (
        "Finished images beside their certificates, one after another: you accept each of them or "
        "send it back with a note. You need the images and certificates as they were saved, never "
        "the originals."
    ),
    "validate-files": "Choose images and certificates, or a ZIP",
    "validate-folder": "Choose a folder",
    "validate-rows": "What is in the set",
    "validate-comparing": "Comparing {done} of {total} …",
    "validate-taken": {
        "one": "{count} image is unchanged since its certificate. Left out: {others}.",
        "other": "{count} images are unchanged since their certificates. Left out: {others}.",
    },
    "validate-start": {
        "one": "Look at {count} image",
        "other": "Look at {count} images, one after another",
    },
    "validate-left-out": "It is left out.",
    "validate-leave-question": "What you decided is not saved. Leave it?",
    "validate-leave": "Leave without saving",
    "validate-name": "Image {place} of {total}: {name}",
    "validate-left": "{accepted} accepted, {sent_back} sent back, {left} left",
    "validate-stage": "Picture; drag on it to mark a place",
    "validate-mark": (
        "Marked place: arrow keys move it, with Shift they change its size, Delete removes it"
    ),
    "validate-certificate": "Certificate",
    "validate-picture-of": "Finished picture {name}",
    "validate-previous": "Previous",
    "validate-previous-hint": "Previous image: left arrow",
    "validate-next": "Next",
    "validate-next-hint": "Next image: right arrow",
    "validate-page": "Page {page} of {pages}: show the next",
    "validate-actual": "100 %",
    "validate-accept": "Accept",
    "validate-accept-hint": "Accept this image: A",
    "validate-send-back": "Send back …",
    "validate-send-back-hint": "Send this image back with a note: S",
    "validate-look-first": "Look at the picture first: nothing counts before it was shown.",
    "validate-all-pages": "Look at every page first: nothing counts before it was shown.",
    "validate-is-accepted": "Accepted",
    "validate-is-sent-back": "Sent back: {note}",
    "validate-all-decided": "Every image is decided about. Save the validation.",
    "validate-note": "What is to be done?",
    "validate-mark-help": (
        "Drag on the picture to mark the place. The note and the place go to whoever made the "
        "image: do not write who the patient is."
    ),
    "validate-mark-place": "Mark a place with the keys",
    "validate-mark-remove": "Remove the mark",
    "validate-back-yes": "Send back",
    "validate-note-wrong": "Say in one line of at most 500 characters what is to be done.",
    "validate-save-title": "Save what you decided",
    "validate-who": "Your name",
    "validate-role": "Your role",
    "validate-own": "I made these images myself",
    "validate-own-help": (
        "Then nobody else has looked at them: where a policy asks for a second person, this "
        "validation counts for nothing."
    ),
    "validate-save": "Save validation",
    "validation-nothing": "Nothing is decided yet. Accept an image or send it back first.",
    "validation-several": "Only one validation can be opened at a time.",
    "validate-saved": (
        "Saved {name}, with {left} not decided. Give it to whoever made the images. It names you."
    ),
    "validate-saved-logged": (
        "Saved {name}, with {left} not decided, and added to the log. Give it to whoever made the "
        "images. It names you."
    ),
    "validate-return-title": "Open what a second person decided",
    "validate-return-help": (
        "As whoever made the images: with your images or your project open, what was sent back "
        "comes up in the editor with its note."
    ),
    "validate-return": "Open a validation",
    "returned-opened": "{told}",
    "returned-counts": "{accepted} accepted, {sent_back} sent back, {undecided} not decided.",
    "returned-elsewhere": {
        "one": "{count} that was sent back is not open here: {names}. Open it, or its project.",
        "other": (
            "{count} that were sent back are not open here: {names}. Open them, or their project."
        ),
    },
    "returned-note": "Sent back by {who}: {note}",
    "returned-dashed": "The place is dashed.",
    "returned-next": "Next that was sent back",
    "returned-close": "Dismiss the note",
}
