"""The typefaces that the drawn pictures use, and what stands in where they are not installed.

All come from Debian packages with free licences; without one of them its role falls back to
DejaVu, and without that to the typeface inside Pillow. `described` says which were used: figures
are comparable only where that line is the same.
"""

import unicodedata
from functools import cache
from pathlib import Path

from PIL import ImageFont

FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")
# Role -> file names. Packages: fonts-dejavu-core, fonts-liberation, fonts-roboto-unhinted,
# fonts-ocr-b, fonts-gnutypewriter, fonts-dseg; for writing by hand: fonts-breip,
# fonts-femkeklaver, fonts-dkg-handwriting, fonts-humor-sans, fonts-rufscript, fonts-bwht,
# fonts-comic-neue.
ROLES = {
    "printed": (
        "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansCondensed.ttf", "DejaVuSansMono.ttf",
        "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSansNarrow-Bold.ttf",
        "LiberationMono-Regular.ttf", "LiberationSerif-Regular.ttf", "Roboto-Regular.ttf",
        "Roboto-Medium.ttf", "OCRB.otf", "GNUTypewriter.ttf",
    ),
    "screen": ("DejaVuSansMono-Bold.ttf", "DejaVuSans-Bold.ttf", "Roboto-Regular.ttf",
               "LiberationSans-Bold.ttf"),
    "segments": ("DSEG7Classic-Regular.ttf", "DSEG14Classic-Bold.ttf"),
    "by hand": (
        "Breip.ttf", "femkeklaver.ttf", "dkg.ttf", "dkgBd.ttf", "Humor-Sans.ttf",
        "Rufscript010.ttf", "BecauseWeLearn-Regular.otf", "BecauseWeBuild-Regular.otf",
        "ComicNeue-Regular.otf",
    ),
}  # fmt: skip
_STAND_IN = ("DejaVuSans.ttf", "DejaVuSans-Oblique.ttf")


@cache
def installed(role: str) -> tuple[str, ...]:
    """Paths of the role's typefaces that are here; ("",) stands for Pillow's own."""
    found = tuple(path for name in ROLES[role] if (path := _where(name)))
    return found or tuple(path for name in _STAND_IN if (path := _where(name))) or ("",)


@cache
def font(path: str, size: int) -> ImageFont.FreeTypeFont:
    """A typeface at a size in pixels."""
    if path:
        return ImageFont.truetype(path, size)
    return ImageFont.load_default(size)  # type: ignore[return-value]


@cache
def written(path: str, text: str) -> str:
    """The text as the typeface can write it: without accents, if it has no such letters."""
    if all(_has(path, sign) for sign in text):
        return text
    plain = unicodedata.normalize("NFKD", text.replace("º", "o"))
    return "".join(sign for sign in plain if sign.isascii())


@cache
def _has(path: str, sign: str) -> bool:
    face = font(path, 24)
    missing = (bytes(face.getmask(other)) for other in ("\ufffe", "\U0010fffe"))
    return sign == " " or bytes(face.getmask(sign)) not in missing


def described() -> str:
    """How many of each role's typefaces are here, in one line."""
    return ", ".join(
        f"{role} {sum(bool(_where(name)) for name in names)} of {len(names)}"
        for role, names in ROLES.items()
    )


@cache
def _where(name: str) -> str:
    for folder in FOLDERS:
        for path in sorted(folder.rglob(name)):
            return str(path)
    return ""
