"""Words about what programs find on images: faces, writing and codes, which are proposed."""

FIND = {
    # At a proposal
    "tag-face": "face",
    "tag-writing": "writing",
    "tag-code": "code",
    "kind-found-face": "Proposed face",
    "kind-found-writing": "Proposed writing",
    "kind-found-code": "Proposed code",
    "found-none-left": "No proposal is left on this image. Programs miss some: look yourself.",
    # While it is looked for, and what became of it
    "find-progress": "Finding: {done} of {total}",
    "find-off": "Images are not searched by themselves any more.",
    "find-proposed": {
        "one": "1 proposal. Enter takes it, Delete throws it away. Programs miss some.",
        "other": (
            "{count} proposals. Enter takes one, Shift+Enter all, Delete throws one away. Programs "
            "miss some."
        ),
    },
    "find-proposed-all": {
        "one": "Proposed on 1 image. Look at all of them: programs miss some.",
        "other": "Proposed on {count} images. Look at all of them: programs miss some.",
    },
    "find-moved": {
        "one": "1 copied region was moved onto what was found. Look at it, then confirm.",
        "other": "{count} copied regions were moved onto what was found. Look, then confirm.",
    },
    "find-nothing": "Nothing was found. That does not mean that nothing is there.",
    "find-nothing-more": (
        "Nothing was found that is not marked already. That does not mean that nothing is there."
    ),
    "find-all-searched": "All images were searched. Find searches this one again.",
    "find-failed": {
        "one": "1 image could not be searched: {names}.",
        "other": "{count} images could not be searched: {names}.",
    },
    "find-gave-up": (
        "It broke {count} times in a row, so no other image is searched. “Find in all” tries again."
    ),
    # If the page came without
    "find-load": {
        "one": (
            "The programs that find faces, writing and codes are not loaded (17 MB). To load them, "
            "the page has to be opened again. This image is closed: add it again."
        ),
        "other": (
            "The programs that find faces, writing and codes are not loaded (17 MB). To load them, "
            "the page has to be opened again. All {count} images are closed: add them again."
        ),
    },
    "find-load-yes": "Load, and open again",
    "find-load-no": "Not now",
}
