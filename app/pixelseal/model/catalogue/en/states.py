"""What the page says about itself, an image and a verdict: names of states and lines about them."""

STATES = {
    # The page and its engine
    "seal-loading": "Loading",
    "seal-loading-detail": "{percent} %",
    "seal-sealing": "Sealing",
    "seal-sealing-detail": "Cutting this page off from the network.",
    "seal-checking": "Checking",
    "seal-checking-detail": (
        "Nothing can leave this page. You can open images; nothing is made until all of this file "
        "has been compared with what was published."
    ),
    "seal-sealed": "Sealed",
    "seal-sealed-detail": "Nothing can leave this page.",
    "seal-sealed-starting": (
        "Nothing can leave this page. It is still getting ready; you can already mark."
    ),
    "seal-sealed-restarting": (
        "Nothing can leave this page. It is getting ready again; your marks are kept."
    ),
    "seal-sealed-failed": "Nothing can leave this page, but it cannot work here. Load it again.",
    "seal-refused": "Not sealed",
    "seal-refused-detail": "{reason} No image can be opened.",
    # An image
    "state-waiting": "Waiting",
    "state-ready": "Ready",
    "state-proposed": "To be confirmed",
    "state-marked": "Marked",
    "state-working": "Working …",
    "state-made": "Not saved yet",
    "state-saved": "Saved",
    "state-problem": "Needs a look",
    "state-refused": "Cannot be opened",
    "state-and-regions": "{state}, {regions}",
    "filter-all": "All ({number})",
    "filter-unmarked": "Nothing marked ({number})",
    "dropped-nothing": (
        "No file was dropped. Save the picture as a file first, and drop that file or choose it."
    ),
    "pasted-nothing": "There is no picture to paste. Copy the picture itself, or choose its file.",
    "filter-unseen": "Not looked at ({number})",
    "filter-proposed": "To be confirmed ({number})",
    "filter-unsaved": "Marked, not saved ({number})",
    "filter-saved": "Saved ({number})",
    "filter-failed": "With a problem ({number})",
    "size": "{width} × {height} pixels",
    "size-and-format": "{width} × {height} pixels, {format}",
    "waits-for-result": "Working on this image …",
    "waits-for-findings": ("You can already mark. You can save once the file has been examined."),
    "waits-for-confirming": (
        "Saving waits until you have confirmed or discarded what was proposed."
    ),
    "not-shown": "This file cannot be opened.",
    "draws-page": "This page is being drawn …",
    "draws-file": "Your browser cannot show this kind of file. Pixelseal is drawing it …",
    # What the file carries
    "carries-refused": "The file could not be opened.",
    "carries-unknown": "This file has not been examined yet.",
    "carries-nothing": "Nothing besides the picture was found.",
    "carries-findings": "All of this will be gone when you save.",
    "carries-where": "This file says where the photo was taken (GPS).",
    "gone-nothing": "Nothing besides the picture, before and after: the finished file was checked.",
    "gone-findings": (
        "All of this is gone from the clean image, and that was checked in the finished file: it "
        "was rebuilt from the pixels alone."
    ),
    "finding-gone": "gone, checked",
    "made": "Made and checked",
    "made-checks": "The finished file passed {passed} of {total} checks",
    # The verify view
    "verify-progress": "{done} of {total}",
}
