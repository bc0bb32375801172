"""English: the language of certificates, records and the command line. Tables alone."""

from app.model.catalogue.en.bench import BENCH
from app.model.catalogue.en.command_line import COMMAND_LINE
from app.model.catalogue.en.errors import ERRORS
from app.model.catalogue.en.help import HELP
from app.model.catalogue.en.markup import MARKUP
from app.model.catalogue.en.project import PROJECT
from app.model.catalogue.en.reports import CHECKS, FINDINGS, REASONS
from app.model.catalogue.en.review import REVIEW
from app.model.catalogue.en.saving import SAVING
from app.model.catalogue.en.series import SERIES
from app.model.catalogue.en.spoken import SPOKEN
from app.model.catalogue.en.states import STATES
from app.model.catalogue.en.verdicts import VERDICTS

PARTS = (
    ERRORS,
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
    SAVING,
    HELP,
    VERDICTS,
    BENCH,
)
