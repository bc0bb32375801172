"""Words about the validation by a second person: its file, and what becomes of images."""

VALIDATION = {
    "validation-not-one": (
        "This is not a validation of Pixelseal. Choose the file that was saved after validating."
    ),
    "validation-version": (
        "This validation was made by another version of Pixelseal. Open it with that version."
    ),
    "validation-too-long": (
        "A validation is about at most {images} images. Divide the set, and validate each part."
    ),
    "validation-changed": (
        "This validation is not as it was written: something in it was changed or cut off. Ask "
        "whoever validated the images for it again."
    ),
    "validation-unreadable": (
        "This validation says something that this version does not know: {key}. Ask for it again, "
        "or use the version that wrote it."
    ),
    "validation-wrong": (
        "A validation cannot have this: {key}. Name and role have one line of 1 to 200 characters, "
        "and neither a hash nor a file's name in them."
    ),
    "validation-doubled": (
        "Two different images state one name, {name}. Validate each of them in a set of its own."
    ),
    "validation-name": (
        "The name in this certificate is none that Pixelseal gives. The image cannot be decided "
        "about: make it again."
    ),
    "validation-own": (
        "The policy {policy} asks for a second person: whoever made the images cannot accept "
        "them. Let somebody else look at them."
    ),
    "validation-among-images": (
        "A validation names a person, so it is not written among the images, which are passed on. "
        "Give --out another folder."
    ),
    "validation-not-here": (
        "No image of that name is here, unchanged since its certificate: {name}. Only such images "
        "are accepted or sent back."
    ),
    "validation-refused": {
        "one": "Nothing was written: {count} decision is about no image here. Correct its name.",
        "other": (
            "Nothing was written: {count} decisions are about no image here. Correct their names."
        ),
    },
    "validation-empty": (
        "Nothing was written: there is no image here that is unchanged since its certificate."
    ),
    "validation-written": (
        "Written to {path}: {accepted} accepted, {sent_back} sent back, {undecided} not decided. "
        "Give it to whoever made the images. It names you."
    ),
    "validation-is-own": (
        "Whoever decided says that they made the images, too: nobody else has looked at them."
    ),
    "validation-counts-nothing": (
        "Whoever decided says that they made the images, too: under this policy it counts for "
        "nothing."
    ),
    "validation-by": "Validated by {who}, {role}, {at}. A typed name is no signature.",
    "validation-counts": (
        "{accepted} accepted, {sent_back} sent back, {undecided} not decided, {changed} changed "
        "since, {missing} missing."
    ),
    "validation-accepted": "accepted",
    "validation-sent-back": "sent back",
    "validation-undecided": "not decided",
    "validation-changed-since": "changed since it was validated",
    "validation-missing": "validated, but no longer here",
    "validation-noted": "{said}: {note}",
    "pack-needs-validation": (
        "The policy {policy} asks for a second person. Add the file in which one accepted the "
        "images: --validation FILE."
    ),
    "pack-validated-own": (
        "The policy {policy} asks for a second person, and this validation says that whoever made "
        "the images decided. Let somebody else look at them."
    ),
    "pack-not-validated": (
        "Nobody has accepted this image in the validation. Have it looked at, or take it out."
    ),
    "pack-sent-back": (
        "This image was sent back in the validation. Mend it and have it looked at again, or take "
        "it out."
    ),
    "pack-validated-other": (
        "The validation is about another image of this name, or another certificate. Have this "
        "one looked at, too."
    ),
}
