"""Words that stand in index.html, put there by the build (app/build/markup.py)."""

MARKUP = {
    "language": "Language",
    "starting": "Starting",
    "loading-engine": "Loading",
    "pages": "Pages",
    "verify": "Verify",
    "open-proof": "Sealed – see the proof",
    "help": "Help",
    "no-scripts": "Pixelseal runs inside your browser and needs scripts to be allowed.",
    "not-started": (
        "This page cannot start: part of it did not arrive as it was published. Load it again. "
        "If it is a saved file, download it again to this device and open it from there."
    ),
    # By the service worker
    "kept-altered": (
        "The copy of Pixelseal that this browser keeps is not what was published: another page at "
        "the same address changed it, or a newer version was only partly stored. It was not "
        "opened, and is deleted. Open Pixelseal again with a connection."
    ),
    # The start
    "start-title": "Cover what identifies the patient",
    "start-text": "Drop photos here, paste one, or choose them. They stay on this device.",
    "add-images": "Add images",
    "add-folder": "Add a folder",
    "add-photo": "Take a photo",
    "start-besides": (
        "A recipe (.json) chosen together with images is applied to each of them. You can also add "
        "a project (.json) or a table of alternate IDs (.csv) with them."
    ),
    "details": "Details",
    "try-sample": "Try a drawn sample",
    "promise-sealed": (
        "*Sealed* This page cannot send anything: it cuts itself off from the network before you "
        "open a photo."
    ),
    "promise-burned": "*Burned* What you cover is gone from the file, not hidden under a layer.",
    "promise-clean": (
        "*Clean* Where and when a photo was taken, with which camera: all of that stays behind."
    ),
    "promise-proven": (
        "*Proven* If you like, each image comes with a certificate by which anyone can check it."
    ),
    "dismiss": "Dismiss",
    # The offline copy
    "copy-offer": (
        "This page as one file: it opens by double-click, without a network and without a server."
    ),
    "copy-save": "Save offline copy",
    "kept": (
        "This browser has stored the program: next time, this address opens without a network."
    ),
    "copy-busy": "Putting the file together …",
    "copy-saved": "Saved {name}: the same page, byte for byte as it was published.",
    # The tools
    "image": "Image",
    "toolbar": "Marking",
    "view-tools": "View",
    "phone-bar": "Cover, undo, result, more, save",
    "phone-cover": "Cover",
    "phone-more": "More",
    "phone-more-hint": "Marks, what the file carries, the check, and how it is saved",
    "gate-shown-why": (
        "This is the finished image, as it will be saved. Only at full size can small writing be "
        "read."
    ),
    "menu": "Menu",
    "tool-mark": "Rectangle",
    "tool-ellipse": "Ellipse",
    "tool-polygon": "Polygon",
    "tool-brush": "Brush",
    "tool-keep": "Keep only this area",
    "tool-crop": "Crop",
    "tool-select": "Select",
    "find": "Find",
    "find-hint": "Find faces, writing and codes on this image: they are proposed",
    "find-all": "Find in all",
    "find-all-hint": "Find faces, writing and codes on all images while you work: on or off",
    "finding": "Searching",
    "find-stop": "Stop",
    "find-stop-hint": "Stop here: what was proposed so far stays",
    "tool-mark-hint": "Rectangle (R)",
    "tool-ellipse-hint": "Ellipse (E)",
    "tool-polygon-hint": "Polygon (P)",
    "tool-brush-hint": "Brush (B)",
    "tool-keep-hint": "Keep only this area (K)",
    "tool-crop-hint": "Crop (C)",
    "tool-select-hint": "Select: move regions, drag the image (V)",
    "brush-size": "Brush size",
    "brush-smaller": "Smaller brush ([)",
    "brush-larger": "Larger brush (])",
    "add-region": "Add region",
    "add-region-hint": "Add a region in the middle (N)",
    "undo": "Undo",
    "undo-hint": "Undo (Ctrl+Z)",
    "redo": "Redo",
    "redo-hint": "Redo (Ctrl+Y)",
    "delete": "Delete",
    "delete-hint": "Delete the selected region (Delete)",
    "turn-left": "Turn left",
    "turn-left-hint": "Turn left (Shift+T)",
    "turn-right": "Turn right",
    "turn-right-hint": "Turn right (T)",
    "mirror": "Mirror",
    "mirror-hint": "Mirror: left and right change places (X)",
    "zoom-out": "Zoom out",
    "zoom-out-hint": "Zoom out (-)",
    "zoom-in": "Zoom in",
    "zoom-in-hint": "Zoom in (+)",
    "zoom-fit": "Fit",
    "zoom-fit-hint": "Show the whole image (0)",
    "zoom-actual": "100 %",
    "zoom-actual-hint": "One image pixel is one screen pixel (1)",
    "marking-area": "Marking area",
    "marking-help": (
        "Press N to add a region, the arrow keys to move it, Alt and an arrow key to resize it, "
        "full stop and comma to step through regions, Delete to delete. Help lists all keys."
    ),
    "retry": "Try again",
    # The panel
    "this-image": "This image",
    "regions-title": "Regions",
    "regions-hint": "Drag over the image to cover something, or press *Add region*.",
    "exact-x": "x",
    "exact-y": "y",
    "exact-width": "width",
    "exact-height": "height",
    "reasons-all": "Details: all reasons by letter",
    "cover-with": "Cover with",
    "method": "Method",
    "colour": "Colour",
    "strength": "Pixels per cell",
    "carries-title": "What this file carries",
    "file-notes-title": "About the file itself",
    "letters-help": (
        "The letters are those of the 18 identifiers in the United States' privacy rule for health "
        "data (HIPAA, 45 CFR 164.514(b)): A is a name, B a place, C a date, and so on."
    ),
    "save-title": "Save",
    "output-format": "Save as",
    "output-quality": "Quality",
    "bare-note": "Nothing is marked. Everything that can be seen will stay visible.",
    "alternate-id": "Alternate ID",
    "optional": "optional",
    "save-image": "Save image",
    "save-both": "Save with certificate",
    "save-both-hint": "The image and its certificate in one ZIP",
    "save-certificate": "Save certificate",
    "save-certificate-hint": "Optional: a text by which anyone can check the image.",
    "save-record": "Save private record",
    "save-record-hint": "For you alone: it says which photo the image came from.",
    "recipe-title": "Recipe: the marks of this image alone",
    "recipe-help": (
        "A small file that says where to cover, without the picture and without names. Add it "
        "together with images of the same kind, and it is applied to each."
    ),
    "save-recipe": "Save recipe",
    # The strip
    "previous": "Previous",
    "previous-hint": "Previous image (Page Up)",
    "next": "Next",
    "next-hint": "Next image (Page Down)",
    "show": "Show",
    "close-chosen": "Close them",
    "choose-all": "Choose all",
    "choose-all-hint": "Choose all images that are listed (Ctrl+A)",
    "choose-none": "Choose none",
    "choose-none-hint": "Choose none (Esc)",
    "open-images": "Open images",
    "save-chosen": "Save chosen",
    "save-chosen-hint": "Save the chosen images with their certificates in one ZIP",
    "save-all": "Save all",
    "cancel": "Cancel",
    # The verify view
    "verify-title": "Verify an image",
    "verify-text": (
        "Choose images and their certificates, with signatures (.sig) if there are any, or drop "
        "them here, even whole folders, ZIPs or packages. For each you see whether it is exactly "
        "the file that its certificate names, and what that shows."
    ),
    "verify-image": "Image files",
    "verify-certificate": "Certificate files",
    "verify-signers": "List of signers (if you have one)",
    "verify-check": "Compare",
    "close": "Close",
}
