"""Reads the table of what must come of each file of the corpus. Runs nothing."""

from pathlib import Path

TABLE = Path(__file__).with_name("expected.tsv")


def expected() -> dict[str, tuple[str, ...]]:
    """File -> the outcomes that are right for it: 'clean', or codes of refusals."""
    rows = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines())
    return {name: tuple(outcomes.split("|")) for name, outcomes in rows}
