"""Texts of the command line alone: codes of answers about files, folders and signals."""

from pixelseal.model.catalogue.en.batch import BATCH as BATCH

COMMAND_LINE = {
    "page-count": {"one": "{count} page", "other": "{count} pages"},
    "not-decoded": (
        "The picture was not decoded: damage in its data would only show when it is redacted."
    ),
    "not-begun": "Stopped, as you asked, before this image was begun.",
    "file-missing": (
        "There is no file with this name. Check the spelling, and the folder that it is in."
    ),
    "file-forbidden": "You may not read this file. Ask its owner, or whoever runs the machine.",
    "file-is-folder": (
        "This is a folder. Name the images that are in it; on the command line redact --recursive "
        "takes it whole."
    ),
    "originals-inside": (
        "This folder of originals, and those of the results and of the private records, must not "
        "lie in one another. Name other folders with --out and --record."
    ),
    "list-empty": "No image is named here: the list or folder is empty. Check which one you meant.",
    "dry-run-named": "would be written as {name}. Nothing was written.",
    "dry-run-random": (
        "would be written with a random name that ends in .{extension}. Nothing was written."
    ),
    "file-not-regular": (
        "This is a pipe, a socket or a device, not a file. Save the image to a file and name that."
    ),
    "heic-not-installed": (
        "To open HEIC files here the extra “heif” must be installed: pip install '.[heif]' in the "
        "folder of Pixelseal, or pip install pillow-heif. The page opens them without it."
    ),
    "avif-not-installed": (
        "To open AVIF files here, Pillow must include AVIF: pip install --force-reinstall Pillow. "
        "The page opens them without it."
    ),
    "found": {"zero": "nothing found", "one": "{count} place", "other": "{count} places"},
    "found-face": "face",
    "found-writing": "writing",
    "found-code": "code",
    "found-again": {
        "zero": (
            "programs looked at the finished image and found nothing outside of solid colours; "
            "they miss some"
        ),
        "one": "programs still find {count} place in the finished image; nobody decided about it",
        "other": (
            "programs still find {count} places in the finished image; nobody decided about them"
        ),
    },
    "found-not-all": (
        "These are proposals. Some faces, lines of writing and codes are missed: look at every "
        "picture yourself."
    ),
    "proposals-written": (
        "Written as proposals to {path}. The file is private: open it in the page together with "
        "the images."
    ),
    "finders-not-installed": (
        "To find faces, writing and codes here the extra “find” must be installed: pip install "
        "'.[find]' in the folder of Pixelseal. The page finds them without it."
    ),
    "finders-not-built": (
        "The networks that find faces and writing are not in this installation: run python3 "
        "build.py bundle in the folder of Pixelseal, then install it again."
    ),
    "link-broken": "This is a link to a file that is not there. Check where it leads.",
    "folder-is-file": (
        "A file already has the name of the folder for the results or for the private records. "
        "Name another folder with --out or --record."
    ),
    "among-results": (
        "This file names people, and would lie with results that are passed on. Write it to "
        "another folder. What shows that results are there: {path}."
    ),
    "records-not-apart": (
        "Private records and results, including those of earlier runs, must be in separate "
        "folders, neither of them inside the other: otherwise the records would be passed on with "
        "the results. What is in the way: {path}. Name another folder for the records with "
        "--record, or for the results with --out."
    ),
    "records-nowhere": (
        "The results cannot be in the top folder of a disk, because nothing can be placed next to "
        "it. Name a folder for the private records with --record, or a subfolder for the results."
    ),
    "records-folder-open": (
        "Others may open the folder for the private records. Make it yours alone (chmod 700), or "
        "name one that does not exist yet with --record."
    ),
    "id-derived": (
        "This alternate ID looks as if it was made from the file's name or its hash. Use another, "
        "or state with --id-not-derived that it was assigned or drawn at random."
    ),
    "id-derived-ask": (
        "{name}: the alternate ID {id} looks as if it was made from the file's name or its hash. "
        "An ID that is made from a record number, a name or a date reveals whose it is. Was it "
        "assigned or drawn at random, and should it be used? [y/N]"
    ),
}
