"""The audit: reads an output as a stranger would. Shares no code with what wrote it.

Neither Pillow nor the decoder, encoder, burner, engine or source parsers are imported here; the
function that reads the pixels back is passed in.
"""

from pixelseal.core.audit.facts.checks import AuditReport, Check, OutputWithheld
from pixelseal.core.audit.facts.expected import Covered, CoveredEach, Expected, Ramp
from pixelseal.core.audit.residue.search import Traces
from pixelseal.core.audit.run import audit, audit_pages

__all__ = [
    "AuditReport",
    "Check",
    "Covered",
    "CoveredEach",
    "Expected",
    "OutputWithheld",
    "Ramp",
    "Traces",
    "audit",
    "audit_pages",
]
