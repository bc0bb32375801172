"""The texts of the Help dialog, put into index.html by the build (app/build/markup.py)."""

HELP = {
    "help-way": "How it works",
    "help-way-add": (
        "Add photos. Nothing is sent anywhere: the page has cut itself off from the network."
    ),
    "help-way-cover": (
        "Drag over each thing that shows who it is: a face, a name, a number, a tattoo. Say why if "
        "you like. Where little of the picture matters, _Keep only this area_ covers everything "
        "else."
    ),
    "help-way-look": (
        "Look at all of it at full size: `L` takes you through the parts that you have not seen "
        "yet. Before an image is saved, the page shows it finished and asks what can still be seen "
        "in it; a cover answers for nothing beside it."
    ),
    "help-way-save": (
        "Save the clean image. If you need them: its certificate, by which anyone can check it, "
        "and, for you alone, the private record, which says what photo it came from."
    ),
    "help-way-many": (
        "With many images: _Choose all_ or some in the strip, copy regions to them, and confirm "
        "each with `Enter`, which goes on to the next. Under _Project_ assign alternate IDs from a "
        "table, and save your work to continue another day."
    ),
    "help-limits": "What it does not do",
    "help-limits-text": (
        "Pixelseal covers what _you_ mark and removes what the file carries besides the picture. "
        "Where it can search for faces, writing and codes, it misses some. It does not judge "
        "whether a person could still be recognised, and makes nobody compliant with any law. "
        "Covering the eyes alone seldom hides a face."
    ),
    "help-keys": "Keys",
    "help-keys-canvas": "While the marking area has the focus:",
    "help-keys-page": "Anywhere on the page:",
    "help-keys-strip": "In the strip of images:",
    "help-keys-review": (
        "In the review before saving. Letters and signs act while the focus is on the picture, the "
        "questions, the list or a button beside them; never in a field, a choice or a tick box:"
    ),
    "keys-accept-does": "accept the image as it is and go on; if it is the only one, save it",
    "keys-travel-does": "held: go through the parts that you have not seen at 100 %",
    "keys-outlines-does": "show where the marks are, or hide it",
    "keys-left-cover-does": "cover what programs still find in the finished image",
    "keys-left-stay-does": "state that all of it stays, or take that back",
    "keys-left-step-does": "the next or the previous of these places",
    "keys-review-step-does": "previous image, next image, next image",
    "keys-edit-does": "back to the editor at this image",
    # The keys' names as they stand on a keyboard
    "cap-shift": "Shift",
    "cap-ctrl": "Ctrl",
    "cap-cmd": "Cmd",
    "cap-alt": "Alt",
    "cap-Enter": "Enter",
    "cap-Backspace": "Backspace",
    "cap-Delete": "Delete",
    "cap-Escape": "Esc",
    "cap-space": "Space",
    "cap-arrows": "Arrows",
    "cap-PageUp": "Page Up",
    "cap-PageDown": "Page Down",
    "cap-Home": "Home",
    "cap-End": "End",
    "cap-drag": "drag",
    "keys-mark-does": "cover a rectangle",
    "keys-ellipse-does": "cover an ellipse",
    "keys-corners-does": "cover a polygon",
    "keys-stroke-does": "cover with a brush",
    "keys-keep-does": "keep only this area",
    "keys-crop-does": "crop",
    "keys-select-does": "select: move regions, drag the image",
    "keys-add-does": "draw with the current tool in the middle of the view",
    "keys-move-does": (
        "move the selected region by 1 pixel, with `Shift` by 10; the view, if none is selected"
    ),
    "keys-grow-does": "make it larger or smaller by 1 pixel, with `Shift` by 10",
    "keys-step-does": "select the next or the previous region",
    "keys-delete-does": "delete the selected region",
    "keys-duplicate-does": "duplicate it",
    "keys-brush-does": "a smaller or larger brush",
    "keys-polygon-does": "close a polygon; remove its last corner",
    "keys-confirm-does": (
        "confirm regions that were copied from another image; of what was found, take the selected "
        "one and go to the next"
    ),
    "keys-confirm-all-does": "take all that is proposed on this image",
    "keys-found-does": (
        "with a find selected: the one before or after it; `Delete` throws it away, `Shift` + "
        "arrow moves it"
    ),
    "keys-reason-does": (
        "give the selected region a reason by its letter, or take it away; `Shift` + `X` other, "
        "`Shift` + `Z` none at all"
    ),
    "keys-turn-right-does": "turn the image to the right",
    "keys-turn-left-does": "turn it to the left",
    "keys-mirror-does": "mirror it: left and right change places",
    "keys-zoom-in-does": "zoom in",
    "keys-zoom-out-does": "zoom out",
    "keys-fit-does": "show the whole image",
    "keys-actual-does": "100 %: one image pixel is one screen pixel",
    "keys-look-does": (
        "show the next part that you have not seen at 100 %; after the last one, the next image"
    ),
    "keys-compare-does": (
        "while held, show exactly what will be saved, made by the engine; so does the button "
        "_Result_ while it is pressed, and a click switches it on or off"
    ),
    "keys-go-does": "previous and next image; so do `←` and `→` with nothing selected",
    "keys-pan-does": "move the view; so do the middle button and two fingers",
    "keys-escape-does": "discard what you are drawing; select nothing",
    "keys-help-does": "this list of keys",
    "keys-undo-does": "undo",
    "keys-redo-does": "redo",
    "keys-save-does": "save the image",
    "keys-images-does": "previous and next image in the strip",
    "keys-along-does": "go along the images; `Enter` opens one, `Delete` closes it",
    "keys-choose-does": ("choose it, or stop choosing it; `Shift` + arrow chooses all on the way"),
    "keys-choose-all-does": "choose all images that the strip lists",
    "keys-choose-none-does": "choose none",
    "help-offline": "Offline",
    "help-build": "This build",
    "help-engine": "Engine:",
    "help-licences": "Licences of the parts in this page",
}
