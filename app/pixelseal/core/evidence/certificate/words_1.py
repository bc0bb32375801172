"""The wording of the certificate's first version, as released. Never to be changed."""

from typing import Any

# Keys are spelled out, not imported from the model: renaming something there changes nothing here.
TABLE: dict[str, Any] = {
    "picture": "Picture: {}, {} by {} pixels",
    "reasons": "Reasons given for the regions",
    "looked": {
        "screen": "- The whole picture was on the screen at full size.",
        "stated": "- A person stated that they looked at the whole picture.",
        "no": "- Nobody stated that they looked at the whole picture.",
    },
    "shown": {},
    "answers": {
        "absent": '- Answered "is not in the picture": {}',
        "covered": '- Answered "was covered": {}',
        "cropped": '- Answered "was cropped away": {}',
        "kept": '- Answered "was kept, for a reason that the private record holds": {}',
        "": "- Not answered: {}",
    },
    "unanswered": "",
    "legend": "",
    "meanings": {
        "A": "Names, on a wristband, label, chart or badge",
        "B": "Places smaller than a state: address, town, letterhead, window view",
        "C": "Dates other than the year, and ages over 89",
        "D": "Telephone numbers",
        "E": "Fax numbers",
        "F": "E-mail addresses",
        "G": "Social security numbers",
        "H": "Medical record numbers, also as a barcode",
        "I": "Health plan numbers, on an insurance card",
        "J": "Account numbers",
        "K": "Licence and certificate numbers, on a badge or ID card",
        "L": "Vehicles and their plates",
        "M": "Devices and their serial numbers: implants, pumps, cameras",
        "N": "Web addresses, also as a QR code",
        "O": "Network (IP) addresses",
        "P": "Biometric identifiers: finger, palm, iris, ear",
        "Q": "Faces and comparable images, also in profile, mirrors and photos on a wall",
        "R": "Any other unique mark: tattoo, scar, birthmark, jewelry, code",
    },
    "checks": {
        "structure": {
            "": "The file has only the parts that its format needs, in one fixed order.",
        },
        "nothing-else": {
            "": "No bytes stand before, between or after those parts.",
        },
        "one-picture": {
            "": "It holds one picture: no thumbnail, preview, page or frame besides.",
            "pages": "It holds its pages and no other picture: no thumbnail or preview besides.",
        },
        "no-alpha": {
            "": "It has no transparency and no colour table in which something could stay.",
        },
        "constant-tables": {
            "": "Its coding tables are standard ones and tell nothing of a camera.",
        },
        "size": {
            "": "The picture has the size and kind that it must have.",
        },
        "burned": {
            "": "The covered areas were read back and hold nothing but what covers them.",
            "blocks": (
                "Every block within the covered areas was read back and holds only what covers it."
            ),
            "small": (
                "The covered areas are too small to be compared in this format, block by block."
            ),
            "none": "No area was to be covered.",
        },
        "source-bytes": {
            "": "Nothing that the original held besides its picture stands in the file.",
        },
        "source-texts": {
            "": "No text of the original's metadata stands in the file.",
        },
    },
    "limits": (
        "What this certificate says, and what it does not",
        "- It is about the file with exactly this SHA-256, and no other.",
        (
            "- In that file what is covered with a solid colour holds nothing else; what was "
            "there is not"
        ),
        "  in it. A mosaic or blur leaves a few coarse values of what was there.",
        "- Which regions to cover was decided by people. This does not say that they were enough,",
        "  nor that nobody can be recognised by what is left: marks, clothing, surroundings.",
        "- How far it was looked at is what the page saw or people stated. Nobody has checked it.",
        (
            "- It does not say that the image is de-identified under any law; tools cannot make "
            "that so."
        ),
        "- It is not signed. It proves as much as the way by which you received it.",
    ),
    "digits": "",
}
