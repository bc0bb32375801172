"""The fields of a row of the table of formats. Knows no format.

Nothing has a default: an incomplete or inconsistent row is an error when the module loads. A
forgotten rim would leave traces of what was covered.
"""

_RIM_MOST = 64  # pixels: no filter of a known coder reaches as far
_PLAIN = "0123456789abcdefghijklmnopqrstuvwxyz"


class Reading:
    """What opening files of a format needs to know.

    `longest_side` in pixels. `lossy`: some files of the format are. `rim` is how many pixels beyond
    the compression grid a lossy picture can carry traces of what is covered, else 0. `predicted`:
    blocks of a lossy picture are predicted from those before, so that they depend on pixels far
    away. `frames`: animations are opened, frame by frame.
    """

    def __init__(
        self, *, longest_side: int, lossy: bool, rim: int, predicted: bool, frames: bool
    ) -> None:
        _require(_is_count(longest_side, 1), "longest_side")
        _require(_is_count(rim, 0) and rim <= _RIM_MOST, "rim")
        _require((rim > 0) == lossy, "rim")
        _require(lossy or not predicted, "predicted")
        self.longest_side = longest_side
        self.lossy = lossy
        self.rim = rim
        self.predicted = predicted
        self.frames = frames


class Writing:
    """What writing files of a format needs to know.

    `longest_side` in pixels. `quality` is the default of a lossy file, 1 to 100; 0 if none is
    lossy. `lossless`: a lossless source stays so. `gray`: a grey picture is written with
    one channel. `deep`: 16 bits per sample stay 16. `pages`: one file can hold all pages.
    """

    def __init__(
        self,
        *,
        longest_side: int,
        quality: int,
        lossless: bool,
        gray: bool,
        deep: bool,
        pages: bool,
    ) -> None:
        _require(_is_count(longest_side, 1), "longest_side")
        _require(_is_count(quality, 0) and quality <= 100, "quality")
        _require(quality > 0 or lossless, "lossless")
        self.longest_side = longest_side
        self.quality = quality
        self.lossless = lossless
        self.gray = gray
        self.deep = deep
        self.pages = pages


class Format:
    """One format.

    `name` is used in recipes, inspections and records, `label` is shown to people, in every
    language and in certificates. `endings` are file extensions, in lower case, without a dot: the
    first is that of our own files. `begins` are signatures, each a tuple of (offset, bytes) that
    must all match; `brands` are used instead for ISO media files. `given`: its codecs are
    registered, and may be missing. `writing` is None if none is written, and `instead` then names
    the format that is.
    """

    def __init__(
        self,
        *,
        name: str,
        label: str,
        endings: "tuple[str, ...]",
        media_type: str,
        begins: "tuple[tuple[tuple[int, bytes], ...], ...]",
        brands: "tuple[bytes, ...]",
        given: bool,
        reading: Reading,
        writing: "Writing | None",
        instead: str,
    ) -> None:
        _require(bool(name) and name == name.lower(), "name", name)
        _require(bool(label), "label", name)
        _require(bool(endings) and all(_is_ending(e) for e in endings), "endings", name)
        _require(media_type.split("/")[0] in ("image", "application"), "media_type", name)
        _require(bool(begins) != bool(brands), "begins", name)
        _require(all(_is_signature(signature) for signature in begins), "begins", name)
        _require(all(isinstance(b, bytes) and len(b) == 4 for b in brands), "brands", name)
        _require(isinstance(reading, Reading), "reading", name)
        # What is written lossily is read again, by the next person and by the audit.
        _require(reading.lossy or writing is None or writing.quality == 0, "lossy", name)
        _require((writing is None) == bool(instead), "instead", name)
        self.name = name
        self.label = label
        self.endings = endings
        self.media_type = media_type
        self.begins = begins
        self.brands = brands
        self.given = given
        self.reading = reading
        self.writing = writing
        self.instead = instead

    @property
    def ending(self) -> str:
        """The extension of our own files."""
        return self.endings[0]


def checked(rows: "tuple[Format, ...]") -> "tuple[Format, ...]":
    """The rows, if they are consistent; else ValueError."""
    names = [row.name for row in rows]
    endings = [ending for row in rows for ending in row.endings]
    written = [row.name for row in rows if row.writing]
    _require(len(set(names)) == len(names), "name")
    _require(len(set(endings)) == len(endings), "endings")
    media_types = [row.media_type for row in rows]
    brands = [brand for row in rows for brand in row.brands]
    begins = [signature for row in rows for signature in row.begins]
    _require(len(set(media_types)) == len(media_types), "media_type")
    _require(len(set(brands)) == len(brands), "brands")
    for number, one in enumerate(begins):
        _require(not any(_both_match(one, other) for other in begins[:number]), "begins")
    for row in rows:
        _require(not row.instead or row.instead in written, "instead", row.name)
    _require(len([row for row in rows if row.writing and row.writing.pages]) == 1, "pages")
    return rows


def _is_count(value: "object", least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def _is_ending(text: str) -> bool:
    return bool(text) and all(character in _PLAIN for character in text)


def _is_signature(parts: "tuple[tuple[int, bytes], ...]") -> bool:
    # Without any bytes, every file would be of this format.
    if not parts:
        return False
    return all(_is_count(at, 0) and isinstance(what, bytes) and what for at, what in parts)


def _both_match(
    one: "tuple[tuple[int, bytes], ...]", other: "tuple[tuple[int, bytes], ...]"
) -> bool:
    """True if a file could begin with both signatures: then the order of rows would decide."""
    wanted = {at + number: byte for at, what in one for number, byte in enumerate(what)}
    for at, what in other:
        for number, byte in enumerate(what):
            if wanted.get(at + number, byte) != byte:
                return False
    return True


def _require(holds: bool, field: str, name: str = "") -> None:
    if not holds:
        row = "the row " + name if name else "a row"
        raise ValueError(row + " of the table of formats cannot be: " + field)
