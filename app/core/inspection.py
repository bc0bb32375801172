"""What is told of an opened file before anything is done to it. Decodes nothing."""

from dataclasses import dataclass
from typing import Any

from app.core.regions import rim
from app.core.source.model import Source


@dataclass(frozen=True)
class Inspection:
    """The facts of a file that can be opened; sizes in pixels, upright unless named stored."""

    source: Source

    def findings(self) -> list[dict[str, str]]:
        """What the file carries besides its picture, as rows for JSON."""
        return [
            {"kind": f.kind, "identifier": f.identifier, "where": f.where, "value": f.value}
            for f in self.source.findings
        ]

    def to_dict(self) -> dict[str, Any]:
        """For JSON; `mcu`, `rim` and `orientation` let the editor show how regions will grow."""
        source = self.source
        sentences = [finding.sentence for finding in source.findings]
        rows = zip(self.findings(), sentences, strict=True)
        return {
            "format": source.format,
            "width": source.upright_width,
            "height": source.upright_height,
            "stored": {"width": source.width, "height": source.height},
            "orientation": source.orientation,
            "pages": source.pages,
            "lossy": source.lossy,
            "mcu": list(source.mcu),
            "rim": rim(source),
            "browser_shows_it_right": source.browser_shows_it_right,
            "findings": [row | {"sentence": sentence} for row, sentence in rows],
        }
