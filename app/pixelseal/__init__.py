"""Pixelseal: takes the identity out of clinical images and proves it.

docs/api.md shows each of these names at work. Nothing is loaded before it is asked for: modules of
the package are also imported where there is no engine, and its libraries take a while to load.
"""

from typing import TYPE_CHECKING

from pixelseal.version import __version__

if TYPE_CHECKING:
    from pixelseal.api import (
        Answer,
        AuditReport,
        Blur,
        Brush,
        Check,
        Crop,
        Ellipse,
        EngineFault,
        Fill,
        Finding,
        Inspection,
        Keep,
        Mosaic,
        Output,
        OutputWithheld,
        Page,
        PixelsealError,
        Policy,
        PolicyRefused,
        Polygon,
        Recipe,
        RecipeRefused,
        Rectangle,
        Redacted,
        Region,
        Review,
        SourceRefused,
        Turn,
        Verdict,
        Written,
        inspect,
        parse_policy,
        parse_recipe,
        parse_review,
        redact,
        redact_file,
        redact_together,
        verify,
    )

__all__ = [
    "Answer",
    "AuditReport",
    "Blur",
    "Brush",
    "Check",
    "Crop",
    "Ellipse",
    "EngineFault",
    "Fill",
    "Finding",
    "Inspection",
    "Keep",
    "Mosaic",
    "Output",
    "OutputWithheld",
    "Page",
    "PixelsealError",
    "Policy",
    "PolicyRefused",
    "Polygon",
    "Recipe",
    "RecipeRefused",
    "Rectangle",
    "Redacted",
    "Region",
    "Review",
    "SourceRefused",
    "Turn",
    "Verdict",
    "Written",
    "__version__",
    "inspect",
    "parse_policy",
    "parse_recipe",
    "parse_review",
    "redact",
    "redact_file",
    "redact_together",
    "verify",
]


if not TYPE_CHECKING:  # to a type checker, a name that is not listed must be a mistake

    def __getattr__(name: str) -> object:
        """A public name, loaded when it is first asked for (PEP 562)."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        # Not at the top: that would load numpy and Pillow with every module of the package.
        from pixelseal import api

        value = getattr(api, name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
