"""What only the command line says: codes of answers about files, folders and signals."""

COMMAND_LINE = {
    "not-begun": "Stopped, as you asked, before this image was begun.",
    "file-missing": (
        "There is no file of this name. Look at the spelling, and at the folder that it is in."
    ),
    "file-forbidden": "You may not read this file. Ask its owner, or whoever runs the machine.",
    "file-is-folder": "This is a folder. Name the images that are in it.",
    "file-not-regular": (
        "This is a pipe, a socket or a device, not a file. Save the image to a file and name that."
    ),
}
