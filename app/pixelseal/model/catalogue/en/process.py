"""Words about a process: the log, the package and its receipt."""

PROCESS = {
    "log-not-a-log": "This is not a log of Pixelseal. Choose the file in which the log is kept.",
    "log-version": "This log was made by another version of Pixelseal. Open it with that version.",
    "log-too-long": "A log has at most {lines} lines. Keep this one and begin another.",
    "log-fact": "This cannot stand in the log: {key} is missing, unknown or not what it may be.",
    "log-moment": "A moment is written as 2026-11-29T21:40:00Z, in UTC.",
    "log-head": (
        "This is not the head of a log. It is a number, a colon and 64 digits, as check prints it."
    ),
    "log-line-changed": (
        "Line {line} is not as it was written. Nothing from there on can be relied on: compare the "
        "log with a copy that was kept elsewhere."
    ),
    "log-lines-missing": (
        "Lines are missing: {line} to {last}. Compare the log with a copy that was kept elsewhere."
    ),
    "log-line-moved": (
        "Lines are not in their order: where line {line} should be stands line {number}. Compare "
        "the log with a copy that was kept elsewhere."
    ),
    "log-line-broken": (
        "Line {line} does not follow line {before}: one of the two was rewritten. Compare the "
        "log with a copy that was kept elsewhere."
    ),
    "log-line-cut": (
        "The last line, {line}, is cut off. Compare the log with a copy that was kept elsewhere."
    ),
    "log-line-unknown": (
        "Line {line} is whole but says what this version does not know. Use the version of "
        "Pixelseal that wrote it."
    ),
    "log-cut-off": (
        "Lines are cut off at the end: there are {line}, and there were {kept} when the head was "
        "kept. Look for a copy of the log."
    ),
    "log-other-head": (
        "Line {line} is another than when the head was kept: the log was rewritten, or this is "
        "a different log."
    ),
    "log-image": (
        "This looks like the name of a person, or of a source. The log names images as they were "
        "saved, and such a name has a digit in it and no hash."
    ),
    "log-busy": "Another program is writing to this log. Try again.",
    "log-whole": {
        "one": "Whole: {count} line. Head {head}",
        "other": "Whole: {count} lines. Head {head}",
    },
    "log-whole-means": (
        "Nobody touched a line since it was written, or all from some line on were rewritten. "
        "Lines cut off at the end show only against a head that was kept elsewhere."
    ),
    "log-whole-since": (
        "Nobody touched a line since it was written, and it is the log of which that head was "
        "kept. Lines added since could be cut off unseen: keep the new head."
    ),
    "log-dated-back": {
        "one": "{count} line is dated before the one above it: {lines}.",
        "other": "{count} lines are dated before the ones above them: {lines}.",
    },
    "log-added": "Line {line} written: {event}. Head {head}",
    "log-exported": "Written to {path}. Head {head}",
    "log-head-line": "Head {head}",
    "log-yes": "yes",
    "log-no": "no",
    "log-basis-safe-harbor": "Safe Harbor",
    "log-basis-expert-determination": "Expert Determination",
    "log-outcome-kept": "kept",
    "log-outcome-changed": "changed",
    "log-event-begun": "Log begun",
    "log-event-policy-taken": "Policy taken",
    "log-event-prepared": "Prepared",
    "log-event-imported": "Images opened",
    "log-event-deidentified": "De-identified",
    "log-event-reviewed": "Reviewed",
    "log-event-saved": "Saved",
    "log-event-validated": "Validated",
    "log-event-sent-back": "Sent back",
    "log-event-stored": "Stored",
    "log-event-packed": "Packed",
    "log-event-sent": "Sent",
    "log-event-received": "Received",
    "log-event-verified": "Verified",
    "log-event-monitored": "Standards looked at again",
    "log-event-trained": "Trained",
    "log-fact-log": "version",
    "log-fact-id": "ID",
    "log-fact-who": "by",
    "log-fact-name": "name",
    "log-fact-version": "version",
    "log-fact-policy": "SHA-256 of the policy",
    "log-fact-images": "images",
    "log-fact-basis": "basis",
    "log-fact-sums": "SHA-256 of SHA256SUMS",
    "log-fact-accepted": "accepted",
    "log-fact-sent-back": "sent back",
    "log-fact-validation": "SHA-256 of the validation",
    "log-fact-image": "image",
    "log-fact-place": "place",
    "log-fact-backup": "backup",
    "log-fact-manifest": "SHA-256 of the manifest",
    "log-fact-to": "to",
    "log-fact-method": "by way of",
    "log-fact-purpose": "purpose",
    "log-fact-complete": "complete",
    "log-fact-missing": "missing",
    "log-fact-changed": "changed",
    "log-fact-added": "added",
    "log-fact-receipt": "SHA-256 of the receipt",
    "log-fact-unchanged": "unchanged",
    "log-fact-other": "not unchanged",
    "log-fact-outcome": "standards",
    "log-fact-exercises": "exercises",
    "log-fact-missed": "missed",
    "log-fact-record": "SHA-256 of the training record",
    "transfer-text": (
        "The transfer record cannot have this: {key}. Texts have one line of 1 to 200 characters, "
        "and neither a hash nor a file's name in them."
    ),
    "bag-not-zip": (
        "This is not a ZIP, or its end is missing. Ask for the package again, and for a receipt "
        "only once it opens."
    ),
    "bag-zip-odd": (
        "This ZIP is built in a way that programs read differently, or that hides content. Ask for "
        "the package as it was written."
    ),
    "bag-encrypted": "This ZIP is encrypted. Decrypt it with the program that encrypted it first.",
    "bag-link": (
        "The package contains a link, or something else that is not a file. Ask for the package as "
        "it was written."
    ),
    "bag-name": (
        "The package contains a name that could lead out of its folder, or that not every system "
        "can have. Nothing of it was read."
    ),
    "bag-doubled": (
        "The package contains two files of one name, or of names that differ in letter case alone. "
        "Ask for the package as it was written."
    ),
    "bag-too-many": (
        "The package contains more than {files} files, or one that is larger than any image that "
        "can be opened."
    ),
    "bag-expands": "This ZIP unpacks to far more than its size allows. Nothing of it was read.",
    "bag-damaged": "This ZIP is damaged: a file in it cannot be unpacked. Ask for it again.",
    "bag-none": (
        "This is not a package: there is no bagit.txt, neither at the top nor in its only folder."
    ),
    "bag-version": "This package says that it is not a bag of BagIt 1.0 in UTF-8.",
    "bag-manifest": (
        "The list {name} is missing or cannot be read (line {line}): what should be in the package "
        "is not known. Ask for it again."
    ),
    "bag-fetch": (
        "This package lists files that have to be fetched from elsewhere. Pixelseal fetches "
        "nothing: ask for a package that holds them."
    ),
    "bag-empty": "This package holds no files. Ask for it again.",
    "bag-info-form": (
        "bag-info.txt cannot be read (line {line}): its lines are a label, a colon and a text, in "
        "UTF-8. Whoever packed it wrote it so; other programs refuse this package."
    ),
    "bag-info-oxum": (
        "bag-info.txt states another size (Payload-Oxum) than the {files} files with {size} bytes "
        "that are here. Whoever packed it wrote it so; other programs refuse this package."
    ),
    "receipt-not-one": (
        "This is not a receipt of Pixelseal. Choose the file that the receiver sent back."
    ),
    "receipt-version": (
        "This receipt was made by another version of Pixelseal. Open it with that version."
    ),
    "receipt-unreadable": "This receipt is not as it was written: {key}. Ask for it again.",
    "receipt-complete": "complete",
    "receipt-missing": "missing",
    "receipt-changed": "changed",
    "receipt-added": "added: no list of the package names it",
    "receipt-counts": ("{complete} complete, {missing} missing, {changed} changed, {added} added."),
    "receipt-means": (
        "Complete means: as it was packed by whoever packed it last. Give the receipt to the "
        "sender, who can tell whether that was the package that was sent."
    ),
    "receipt-written": "Receipt written to {path}.",
    "receipt-confirmed": (
        "Confirmed: by the hashes in the receipt, every file arrived as it was sent, and no other. "
        "The receipt is not signed."
    ),
    "receipt-differs": "Not all arrived as it was sent.",
    "receipt-another-package": "The receipt is about another package than this one.",
    "receipt-contradicted": (
        "What the receipt says of a file does not fit the hash that it gives: {names}."
    ),
    "receipt-record-differs": (
        "The receipt states the transfer otherwise than bag-info.txt of this package: {names}."
    ),
    "receipt-own-changed": (
        "This package is not whole itself, so a receipt cannot be compared with it. Use the copy "
        "that was sent."
    ),
    "receipt-of": "It is about the package with the manifest {manifest}.",
    "receipt-by": "Received by {who}, {at}.",
    "pack-taken": "unchanged since its certificate; it goes into the package as {path}",
    "pack-signature-alone": (
        "This is a signature, and the certificate that it is of is not here. Put the certificate "
        "beside it, or take it out."
    ),
    "pack-left": "What belongs to this file was refused, so it stays behind, too.",
    "pack-written": {
        "one": "Packed {count} image with its certificate. Manifest {manifest}",
        "other": "Packed {count} images with their certificates. Manifest {manifest}",
    },
    "pack-refused": {
        "one": "Nothing was packed, because {count} file was refused. Take it out, or repair it.",
        "other": (
            "Nothing was packed, because {count} files were refused. Take them out, or repair them."
        ),
    },
    "pack-empty": "There is no image with a certificate in this folder: nothing was packed.",
    "pack-private": (
        "This file is private: it links images to originals, or tells of work on them. Keep it "
        "apart from what is handed over."
    ),
    "pack-other": (
        "This file is neither an image nor a certificate, so it cannot be handed over with them. "
        "Take it out of the folder."
    ),
    "pack-no-certificate": (
        "This image has no certificate here: what became of the original's content is not shown. "
        "Put its certificate beside it, or make the image again."
    ),
    "pack-no-image": "This certificate has no image here. Put its image beside it, or take it out.",
    "pack-changed-since": (
        "The image and its certificate are not the pair that they were: {verdict}. Take the "
        "original pair."
    ),
    "pack-renamed": (
        "This image has another name than in its certificate, and a new name could tell whose it "
        "is. Give it back the name in the certificate."
    ),
    "pack-doubled": (
        "Two images would have one name in the package, or names that differ in letter case or "
        "ending alone. Pack one of them on its own."
    ),
    "pack-folder-changed": "This folder was changed while it was being packed. Pack it again.",
}
