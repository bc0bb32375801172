"""Many outputs as one ZIP: neutral names, sorted, no times. Compresses and hides nothing.

APPNOTE.TXT 6.3.10: entries are stored, dated 1980-01-01 (the format's first day), made by "MS-DOS"
with no attributes, without extra fields and comments. The same items give the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterable

from app.core.errors import EngineFault

# Only the two folders that are shared; a private record has no name that fits.
_SHARED = re.compile(
    r"(images/[A-Za-z0-9][A-Za-z0-9._-]{0,79}\.(jpg|png|webp|tif)"
    r"|certificates/[A-Za-z0-9][A-Za-z0-9._-]{0,79}\.txt)"
)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def collect(items: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP of (name, bytes) items named `images/NAME` and `certificates/NAME.txt`.

    EngineFault: a name that is none of these, or that stands twice.
    """
    entries = sorted(items, key=lambda item: item[0])
    names = [name for name, _ in entries]
    if len(set(names)) != len(names) or not all(map(_SHARED.fullmatch, names)):
        raise EngineFault("engine-fault")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, data in entries:
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.create_system = 0
            info.external_attr = 0
            archive.writestr(info, data)
    return file.getvalue()
