"""Spanish, in the form of usted. Tables, and its plural; keys and blanks are those of English."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Iterator
    from typing import Any


def parts() -> "Iterator[dict[str, Any]]":
    """The tables, each imported when it is reached: first what the first photo needs."""
    from pixelseal.model.catalogue.es.states import STATES

    yield STATES
    from pixelseal.model.catalogue.es.spoken import SPOKEN

    yield SPOKEN
    from pixelseal.model.catalogue.es.review import REVIEW

    yield REVIEW
    from pixelseal.model.catalogue.es.project import PROJECT

    yield PROJECT
    from pixelseal.model.catalogue.es.markup import MARKUP

    yield MARKUP
    from pixelseal.model.catalogue.es.saving import SAVING

    yield SAVING
    from pixelseal.model.catalogue.es.reports import CHECKS, FINDINGS, REASONS

    yield CHECKS
    yield FINDINGS
    yield REASONS
    from pixelseal.model.catalogue.es.series import SERIES

    yield SERIES
    from pixelseal.model.catalogue.es.find import FIND

    yield FIND
    from pixelseal.model.catalogue.es.gate import GATE

    yield GATE
    from pixelseal.model.catalogue.es.refused import REFUSED

    yield REFUSED
    from pixelseal.model.catalogue.es.errors import ERRORS

    yield ERRORS
    from pixelseal.model.catalogue.es.help import HELP

    yield HELP
    from pixelseal.model.catalogue.es.verdicts import VERDICTS

    yield VERDICTS
    from pixelseal.model.catalogue.es.process import PROCESS

    yield PROCESS
    from pixelseal.model.catalogue.es.report import REPORT

    yield REPORT
    from pixelseal.model.catalogue.es.process_page import PROCESS_PAGE

    yield PROCESS_PAGE
    from pixelseal.model.catalogue.es.validation import VALIDATION

    yield VALIDATION
    from pixelseal.model.catalogue.es.preparation import PREPARATION

    yield PREPARATION
    from pixelseal.model.catalogue.es.validate_page import VALIDATE_PAGE

    yield VALIDATE_PAGE
    from pixelseal.model.catalogue.es.practice import PRACTICE

    yield PRACTICE
    from pixelseal.model.catalogue.es.proof import PROOF

    yield PROOF
    from pixelseal.model.catalogue.es.sign_page import SIGN_PAGE

    yield SIGN_PAGE
    from pixelseal.model.catalogue.es.transfer import TRANSFER

    yield TRANSFER
    from pixelseal.model.catalogue.es.signing import SIGNING

    yield SIGNING
    from pixelseal.model.catalogue.es.command_line import BATCH, COMMAND_LINE

    yield COMMAND_LINE
    yield BATCH
    from pixelseal.model.catalogue.es.policy import POLICY

    yield POLICY
    from pixelseal.model.catalogue.es.bench import BENCH

    yield BENCH


def plural(count: int) -> str:
    """The form for a whole number, "one" or "other" (CLDR plural rules, cardinal)."""
    # "many" is for whole millions: no number of ours is as large.
    return "one" if count == 1 else "other"
