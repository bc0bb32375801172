"""The page that tells which labels mean what tells of all of them."""

from pathlib import Path

from pixelseal.core.find.labels import LABELS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "find-labels.md"


def test_the_table_of_labels_is_that_of_the_code() -> None:
    rows = [
        f"| ({row.letter}) | {row.what} | {', '.join(row.english)} | {', '.join(row.spanish)} |"
        for row in LABELS
    ]
    written = PAGE.read_text("utf-8").splitlines()
    assert [line for line in written if line.startswith("| (")] == rows
