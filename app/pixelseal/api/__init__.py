"""The engine as a Python library: what `import pixelseal` offers. Defines nothing itself.

Tracebacks and pickles name a class by its `__module__`: the public one is the one that stays.
"""

from pixelseal.api.files import redact_file
from pixelseal.api.operations import inspect, redact, redact_together, verify
from pixelseal.api.texts import parse_policy, parse_recipe, parse_review
from pixelseal.api.values import Finding, Inspection, Page, Redacted, Verdict, Written
from pixelseal.core.audit import AuditReport, Check, OutputWithheld
from pixelseal.core.base.errors import (
    EngineFault,
    PixelsealError,
    RecipeRefused,
    SourceRefused,
)
from pixelseal.model.policy.policy import Policy
from pixelseal.model.policy.refused import PolicyRefused
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Blur, Crop, Fill, Keep, Mosaic, Output, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon
from pixelseal.model.recipe.turn import Turn
from pixelseal.model.review import Answer, Review

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
    "inspect",
    "parse_policy",
    "parse_recipe",
    "parse_review",
    "redact",
    "redact_file",
    "redact_together",
    "verify",
]

for _name in __all__:
    if isinstance(globals()[_name], type):
        globals()[_name].__module__ = "pixelseal"
