"""English: the language of certificates, records and the command line. Tables, and its plural."""

from pixelseal.model.catalogue.en.bench import BENCH
from pixelseal.model.catalogue.en.command_line import COMMAND_LINE
from pixelseal.model.catalogue.en.errors import ERRORS
from pixelseal.model.catalogue.en.gate import GATE
from pixelseal.model.catalogue.en.help import HELP
from pixelseal.model.catalogue.en.markup import MARKUP
from pixelseal.model.catalogue.en.project import PROJECT
from pixelseal.model.catalogue.en.refused import REFUSED
from pixelseal.model.catalogue.en.reports import CHECKS, FINDINGS, REASONS
from pixelseal.model.catalogue.en.review import REVIEW
from pixelseal.model.catalogue.en.saving import SAVING
from pixelseal.model.catalogue.en.series import SERIES
from pixelseal.model.catalogue.en.spoken import SPOKEN
from pixelseal.model.catalogue.en.states import STATES
from pixelseal.model.catalogue.en.verdicts import VERDICTS

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
    return "one" if count == 1 else "other"
