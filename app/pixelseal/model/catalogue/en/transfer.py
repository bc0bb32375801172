"""Words of handing over and receiving packages, in the page."""

TRANSFER = {
    "process-package": "Hand over",
    "process-receive": "Receive",
    "package-validation": "Take a validation",
    "package-validation-help": (
        "With the validation of a second person only what they accepted is packed. It stays with "
        "you."
    ),
    "package-validation-is": (
        "Validation by {who}: {accepted} accepted, {back} sent back. Only what is accepted "
        "is packed."
    ),
    "package-validation-asked": (
        "The policy {policy} asks for a second person: take their validation before you pack."
    ),
    "package-title": "What is handed over",
    "package-help": (
        "Choose images with their certificates, or drop them here: files, a folder or a ZIP. Each "
        "image is compared with its certificate. If anything is refused, nothing is packed."
    ),
    "package-from-page": "Take what was saved here",
    "package-files": "Choose files or a ZIP",
    "package-folder": "Choose a folder",
    "package-looking": "Files are being compared: {done} of {total} …",
    "package-taken": "Goes in",
    "package-refused": "Refused",
    "package-none": "There is no image with a certificate among these files.",
    "package-ready": {
        "one": "{count} image is unchanged since its certificate and can be packed.",
        "other": "{count} images are unchanged since their certificates and can be packed.",
    },
    "package-form-title": "Transfer record",
    "package-form-help": "It is in the package, and whoever has the package can read it.",
    "package-to": "To whom",
    "package-method": "By what method",
    "package-purpose": "For what purpose",
    "package-who": "Who hands it over",
    "package-text": (
        "This cannot stand there: {field}. A text has one line of 1 to 200 characters, without a "
        "hash or the name of an image’s file."
    ),
    "package-pack": "Save package",
    "package-saved": {
        "one": (
            "Saved {name} with {count} image. Manifest {manifest}. Keep a copy, with which you can "
            "compare the receipt."
        ),
        "other": (
            "Saved {name} with {count} images. Manifest {manifest}. Keep a copy, with which you "
            "can compare the receipt."
        ),
    },
    "package-logged": "The open log has a line on it: save the log.",
    "package-not-logged": "No log is open, so none has a line on it.",
    "package-sent-help": "Once the package is on its way, the log can say so.",
    "package-sent": "Note in the log that it was sent",
    "package-was-sent": "Noted as sent.",
    "package-no-log": "No log is open. Open or begin one under Log, and press again.",
    "rows-more": {
        "one": "{count} more file is not shown here; it is in order.",
        "other": "{count} more files are not shown here. Those with anything to say stand first.",
    },
    "receive-title": "The package",
    "receive-help": (
        "Choose a package that you were given, or the one that you sent, or drop it here: a ZIP or "
        "a folder. Every file is compared with the lists in the package."
    ),
    "receive-files": "Choose a package (ZIP)",
    "receive-folder": "Choose its folder",
    "receive-looking": "Files are being compared: {done} of {total} …",
    "receive-unread": (
        "The package also has lists that a browser cannot check: {names}. The command line checks "
        "them."
    ),
    "receive-rows-title": "File by file",
    "receive-transfer-title": "Transfer record",
    "receive-no-transfer": "The package has no transfer record that Pixelseal wrote.",
    "receive-fact-to": "To: {value}",
    "receive-fact-method": "By what method: {value}",
    "receive-fact-at": "Packed: {value}",
    "receive-fact-purpose": "For what purpose: {value}",
    "receive-fact-who": "Handed over by: {value}",
    "receive-fact-head": "Head of the sender’s log: {value}",
    "receive-compared-title": "Images and certificates",
    "receive-save-title": "Receipt",
    "receive-save-help": (
        "Give it back to the sender, who can tell whether all arrived as it was sent."
    ),
    "receive-who": "Who receives it",
    "receive-save": "Save receipt",
    "receive-was-saved": "Saved {name}.",
    "receive-sender-title": "Did you send this package?",
    "receive-sender-help": (
        "Open the receipt that came back. It is compared with the package above."
    ),
    "receive-receipt": "Open a receipt",
}
