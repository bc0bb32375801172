"""What Verify answers, on the page and on the command line (docs/certificate.md, 3)."""

VERDICTS = {
    "certificate-translated": "Translated to {path}. Only the English text counts.",
    "verify-translation": "The certificate in another language",
    "verify-translation-counts": "Only the English text counts. This is a translation of it.",
    "verify-translation-save": "Save translation",
    "certificate-not-translated": (
        "Paragraph {paragraph} is none that a certificate has, so nothing of it is translated. "
        "Compare it with its image first."
    ),
    "verdict-not-signed": (
        "The certificate itself is not signed: anyone could have typed it. It shows that this is "
        "the file that it names, but not who made it, nor that what it states is true."
    ),
    "verdict-named": "Its certificate calls the file {name}.",
    "verdict-unchanged": "Unchanged",
    # What begins the next two, where all are unchanged and where some are not.
    "verdict-compared": "Compared:",
    "verdict-compared-of-some": "For those that are unchanged, these were compared:",
    "verdict-unchanged-detail": (
        "{compared} the file's SHA-256, size in bytes, format, width, height and bits per sample "
        "with the certificate; the parts that the file is made of, checked again; and each line "
        "of the certificate with what Pixelseal writes. All agree. Not compared, because it cannot "
        "be: everything else that it says, such as what was covered and why, how far it was looked "
        "at, and which build made it."
    ),
    "verdict-unchanged-first-detail": (
        "{compared} the file's SHA-256, size in bytes, format, width and height with the "
        "certificate, which is of the first version; the parts that the file is made of, checked "
        "again; and each line of the certificate with what Pixelseal wrote then. All agree. Not "
        "compared, because it cannot be: names and numbers in other lines, what was covered and "
        "why, and how far it was looked at."
    ),
    "verdict-changed": "Changed",
    "verdict-changed-detail": (
        "This is not byte for byte the file that the certificate names: it has been changed "
        "since, or is another image of the same format and size. Ask for the file again."
    ),
    "verdict-not-this-certificate": "Not this certificate",
    "verdict-not-this-certificate-detail": (
        "The certificate is about another image. Look for the one that belongs to this image."
    ),
    "verdict-certificate-altered": "The certificate was altered",
    "verdict-certificate-altered-detail": (
        "The certificate's text was changed or was not written by Pixelseal: line {line} cannot be "
        "there. Nothing in it can be relied on. Ask for the certificate again."
    ),
    "verdict-certificate-slip-detail": (
        "The certificate's text was changed or was not written by Pixelseal: its check digits do "
        "not match its lines. Nothing in it can be relied on. Ask for the certificate again."
    ),
    "verdict-certificate-contradicted": "The certificate is wrong",
    "verdict-certificate-contradicted-detail": (
        "The certificate names this file by its SHA-256, but what it says about the file is wrong: "
        "{wrong}. It was changed or was not written by Pixelseal. Nothing in it can be relied on."
    ),
    "verdict-wrong-bytes": "its size in bytes",
    "verdict-wrong-format": "its format",
    "verdict-wrong-size": "its width or height",
    "verdict-wrong-bits": "the bits per sample",
    "verdict-wrong-pages": "how many pages it holds",
    "verdict-wrong-structure": "the checks of the parts of the file",
    "verdict-certificate-newer": "A newer certificate",
    "verdict-certificate-newer-detail": (
        "The certificate has a version that this Pixelseal does not know. Compare it with a newer "
        "Pixelseal."
    ),
    "verdict-not-a-certificate": "Not a certificate",
    "verdict-not-a-certificate-detail": (
        "This does not begin like a Pixelseal certificate. Choose the certificate's text file."
    ),
    "verdict-no-certificate": "No certificate",
    "verdict-no-certificate-detail": (
        "None of the given certificates is about this image. Nothing is known about it."
    ),
    "verdict-no-image": "No image",
    "verdict-no-image-detail": (
        "None of the given images is the one that this certificate names. Nothing was compared."
    ),
    "verdict-neither": "Neither image nor certificate",
    "verdict-neither-detail": "Nothing was compared with this file.",
    "verdict-not-read": "Not read",
    "verdict-sums-match": "Checksums match",
    "verdict-sums-match-detail": (
        "{here} of the {listed} files that this list names are among these, and each has the "
        "checksum that it states."
    ),
    "verdict-sums-alone": "List of checksums",
    "verdict-sums-alone-detail": (
        "None of the files that this list names is among these. Nothing was compared with it."
    ),
    "verdict-sums-differ": "A checksum differs",
    "verdict-sums-differ-detail": (
        "{here} of the {listed} files that this list names are among these. Not as it states: "
        "{names}."
    ),
    "verdict-signature": "Signature",
    "verdict-signature-detail": "This is the signature of a file that is not a certificate.",
    # How many of each
    "verdict-mixed": "Not all are unchanged",
    "verdict-unvouched": "Unchanged, but not every signature is good",
    "verdicts": "{told}.",
    "verdicts-none": "No file was found there: nothing was compared.",
    "verdicts-unchanged": "{count} unchanged",
    "verdicts-changed": {"one": "1 changed", "other": "{count} changed"},
    "verdicts-not-this-certificate": "{count} with another image's certificate",
    "verdicts-certificate-altered": {
        "one": "1 altered certificate",
        "other": "{count} altered certificates",
    },
    "verdicts-certificate-contradicted": {
        "one": "1 wrong certificate",
        "other": "{count} wrong certificates",
    },
    "verdicts-certificate-newer": {
        "one": "1 certificate of a newer version",
        "other": "{count} certificates of a newer version",
    },
    "verdicts-not-a-certificate": {
        "one": "1 file that is not a certificate",
        "other": "{count} files that are not certificates",
    },
    "verdicts-no-certificate": {
        "one": "1 image without a certificate",
        "other": "{count} images without a certificate",
    },
    "verdicts-no-image": {
        "one": "1 certificate without its image",
        "other": "{count} certificates without their images",
    },
    "verdicts-neither": {
        "one": "1 file that is neither",
        "other": "{count} files that are neither",
    },
    "verdicts-not-read": {"one": "1 not read", "other": "{count} not read"},
    "verdicts-sums-match": {
        "one": "1 list of checksums that match",
        "other": "{count} lists of checksums that match",
    },
    "verdicts-sums-alone": {
        "one": "1 list of checksums without its files",
        "other": "{count} lists of checksums without their files",
    },
    "verdicts-sums-differ": {
        "one": "1 list with a checksum that differs",
        "other": "{count} lists with a checksum that differs",
    },
    "verdicts-signature": {
        "one": "1 signature of another file",
        "other": "{count} signatures of other files",
    },
    "verdict-missing": "Files are needed",
    "verdict-missing-detail": "Choose images and certificates.",
    "verdict-busy": "Checking",
}
