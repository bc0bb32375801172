"""The 18 identifiers of 45 CFR 164.514(b)(2)(i) in plain words. Gives no legal advice."""

OTHER = "other"

# (letter, short name for lists, what it means in an image)
IDENTIFIERS = (
    ("A", "Name", "Names, on a wristband, label, chart or badge"),
    ("B", "Place", "Places smaller than a state: address, town, letterhead, window view"),
    ("C", "Date or age", "Dates other than the year, and ages over 89"),
    ("D", "Telephone", "Telephone numbers"),
    ("E", "Fax", "Fax numbers"),
    ("F", "E-mail", "E-mail addresses"),
    ("G", "Social security number", "Social security numbers"),
    ("H", "Medical record number", "Medical record numbers, also as a barcode"),
    ("I", "Health plan number", "Health plan numbers, on an insurance card"),
    ("J", "Account number", "Account numbers"),
    ("K", "Licence or certificate", "Licence and certificate numbers, on a badge or ID card"),
    ("L", "Vehicle", "Vehicles and their plates"),
    ("M", "Device or serial number", "Devices and their serial numbers: implants, pumps, cameras"),
    ("N", "Web address", "Web addresses, also as a QR code"),
    ("O", "IP address", "Network (IP) addresses"),
    ("P", "Finger, palm, iris", "Biometric identifiers: finger, palm, iris, ear"),
    ("Q", "Face", "Faces and comparable images, also in profile, mirrors and photos on a wall"),
    ("R", "Other unique mark", "Any other unique mark: tattoo, scar, birthmark, jewelry, code"),
)

LETTERS = tuple(row[0] for row in IDENTIFIERS)
CODES = LETTERS + (OTHER,)


def is_reason(value: "object") -> bool:
    """True for "A" to "R", "other" and None: what a recipe may give as a region's reason."""
    return value is None or value in CODES


def short_name(code: "str | None") -> str:
    """A few words for lists: "A · Name"; "Other" and "No reason" stand without a letter."""
    if code is None or code == "":
        return "No reason"
    for letter, short, _meaning in IDENTIFIERS:
        if letter == code:
            return letter + " · " + short
    return "Other"


def meaning(code: str) -> str:
    """The identifier in plain words, "" for a code that is no letter of the rule."""
    for letter, _short, words in IDENTIFIERS:
        if letter == code:
            return words
    return ""
