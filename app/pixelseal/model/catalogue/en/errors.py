"""Sentences for codes of errors: what happened, and what can be done about it."""

ERRORS = {
    # The file that was opened
    "empty-file": "This file is empty. Choose the photo again, or copy it again from the camera.",
    "not-an-image": (
        "This file is not an image that Pixelseal knows, whatever its name says. Choose a "
        "photo, or save it as JPEG or PNG with a program that opens it."
    ),
    "format-unsupported": (
        "Pixelseal cannot open this kind of file yet: {format}. Save it as JPEG, PNG or TIFF "
        "with a program that opens it."
    ),
    "file-truncated": (
        "This image is incomplete: its end is missing, or a part of its detail. Copy it again from "
        "where it came from. If it was made this way, open it in another program and save it as "
        "JPEG or PNG."
    ),
    "file-damaged": (
        "This image is damaged and cannot be read safely. Copy it again from where it came "
        "from, or open it in another program and save it as JPEG or PNG."
    ),
    "too-many-bytes": (
        "This file is too large: more than {limit_mb} MB. Save it compressed, or in parts, "
        "with another program."
    ),
    "too-many-pixels": (
        "This image has too many pixels: more than {limit_mp} megapixels. Save a smaller copy "
        "of it, or a part of it, with another program."
    ),
    "webp-too-large": (
        "This WebP has more than {limit_mp} megapixels, and its decoder would need too much "
        "memory. Save it as PNG or JPEG with another program first."
    ),
    "webp-not-written": (
        "A WebP of this kind is written up to {limit_mp} megapixels: its encoder would need too "
        "much memory. Choose PNG or JPEG."
    ),
    "too-many-pages": (
        "This file has more than {limit} pages or frames. Save it as several files of fewer "
        "pages with another program."
    ),
    "zero-size": (
        "This image states a width or height of zero. Export it again from where it came from."
    ),
    "animated": (
        "This file is an animation of {frames} frames. Pixelseal does not open animations "
        "yet, so that no frame is missed. Save its frames as single pictures with another "
        "program."
    ),
    "jpeg-lossless": (
        "This is a lossless JPEG, which Pixelseal does not open. Save it as PNG or TIFF with "
        "another program."
    ),
    "jpeg-12-bit": (
        "This JPEG has more than 8 bits per sample, which Pixelseal does not open. Save it as "
        "a PNG or TIFF of 16 bits with another program."
    ),
    "side-too-long": (
        "This image is wider or taller than the {limit} pixels that can be opened. Save it in "
        "parts with another program."
    ),
    "tiff-short-strips": (
        "This TIFF holds less picture data than it declares. Pixelseal does not open it, "
        "because a decoder could fill the rest with something else. Copy it again from where "
        "it came from."
    ),
    "tiff-stack": (
        "This TIFF is a stack of {images} pictures kept as one page: only the first would be "
        "shown. Save it as one file per picture (in ImageJ: File, Save As, Image Sequence) and "
        "open those."
    ),
    "expands-too-much": (
        "This file unpacks to far more than its size allows. It was not opened. Save it as "
        "PNG or JPEG with another program."
    ),
    # The recipe
    "recipe-not-json": "The recipe is not a readable JSON file. Save it again where it was made.",
    "recipe-version": (
        "This recipe was made for another version of Pixelseal. Open it there, or save it again "
        "with this one."
    ),
    "recipe-unknown-key": (
        "The recipe has an entry that Pixelseal does not know: {key}. Remove it, or save the "
        "recipe again."
    ),
    "recipe-wrong-type": (
        "An entry of the recipe is of the wrong kind: {key}. Mend it (docs/recipe.md), or save the "
        "recipe again."
    ),
    "recipe-out-of-range": (
        "An entry of the recipe is out of range: {key}. Mend it (docs/recipe.md), or save the "
        "recipe again."
    ),
    "recipe-size-mismatch": (
        "The recipe was made for an image of another size. Choose the recipe of this image."
    ),
    "region-outside": (
        "A region lies entirely outside the image. Move it into the image, or leave it out."
    ),
    "method-not-for-text": (
        "Region {region} may not be a mosaic or blur: its reason is a text, a number or a mark, "
        "which can be read back. Use a solid fill."
    ),
    "method-too-weak": (
        "The mosaic or blur of region {region} is too weak for its size: it could be reversed. "
        "Use {least} pixels or more, or a solid fill."
    ),
    "shapes-too-large": (
        "The ellipses, polygons and brush strokes are too many or too large in total. Use "
        "rectangles, or fewer of them."
    ),
    "softened-too-often": (
        "Mosaics and blurs lie over each other more than {limit} times. "
        "Use solid colours, or fewer of them."
    ),
    "keep-too-small": "Nothing would be left of the area to keep. Make it larger.",
    "crop-too-small": "Nothing would be left of the crop. Make it larger.",
    "recipe-alone": "A recipe was opened, but no image to use it on. Add both together.",
    "recipe-several": (
        "Only one recipe can be used at a time. This one was ignored: use it after the other."
    ),
    # The project
    "project-not-json": (
        "The project is not a readable JSON file, or it is too long. Choose the file that was "
        "saved as a project."
    ),
    "project-version": (
        "This project was made for another version of Pixelseal. Open it with that version."
    ),
    "project-unreadable": (
        "An entry of the project is not valid: {key}. Nothing was changed. Choose the project as "
        "it was saved."
    ),
    "project-too-large": (
        "A project holds {images} images and 16 million characters at most. Nothing was saved: "
        "close some images and save them in a project of their own."
    ),
    "project-several": (
        "Only one project can be opened at a time. This one was ignored: open it after the other."
    ),
    # The review
    "finding-unreadable": (
        "What is stated about programs that looked is not valid: {key}. Choose the file as it was "
        "saved."
    ),
    "review-not-json": "The review is not a readable JSON file. Save it again where it was made.",
    "review-version": (
        "This review was made for another version of Pixelseal. Use it there, or state it again "
        "with this one."
    ),
    "review-unreadable": (
        "An entry of the review is not valid: {key}. Mend it (docs/review.md), or save it again."
    ),
    # A table of alternate IDs
    "ids-empty": (
        "This table holds no alternate IDs. Write on each line: source name, alternate ID."
    ),
    "ids-encoding": "This table is not UTF-8 text. Save it from its program as “CSV UTF-8”.",
    "ids-too-many": (
        "This table is too long: at most {limit} rows can be used. Divide it, and the images with "
        "it."
    ),
    "ids-no-prefix": (
        "Names cannot begin like this. Use up to {most} letters, digits, . _ or -, with a letter "
        "or digit first."
    ),
    "ids-two-columns": (
        "Line {line} is not a source name and an alternate ID. Nothing was changed. Mend the line "
        "and open the table again."
    ),
    "ids-quotes": (
        "The quotes in line {line} do not close. Nothing was changed. Mend the line and open the "
        "table again."
    ),
    "ids-not-an-id": (
        "Line {line} has no usable alternate ID: 1 to 64 letters, digits, . _ or -, with a letter "
        "or a digit first and no dot last, and not a name reserved by Windows (CON, NUL, COM1 …). "
        "Nothing was changed. Mend the line and open the table again."
    ),
    "ids-name-twice": (
        "Lines {first} and {line} have the same source name. Nothing was changed. Remove one and "
        "open the table again."
    ),
    "ids-id-twice": (
        "Lines {first} and {line} have the same alternate ID. Nothing was changed. Give one "
        "another ID and open the table again."
    ),
    "ids-several": (
        "Only one table of alternate IDs can be used at a time. This one was ignored: put them "
        "into one table."
    ),
    # The result
    "output-unsupported": (
        "{format} files cannot be written here: the part that writes them is missing. Choose "
        "another format."
    ),
    "output-too-large": "A {format} file cannot hold an image of this size. Choose another format.",
    "audit-failed": (
        "The result did not pass its own check ({check}) and is withheld. Choose another format, "
        "or another method for its regions."
    ),
    "certificate-altered": (
        "The certificate's text was changed or was not written by Pixelseal: line {line}. Ask for "
        "it again."
    ),
    "certificate-newer": (
        "This certificate has a version that is not known here. Use a newer Pixelseal."
    ),
    "certificate-unreadable": (
        "This is not a Pixelseal certificate that can be read. Choose the text file that was saved "
        "with the image."
    ),
    # The engine
    "engine-crashed": "The engine stopped and was started again. Your marks are kept: try again.",
    "engine-failed": (
        "The engine could not be started in this browser. Close other pages and open this one "
        "again."
    ),
    # The finders
    "finders-failed": (
        "What looks for faces, writing and codes stopped and found nothing in this image. Your "
        "marks are kept: look yourself, or try again."
    ),
    "finders-missing": (
        "This page came without what looks for faces, writing and codes. Open pixelseal-find.html, "
        "or load it at the address of this page."
    ),
    "cancelled": "Stopped, as you asked. Your marks are kept.",
    "file-unreadable": (
        "This file can no longer be read: it was moved, or its device was removed. Choose it again."
    ),
    "output-exists": (
        "A file named {name} is already there. It was left as it is. Choose another folder, or "
        "move the file away."
    ),
    "not-written": (
        "The result could not be written there: no space left, or no permission. Choose another "
        "place."
    ),
    "not-shared": "This browser did not share the image. Save it, and send the file by hand.",
    "not-as-written": (
        "What was written was read back and is not the same. Do not use it: save to another place."
    ),
    "sums-not-as-written": (
        "The list of checksums (SHA256SUMS) could not be written correctly. The images are fine; "
        "save again to get the list."
    ),
    "engine-fault": (
        "The engine met an unexpected problem. The image was not changed. Try again, or save it as "
        "PNG with another program."
    ),
    # The page
    "not-secure-context": (
        "This page was opened over a connection that browsers do not trust. Open it over "
        "HTTPS, or open the saved file."
    ),
    "browser-too-old": "This browser is too old for Pixelseal. Use a current one.",
    "pack-not-reached": "A part of Pixelseal could not be loaded. Check the connection and reload.",
    "pack-changed": (
        "A part of Pixelseal is not the one that belongs to this page, so nothing was started. "
        "Reload; if it happens again, tell whoever runs the page."
    ),
    "pack-damaged": "A part of Pixelseal arrived damaged, so nothing was started. Reload the page.",
    "file-altered": (
        "This file is damaged or was altered, so nothing in it is used. Download it again from "
        "where it is published, and compare its SHA-256."
    ),
    "host-reports": (
        "The server of this page asks the browser to send it reports, which would continue "
        "despite the seal. Use the saved file, and tell whoever runs the page."
    ),
    "seal-failed": (
        "This browser did not confirm that the page is cut off from the network. Reload, or use "
        "another browser."
    ),
    "copy-failed": (
        "The offline copy could not be assembled, because a part of the page is missing or "
        "damaged. Nothing was saved. Reload the page and try again."
    ),
    "page-fault": "Something on this page went wrong. Your marks are kept: try again.",
    "engine-not-ready": "The engine is still starting. Try again in a moment.",
    "not-sealed": "The page is not sealed yet, so no image can be opened. Wait for the seal.",
    "out-of-memory": (
        "There was not enough memory for this image. Your marks are kept. Close other images and "
        "pages, and try again."
    ),
    # Anything else
    "unknown-code": "Something went wrong ({code}). Try again.",
}
