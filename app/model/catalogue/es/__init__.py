"""Spanish, in the form of usted. Tables alone; keys and blanks are those of English."""

from app.model.catalogue.es.bench import BENCH
from app.model.catalogue.es.command_line import COMMAND_LINE
from app.model.catalogue.es.errors import ERRORS
from app.model.catalogue.es.help import HELP
from app.model.catalogue.es.markup import MARKUP
from app.model.catalogue.es.project import PROJECT
from app.model.catalogue.es.reports import CHECKS, FINDINGS, REASONS
from app.model.catalogue.es.review import REVIEW
from app.model.catalogue.es.saving import SAVING
from app.model.catalogue.es.series import SERIES
from app.model.catalogue.es.spoken import SPOKEN
from app.model.catalogue.es.states import STATES
from app.model.catalogue.es.verdicts import VERDICTS

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
