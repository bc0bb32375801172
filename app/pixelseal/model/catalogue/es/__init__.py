"""Spanish, in the form of usted. Tables, and its plural; keys and blanks are those of English."""

from pixelseal.model.catalogue.es.bench import BENCH
from pixelseal.model.catalogue.es.command_line import COMMAND_LINE
from pixelseal.model.catalogue.es.errors import ERRORS
from pixelseal.model.catalogue.es.gate import GATE
from pixelseal.model.catalogue.es.help import HELP
from pixelseal.model.catalogue.es.markup import MARKUP
from pixelseal.model.catalogue.es.project import PROJECT
from pixelseal.model.catalogue.es.refused import REFUSED
from pixelseal.model.catalogue.es.reports import CHECKS, FINDINGS, REASONS
from pixelseal.model.catalogue.es.review import REVIEW
from pixelseal.model.catalogue.es.saving import SAVING
from pixelseal.model.catalogue.es.series import SERIES
from pixelseal.model.catalogue.es.spoken import SPOKEN
from pixelseal.model.catalogue.es.states import STATES
from pixelseal.model.catalogue.es.verdicts import VERDICTS

PARTS = (
    ERRORS,
    REFUSED,
    COMMAND_LINE,
    FINDINGS,
    REASONS,
    CHECKS,
    STATES,
    SPOKEN,
    MARKUP,
    PROJECT,
    SERIES,
    REVIEW,
    GATE,
    SAVING,
    HELP,
    VERDICTS,
    BENCH,
)


def plural(count: int) -> str:
    """The form for a whole number, "one" or "other" (CLDR plural rules, cardinal)."""
    # "many" is for whole millions: no number of ours is as large.
    return "one" if count == 1 else "other"
