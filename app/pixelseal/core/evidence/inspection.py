"""What is reported about a file before anything is done to it. Decodes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pixelseal.core.cover.plan import rim
from pixelseal.core.encode import is_webp_too_large
from pixelseal.core.icc.convert import NO_PROFILE, UNUSABLE, outcome
from pixelseal.core.source.facts.file import File
from pixelseal.core.source.facts.page import PALETTE, Page
from pixelseal.model import formats
from pixelseal.model.messages import sentence

_UNUSABLE = "colour-profile-unusable"
# By whether it is a palette that depends on what was covered.
_BESIDE = {False: "note-coded-together", True: "note-chosen-palette"}
_INSTEAD = "note-written-as-png"
# Different profiles of one file that are tried before any page is processed.
_PROFILES_TRIED = 16
# Kinds of samples that are not decoded to RGB.
_SPACES = {"gray": "gray", "cmyk": "cmyk", "ycck": "cmyk"}


@dataclass(frozen=True)
class Inspection:
    """The facts of a file that can be opened; sizes in pixels, upright unless named stored.

    `sha256` is the file's, in hexadecimal: private, as it links whatever holds it to the original.
    """

    file: File
    sha256: str

    @property
    def colours(self) -> str:
        """How the first page's colours will be converted (`pixelseal.core.icc.convert`)."""
        return _outcome(self.file.first)[0]

    def findings(self, pages: Sequence[Page] = ()) -> list[dict[str, str]]:
        """What the file carries besides its picture, as rows for JSON.

        A colour profile that cannot be used has a row for each reason, whose `value` is its code
        (docs/colour.md). Only `pages` are examined for it, or all that the file has if none are
        given.
        """
        rows = [
            {"kind": f.kind, "identifier": f.identifier, "where": f.where, "value": f.value}
            for f in self.file.findings
        ]
        rows += [
            {"kind": _UNUSABLE, "identifier": "", "where": "ICC profile", "value": code}
            for code in _unusable(pages or self.file.pages)
        ]
        where = formats.named(self.file.format).label
        return rows + [
            {"kind": kind, "identifier": "", "where": where, "value": ""}
            for kind in self._beside() + self._output()
        ]

    def _beside(self) -> list[str]:
        """Notes about pixels that depend on others, before anything is covered."""
        pages = [page for page in self.file.pages if page.coded_together]
        palettes = {page.channels == PALETTE for page in pages}
        return [_BESIDE[palette] for palette in sorted(palettes)]

    def _output(self) -> list[str]:
        """Notes about the output, if it will not be what one expects."""
        pages = self.file.pages
        return [_INSTEAD] if any(is_webp_too_large(page) for page in pages) else []

    def notes(self) -> list[dict[str, str]]:
        """The findings that matter to the user of the result: kind and sentence."""
        kinds = [row.kind for row in self.file.findings if row.kind.startswith("note-")]
        return [
            {"kind": kind, "sentence": sentence("finding-" + kind, {})}
            for kind in kinds + self._beside() + self._output()
        ]

    def to_dict(self) -> dict[str, Any]:
        """For JSON; `mcu`, `rim` and `orientation` let the editor show how regions will grow.

        The facts of the first page are at the top level; `further` has those of each other page.
        """
        rows = [
            row | {"sentence": sentence("finding-" + row["kind"], {})} for row in self.findings()
        ]
        return {
            "format": self.file.format,
            "sha256": self.sha256,
            "pages": len(self.file.pages),
            **_page_facts(self.file.first),
            "further": [_page_facts(page) for page in self.file.pages[1:]],
            "colours": self.colours,
            "findings": rows,
        }


def _unusable(pages: Sequence[Page]) -> list[str]:
    """The codes of the unusable profiles, each once, in the order of the pages."""
    asked = {(page.profile, page.channels, page.bits): page for page in pages}
    # Each costs a few milliseconds: a hostile file with 500 different ones must not take long.
    found = [_outcome(page) for page in list(asked.values())[:_PROFILES_TRIED]]
    return list(dict.fromkeys(code for word, code in found if word == UNUSABLE))


def _outcome(page: Page) -> tuple[str, str]:
    """How a page's colours will be converted, and the code of an unusable profile."""
    if page.channels == "lab":  # defines its colours by itself
        return NO_PROFILE, ""
    space = _SPACES.get(page.channels, "rgb")
    return outcome(page.profile or None, space, 16 if page.bits == 16 else 8)


def _page_facts(page: Page) -> dict[str, Any]:
    return {
        "width": page.upright_width,
        "height": page.upright_height,
        "stored": {"width": page.width, "height": page.height},
        "orientation": page.orientation,
        "lossy": page.lossy,
        "mcu": list(page.mcu),
        "rim": rim(page),
        "browser_may_show": page.browser_may_show,
    }
