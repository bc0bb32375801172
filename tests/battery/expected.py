"""Reads the table of expected outcomes for the files of the corpus. Runs nothing."""

from pathlib import Path

TABLE = Path(__file__).with_name("expected.tsv")


def expected() -> dict[str, tuple[str, ...]]:
    """File -> its correct outcomes: 'clean', or codes of refusals."""
    rows = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines())
    return {name: tuple(outcomes.split("|")) for name, outcomes in rows}
