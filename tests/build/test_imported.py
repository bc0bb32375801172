"""What the engine's memory holds of the model: what the engine imports, and nothing else."""

from pathlib import Path

from app.build.imported import imported
from app.build.pack import engine_sources
from app.build.places import ROOT

SOURCES = {
    "a/__init__.py": b"",
    "a/first.py": b"from a import second\nTYPE_CHECKING = False\n"
    b"if TYPE_CHECKING:\n    from a import typed\n",
    "a/second.py": b"import math\ndef late():\n    from a.b.deep import word\n    return word\n",
    "a/typed.py": b"",
    "a/other.py": b"from a import first\n",
    "a/b/__init__.py": b"",
    "a/b/deep.py": b"word = 1\n",
}


def test_what_is_imported_late_is_there_with_the_packages_it_lies_in() -> None:
    assert imported(SOURCES, ["a/first.py"]) == {
        "a/__init__.py",
        "a/first.py",
        "a/second.py",
        "a/b/__init__.py",
        "a/b/deep.py",
    }


def test_the_engine_has_its_own_rooms_whole_and_of_the_page_s_nothing() -> None:
    names = set(engine_sources(ROOT))
    core = {
        path.relative_to(ROOT / "app").as_posix()
        for path in Path(ROOT / "app/pixelseal/core").rglob("*.py")
    }
    assert core <= names
    assert "pixelseal/model/catalogue/en/reports.py" in names  # what a certificate says
    assert not any("/catalogue/es/" in name or "/model/screen/" in name for name in names)
