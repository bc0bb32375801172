"""Words for what the engine reports: findings, identifiers, checks, places in a file.

Certificate and command line say these in English, whatever the page speaks (docs/adr/0013).
"""

FINDINGS = {
    # What an opened file carries besides its picture (kinds of pixelseal.core.source.facts.notes)
    "finding-alpha": "Transparent parts, which can hide a picture beneath",
    "finding-author-name": "A name: author, photographer or rights holder",
    "finding-camera-model": "The make or model of the camera or lens",
    "finding-camera-serial": "The serial number of the camera or lens",
    "finding-capture-date": "A date, such as when the photo was taken",
    "finding-colour-profile": "A colour profile",
    "finding-colour-profile-unusable": (
        "A colour profile that cannot be used: the colours are taken as they are"
    ),
    "finding-comment": "A written comment",
    "finding-contact": "Contact details: e-mail, telephone or address",
    "finding-content-credentials": "Content credentials: a signed history of the image",
    "finding-depth-map": "A depth map, which holds the shape of what was photographed",
    "finding-description": "A description, title or keywords",
    "finding-document-id": "A number that links this file to its other versions",
    "finding-face-regions": "Positions of faces that a camera or program has found",
    "finding-file-name": "The name of another file, such as the original photo",
    "finding-gain-map": "A second picture for bright screens (gain map)",
    "finding-gps": "Where the photo was taken (GPS position)",
    "finding-iptc": "A caption block as used by photo agencies (IPTC)",
    "finding-location": "The name of a place",
    "finding-maker-note": "Private notes of the camera maker, often with serial numbers",
    "finding-metadata-unreadable": "Added data that could not be read",
    "finding-more-findings": "More of the same, not listed",
    "finding-motion-video": "A short video taken with the photo",
    "finding-note-byte-counts": (
        "The file does not say how long its picture data is: its end was found by reading it"
    ),
    "finding-note-checksum": (
        "A part of the file that the picture does not depend on has a wrong checksum"
    ),
    "finding-note-chosen-palette": (
        "Its colour table may have been chosen for the whole picture: what you leave visible can "
        "depend on what you cover. Anyone who can rebuild everything else exactly can test a guess "
        "about it. If there is a version from before its colours were reduced, open that one"
    ),
    "finding-note-coded-together": (
        "Its coding depends on the whole picture: what you leave visible can hold faint traces of "
        "what you cover. Anyone who can rebuild everything else exactly can test a guess about it. "
        "If there is a version from before it was coded in this way, open that one"
    ),
    "finding-note-implied-tables": "The file omits its code tables: the standard ones were used",
    "finding-note-last-rows": (
        "The last rows of the fax are damaged or missing, and were left white"
    ),
    "finding-note-no-end": "The file has no end marker, but the picture is complete",
    "finding-note-palette": "The colours of the palette are stored in an unusual way (8 bits)",
    "finding-note-short-segment": (
        "A part that describes the colours is too short to be read, and was ignored"
    ),
    "finding-note-sizes": "A size stated in the file is wrong; the picture is complete",
    "finding-note-surplus-restarts": (
        "The picture's data end with markers that do not belong there: they were ignored"
    ),
    "finding-note-uneven-resolution": (
        "The pixels of the picture are not square: it looks squeezed or stretched here, and in "
        "what is saved"
    ),
    "finding-note-written-as-png": (
        "A lossless WebP with this many pixels can be opened, but not written: it is saved as PNG, "
        "which is just as exact, unless you choose another format"
    ),
    "finding-owner-name": "The name of the camera's owner",
    "finding-person-name": "The name of a person shown",
    "finding-photoshop-data": "Data left by an image editor",
    "finding-profile-date": "The date of the colour profile",
    "finding-profile-text": "Text inside the colour profile",
    "finding-second-picture": "A second picture inside the same file",
    "finding-software": "The program or computer that wrote the file",
    "finding-stray-bytes": "Bytes between the parts of the file",
    "finding-surplus-data": "Picture data beyond the edge of the image",
    "finding-technical-data": "Technical values about how to show or print the image",
    "finding-thumbnail": "A small preview of the photo, which may show what you cover",
    "finding-time-zone": "The time zone in which the photo was taken",
    "finding-trailing-bytes": "Bytes after the end of the image",
    "finding-unique-id": "A number that is unique to this photo",
    "finding-unknown-segment": "Added data of a kind that Pixelseal does not know",
    "finding-web-link": "A web address",
    "finding-xmp": "A block of added data (XMP)",
    # Where in the file it stands, as far as that is more than a name
    "where-after-the-end": "after the end",
    "where-gif-comment": "GIF comment",
    "where-gif-text": "GIF text",
    "where-heif-item": "HEIF item",
    "where-heif-property": "HEIF property",
    "where-icc-profile": "ICC profile",
    "where-jpeg-comment": "JPEG comment",
    "where-png-text": "PNG text",
    # Why a colour profile cannot be used (docs/colour.md)
    "profile-class": "it is of a kind that is not meant for pictures",
    "profile-curve": "a curve in it cannot be computed",
    "profile-damaged": "it is damaged",
    "profile-implausible": "the colours that it produces cannot be right",
    "profile-lut": "a table in it is not valid",
    "profile-pcs": "its target colour space is not known",
    "profile-space": "it is for a different kind of colours than the picture has",
    "profile-tag-missing": "a required part is missing",
    "profile-too-large": "it is larger than 16 MB",
}

# 45 CFR 164.514(b)(2)(i), by letter: a short name for lists, and what it means in an image.
REASONS = {
    "reason-A": "Name",
    "reason-A-meaning": "Names, on a wristband, label, chart or badge",
    "reason-B": "Place",
    "reason-B-meaning": "Places smaller than a state: address, town, letterhead, window view",
    "reason-C": "Date or age",
    "reason-C-meaning": "Dates other than the year, and ages over 89",
    "reason-D": "Telephone",
    "reason-D-meaning": "Telephone numbers",
    "reason-E": "Fax",
    "reason-E-meaning": "Fax numbers",
    "reason-F": "E-mail",
    "reason-F-meaning": "E-mail addresses",
    "reason-G": "Social security number",
    "reason-G-meaning": "Social security numbers",
    "reason-H": "Medical record number",
    "reason-H-meaning": "Medical record numbers, also as a barcode",
    "reason-I": "Health plan number",
    "reason-I-meaning": "Health plan numbers, on an insurance card",
    "reason-J": "Account number",
    "reason-J-meaning": "Account numbers",
    "reason-K": "Licence or certificate",
    "reason-K-meaning": "Licence and certificate numbers, on a badge or ID card",
    "reason-L": "Vehicle",
    "reason-L-meaning": "Vehicles and their plates",
    "reason-M": "Device or serial number",
    "reason-M-meaning": "Devices and their serial numbers: implants, pumps, cameras",
    "reason-N": "Web address",
    "reason-N-meaning": "Web addresses, also as a QR code",
    "reason-O": "IP address",
    "reason-O-meaning": "Network (IP) addresses",
    "reason-P": "Finger, palm, iris",
    "reason-P-meaning": "Biometric identifiers: finger, palm, iris, ear",
    "reason-Q": "Face",
    "reason-Q-meaning": (
        "Faces and comparable images, also in profile, mirrors and photos on a wall"
    ),
    "reason-R": "Other unique mark",
    "reason-R-meaning": "Any other unique mark: tattoo, scar, birthmark, jewelry, code",
    # In plain words, for the short list of a region's reasons
    "chip-A": "Name",
    "chip-C": "Date or age",
    "chip-H": "Patient number",
    "chip-Q": "Face",
    "chip-R": "Tattoo, scar or code",
    "reason-other": "Other",
    "reason-none": "No reason",
}

# What each check of the audit says when it passes (ids of pixelseal.core.audit.facts.checks), and
# what it says in a special case.
CHECKS = {
    "check-structure": "The file has only the parts that its format needs, in one fixed order.",
    "check-nothing-else": "No bytes stand before, between or after those parts.",
    "check-one-picture": "It holds one picture: no thumbnail, preview, page or frame besides.",
    "check-one-picture-pages": (
        "It holds its pages and no other picture: no thumbnail or preview besides."
    ),
    "check-no-alpha": "It has no transparency and no colour table in which something could stay.",
    "check-constant-tables": (
        "Its coding tables, if it has any, are standard ones and none of a camera's own."
    ),
    "check-size": "The picture has the size and kind that it must have.",
    "check-burned": "The covered areas were read back and hold nothing but what covers them.",
    "check-burned-blocks": (
        "Every whole block within the covered areas was read back and holds only what covers it, "
        "as "
        "closely as the coding allows."
    ),
    "check-burned-small": (
        "The covered areas are too small to be compared in this format, block by block."
    ),
    "check-burned-none": "No area was to be covered.",
    "check-source-bytes": (
        "No 64 bytes in a row that the original held besides its picture stand in the file, "
        "padding apart."
    ),
    "check-source-texts": (
        "None of the texts of six or more characters that were read in the original's metadata "
        "stands in the file."
    ),
}
