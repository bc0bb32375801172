"""Many outputs as one ZIP: neutral names, sorted, no times. Compresses and hides nothing.

APPNOTE.TXT 6.3.10: entries are stored, dated 1980-01-01 (the format's first day), with one constant
set of attributes whatever machine made them, without extra fields and comments. The same items
give the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterable

from app.core.errors import EngineFault

# Only the two folders that are shared; a private record has no name that fits.
_SHARED = re.compile(
    r"(images/[A-Za-z0-9][A-Za-z0-9._-]{0,79}\.(jpg|png|webp|tif|avif)"
    r"|certificates/[A-Za-z0-9][A-Za-z0-9._-]{0,79}\.txt)"
)
_UNIX, _READABLE = 3, 0o100644 << 16  # a plain file that its owner may write and all may read
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
            info.create_system = _UNIX
            info.external_attr = _READABLE
            archive.writestr(info, data)
    return file.getvalue()
