"""The catalogue of sentences shown to people, by stable code. Decides nothing."""

SENTENCES = {
    # The file that was opened
    "empty-file": "This file is empty. Choose the photo again, or copy it again from the camera.",
    "not-an-image": "This file is not an image that Pixelseal knows, whatever its name says.",
    "format-unsupported": "This is a {format} file. Pixelseal cannot open that kind yet.",
    "file-truncated": "This image is cut off: its end is missing. Copy it again from where it came from.",
    "file-damaged": "This image is damaged and cannot be read safely.",
    "too-many-bytes": "This file is too large: more than {limit_mb} MB.",
    "too-many-pixels": "This image has too many pixels: more than {limit_mp} megapixels.",
    "zero-size": "This image says that it has no width or no height.",
    "several-pages": (
        "This file has {pages} pages. Pixelseal does not open files with several pages yet, "
        "so that no page is passed over. Save each page as its own image."
    ),
    "animated": (
        "This file is an animation of {frames} frames. Pixelseal does not open animations yet, "
        "so that no frame is passed over."
    ),
    "jpeg-lossless": "This JPEG is of the lossless kind, which Pixelseal does not open.",
    "jpeg-12-bit": "This JPEG has more than 8 bits a sample, which Pixelseal does not open.",
    "expands-too-much": "This file unpacks to far more than its size allows. It was not opened.",
    # The recipe
    "recipe-not-json": "The recipe is not a readable JSON file.",
    "recipe-version": "This recipe was made for another version of Pixelseal.",
    "recipe-unknown-key": "The recipe has an entry that Pixelseal does not know: {key}.",
    "recipe-wrong-type": "An entry of the recipe is of the wrong kind: {key}.",
    "recipe-out-of-range": "An entry of the recipe is out of range: {key}.",
    "recipe-size-mismatch": "The recipe was made for an image of another size.",
    "region-outside": "A region lies wholly outside the image.",
    # The result
    "output-too-large": "A {format} file cannot hold an image of this size. Choose another format.",
    "audit-failed": "The result did not pass its own check ({check}) and is withheld.",
    "certificate-unreadable": "This is not a Pixelseal certificate that can be read.",
    # The engine
    "engine-crashed": "The engine stopped and was started again. Your marks are kept: try again.",
    "engine-not-ready": "The engine is still starting. Try again in a moment.",
    "not-sealed": "The page is not sealed yet, so no image can be opened.",
    "out-of-memory": "There was not enough memory for this image. Your marks are kept.",
}


def sentence(code: str, values: "dict[str, object]") -> str:
    """The sentence for `code`, its blanks filled from `values`; unknown codes name themselves."""
    template = SENTENCES.get(code)
    if template is None:
        return "Something went wrong ({}).".format(code)
    return template.format(**values)
