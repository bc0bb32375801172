"""The texts of the Help dialog, put into index.html by the build (app/build/markup.py)."""

HELP = {
    "help-way": "How it works",
    "help-way-add": (
        "Add images. Nothing is sent anywhere: the page has cut itself off from the network."
    ),
    "help-way-cover": (
        "Cover each thing that identifies the patient, and say why if you like. Where little of "
        "the picture matters, _Keep only this area_ covers everything else."
    ),
    "help-way-look": (
        "Look at all of it at full size: `L` takes you through the parts that you have not seen "
        "yet. Or say that you have looked. Then answer the checklist; what you covered with a "
        "reason is answered already."
    ),
    "help-way-save": (
        "Save the clean image, its certificate, and, for yourself, the private record."
    ),
    "help-way-many": (
        "With many images: choose several in the strip and copy regions to them. Under _Project_ "
        "assign alternate IDs from a table, and save your work to continue another day."
    ),
    "help-limits": "What it does not do",
    "help-limits-text": (
        "Pixelseal covers what _you_ mark and removes what the file carries besides the picture. "
        "It does not find faces or names for you, does not judge whether a person could still be "
        "recognised, and makes nobody compliant with any law. Covering the eyes alone seldom hides "
        "a face."
    ),
    "help-keys": "Keys",
    "help-keys-canvas": "While the marking area has the focus:",
    "help-keys-page": "Anywhere on the page:",
    "help-keys-strip": "In the strip of images:",
    "keys-add": "`N`",
    "keys-add-does": "draw with the current tool in the middle of the view",
    "keys-move": "`Arrows`",
    "keys-move-does": (
        "move the selected region by 1 pixel, with `Shift` by 10; the view, if none is selected"
    ),
    "keys-grow": "`Alt` + `Arrows`",
    "keys-grow-does": "make it larger or smaller by 1 pixel, with `Shift` by 10",
    "keys-step": "`.` `,`",
    "keys-step-does": "select the next or the previous region",
    "keys-delete": "`Delete`",
    "keys-delete-does": "delete the selected region",
    "keys-duplicate": "`Ctrl` + `D`",
    "keys-duplicate-does": "duplicate it",
    "keys-shapes": "`R` `E` `P` `B`",
    "keys-shapes-does": "rectangle, ellipse, polygon, brush",
    "keys-tools": "`K` `C` `V`",
    "keys-tools-does": "keep only this area, crop, select",
    "keys-brush": "`[` `]`",
    "keys-brush-does": "a smaller or larger brush",
    "keys-polygon": "`Enter` `Backspace`",
    "keys-polygon-does": "close a polygon; remove its last corner",
    "keys-confirm": "`Enter`",
    "keys-confirm-does": "confirm regions that were copied from another image",
    "keys-reason": "`Shift` + `A` … `R`",
    "keys-reason-does": (
        "the reason for the selected region, by its letter; `Shift` + `X` other, `Shift` + `Z` none"
    ),
    "keys-zoom": "`+` `-` `0` `1`",
    "keys-zoom-does": "zoom in, out, fit, 100 %",
    "keys-look": "`L`",
    "keys-look-does": (
        "show the next part that you have not seen at 100 %; after the last one, the next image"
    ),
    "keys-compare": "`H`",
    "keys-compare-does": (
        "while held, show exactly what will be saved, made by the engine; so does the button "
        "_Result_ while it is pressed, and a click switches it on or off"
    ),
    "keys-go": "`A` `D`",
    "keys-go-does": "previous and next image; so do `←` and `→` with nothing selected",
    "keys-pan": "`Space` + drag",
    "keys-pan-does": "move the view; so do the middle button and two fingers",
    "keys-escape": "`Esc`",
    "keys-escape-does": "discard what you are drawing; select nothing",
    "keys-undo": "`Ctrl` + `Z`",
    "keys-undo-does": "undo; with `Shift`, or `Ctrl` + `Y`, redo",
    "keys-save": "`Ctrl` + `S`",
    "keys-save-does": "save the image",
    "keys-images": "`Page Up` `Page Down`",
    "keys-images-does": "previous and next image in the strip",
    "keys-along": "`←` `→` `Home` `End`",
    "keys-along-does": "go along the images; `Enter` opens one, `Delete` closes it",
    "keys-choose": "`Space`",
    "keys-choose-does": (
        "choose it, or stop choosing it; `Shift` + arrow chooses all on the way, `Ctrl` + `A` all, "
        "`Esc` none"
    ),
    "help-offline": "Offline",
    "help-build": "This build",
    "help-engine": "Engine:",
    "help-licences": "Licences of the parts in this page",
}
