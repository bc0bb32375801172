"""What the page says while one works: the editor's answers, questions, what was saved."""

SPOKEN = {
    "language-chosen": "English",
    # Records on the image
    "kind-region": "Region",
    "kind-keep": "Area to keep",
    "kind-crop": "Crop",
    "method-fill": "Solid colour",
    "method-mosaic": "Mosaic",
    "method-blur": "Blur",
    "record-at": "{kind} {number}: {width} by {height} pixels at {x}, {y}",
    "added": "Added. {record}",
    "moved": "{kind} {number} moved to {x}, {y}",
    "resized": "{kind} {number} is now {width} by {height} pixels",
    "selected": "Selected {number} of {total}. {record}",
    "selected-reason": "Selected {number} of {total}. {record}, {reason}",
    "deleted": "{kind} {number} deleted. {left}",
    "reason-given": "Region {number}: {reason}",
    "method-given-fill": "Region {number}: {method} {colour}",
    "method-given": "Region {number}: {method}, {strength} pixels",
    "colour-around": "Around the areas to keep: {colour}",
    "output-same": "Like the photo ({format})",
    "save-choices": "{format} · {name}",
    "save-choices-quality": "{format}, quality {quality} · {name}",
    "output-costs-viewers": "Nothing is lost. Large files, which browsers do not show.",
    "output-costs-detail": "Small files; fine detail is lost.",
    "output-costs-bytes": "Nothing more is lost, but files are larger.",
    "output-for-all": "The same for all {count}",
    "tab-marks": {"zero": "Marks", "one": "Marks 1", "other": "Marks {count}"},
    "tab-file": {"zero": "File", "one": "File: 1 finding", "other": "File: {count} findings"},
    "tab-check": "Check",
    # What the file tells, in two short lines under the picture
    "carries-gps": "File says where it was taken (GPS). That will be gone.",
    "carries-location": "File says where it was taken. That will be gone.",
    "carries-person": "File carries a name. That will be gone.",
    "carries-contact": "File carries contact details. They will be gone.",
    "carries-date": "File says when it was taken. That will be gone.",
    "carries-serial": "File says which camera took it. That will be gone.",
    "carries-other": "File carries hidden data. That will be gone.",
    "regions": {"zero": "No regions", "one": "1 region", "other": "{count} regions"},
    "areas-to-keep": {"one": "1 area to keep", "other": "{count} areas to keep"},
    "cropped": "cropped",
    "corners": {
        "one": "1 corner. Double click, or press Enter, at the last one.",
        "other": "{count} corners. Double click, or press Enter, at the last one.",
    },
    "too-few-corners": "A polygon needs three corners that are not in one line",
    "corners-full": (
        "A polygon can have at most {count} corners. Double click or press Enter to close this "
        "one; Backspace removes its last corner."
    ),
    "stroke-full": "This stroke cannot be any longer. Lift, and continue with another.",
    "full-regions": "Not added: an image can have at most 10,000 regions.",
    "full-keep": "Not added: an image can have at most 1,000 areas to keep.",
    "full-points": (
        "Not added: all strokes and polygons of an image can have at most 50,000 points in total. "
        "Rectangles and ellipses have none: cover the rest with these."
    ),
    "brush": "Brush {diameter} pixels wide",
    "turned-left": "Turned left",
    "turned-right": "Turned right",
    "mirrored": "Mirrored left to right",
    "not-turned": "Not turned: a mark reaches too far out of the image. Make it smaller first.",
    "turned-with": {
        "one": "{said}; 1 mark went with it",
        "other": "{said}; {count} marks went with it",
    },
    "turned-along": {
        "zero": "{said}, here alone.",
        "one": "{said}. 1 other chosen image too; undo works on each by itself.",
        "other": "{said}. {count} other chosen images too; undo works on each by itself.",
    },
    "turned-left-out": {
        "one": "1 chosen image was not turned.",
        "other": "{count} chosen images were not turned.",
    },
    "undone": "Undone. {left}",
    "redone": "Redone. {left}",
    "zoomed": "Zoom {percent} %",
    "first-hint": "Drag over a face, a name or a number to cover it. Look at all of it, then save.",
    "nothing-to-undo": "Nothing to undo",
    "nothing-to-redo": "Nothing to redo",
    "nothing-selected": "No region is selected",
    "deselected": "Nothing selected",
    "no-regions-yet": "No regions yet. Press N to add one.",
    "stopped": "Cancelled",
    "no-reason-here": "Only regions have reasons",
    "filled-instead": ("{said}. It is filled now: for such a reason a mosaic or blur is not safe."),
    "only-fill": (
        "For one of its reasons only a solid colour is safe: text and numbers can be read back."
    ),
    "least-strength": (
        "At least {least} pixels for a region of this size. It can sometimes be reversed; "
        "the certificate says so."
    ),
    # Saving
    "go-back": "Go back",
    "withdrawn": (
        "Your browser showed this picture differently from how it is saved. What you had marked on "
        "it was removed. Mark it again on the picture that you see now."
    ),
    "withdrawn-several": {
        "one": (
            "Not saved: the browser had shown a picture differently from how it is saved, and what "
            "was marked on it was removed. Mark it again on the picture as it is shown now."
        ),
        "other": (
            "{count} images were left out: the browser had shown them differently from how they "
            "are saved, and what was marked on them was removed. Mark them again."
        ),
    },
    "brightened": "Brightened: every part that a screen shows too dark or too flat",
    "as-it-is": "Shown as it is saved",
    "dim": (
        "A part of this picture is too dark or too flat for a screen, but will be in what is "
        "saved. Press Brighten: only then does it count as looked at."
    ),
    "close-one": (
        "The regions on this image have not been saved, in an image or in a project. Close it and "
        "lose them?"
    ),
    "close-several": (
        "The regions on {count} of these images have not been saved, in an image or in a project. "
        "Close all and lose them?"
    ),
    "close-and-lose": "Close and lose them",
    "alternate-help": "Names the files. Never a record number, nor derived from one.",
    "alternate-bad": (
        "Letters, digits, dot, dash and underscore only, with a letter or digit first and no dot "
        "last, and not a name reserved by Windows (CON, NUL, COM1 …). Until then the last valid "
        "name is used."
    ),
    "saved": "Saved {name}",
    "saved-private": "Saved {name}. Keep it to yourself: it links the image to its source.",
    "share": "Share",
    "share-done": "Passed to the app that you chose: {name}. That app decides what happens to it.",
    "share-declined": "Not shared. The image is made, and all your marks are still there.",
    "share-late": "The image is ready. Press Share once more: browsers share only at a press.",
    # The panel and the strip
    "reasons-title": "What does region {number} cover?",
    "reason-hint": "{meaning} (Shift+{letter})",
    "delete-record": "Delete {kind} {number}",
    "exact-title": "{kind} {number} in pixels",
    "position": "{place} of {total}",
    "pasted-image": "pasted image",
    "page-title": "{name}, page {page} of {pages}",
    "choose": "Choose {title}",
    "close-image": "Close {title}",
    "chosen": {"one": "{count} chosen", "other": "{count} chosen"},
}
