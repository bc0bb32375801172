"""An unforeseen error is one answer with a code, and messages of libraries reach nobody."""

import json
import logging
import sys
import warnings
from pathlib import Path

import pytest
from PIL import Image, features
from pixelseal.cli import verifying
from pixelseal.cli.main import main
from pixelseal.core import engine
from pixelseal.core.base import given_codecs
from pixelseal.model import catalogue

from tests.cli.support import BOX
from tests.core.support import file_of, photo

pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="the command line is not there"
)


@pytest.fixture
def images(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"photo-{number}.png" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_bytes(file_of(photo(64, 48, seed=number), "PNG"))
    return paths


def ended(*words: object) -> int:
    return main([str(word) for word in words])


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyError("SENTINEL"), "engine-fault"),
        (RecursionError("SENTINEL"), "engine-fault"),
        (UnicodeEncodeError("ascii", "SENTINEL", 0, 1, "SENTINEL"), "engine-fault"),
        (MemoryError(), "out-of-memory"),
    ],
)
@pytest.mark.parametrize("command", ["inspect", "redact"])
def test_an_error_that_nobody_foresaw_is_one_answer_and_the_next_image_follows(
    command: str,
    error: Exception,
    code: str,
    images: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    called = getattr(engine, command)
    second = images[1].read_bytes()

    def failing(data: bytes, *words: object, **named: object) -> object:
        if data == second:
            raise error
        return called(data, *words, **named)

    monkeypatch.setattr(engine, command, failing)
    options = () if command == "inspect" else (*BOX, "--out", tmp_path / "out")
    assert ended(command, *images, *options, "--json") == 1
    said = capsys.readouterr()
    rows = [json.loads(line) for line in said.out.splitlines()]
    assert [row.get("code") for row in rows] == [None, code, None]
    # Where it happened helps to mend it; what the error says may be text out of the file.
    if code == "engine-fault":
        assert rows[1]["fault"].startswith(type(error).__name__ + " in pixelseal/cli/commands.py:")
    assert "SENTINEL" not in said.out + said.err and not said.err
    assert ended(command, *images, *options) == 1
    said = capsys.readouterr()
    assert f"[{code}]" in said.err and "Traceback" not in said.err


def test_a_page_that_fails_costs_no_other_page_its_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "scan.tif"
    pictures = [Image.fromarray(photo(40, 30, seed=number)) for number in range(3)]
    pictures[0].save(path, save_all=True, append_images=pictures[1:])
    redact = engine.redact

    def failing(*words: object, page: int, **named: object) -> object:
        if page == 2:
            raise ZeroDivisionError
        return redact(*words, page=page, **named)

    monkeypatch.setattr(engine, "redact", failing)
    assert ended("redact", path, *BOX, "--out", tmp_path / "out", "--json") == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["status"] for row in rows] == ["ok", "refused", "ok"]
    assert [row["page"] for row in rows] == [1, 2, 3]


@pytest.mark.parametrize("asked", ["default", "error"])
def test_what_libraries_say_to_themselves_reaches_nobody(
    asked: str,
    images: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    inspect = engine.inspect

    def muttering(data: bytes, kept: engine.Kept) -> engine.Inspection:
        warnings.warn("SENTINEL: the file says", UserWarning, stacklevel=2)
        logging.getLogger("PIL.TiffImagePlugin").error("SENTINEL")
        return inspect(data, kept)

    monkeypatch.setattr(engine, "inspect", muttering)
    # Outside of a test nobody handles log lines but Python's last resort, which prints them.
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    with warnings.catch_warnings():
        warnings.simplefilter(asked)  # as PYTHONWARNINGS does
        assert ended("inspect", *images) == 0
    said = capfd.readouterr()
    assert "SENTINEL" not in said.out + said.err and not said.err
    assert said.out.count("PNG, 64 x 48 pixels") == 3


def test_an_error_at_no_files_turn_is_a_sentence_too(
    images: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(*_: object) -> None:
        raise KeyError("SENTINEL")

    monkeypatch.setattr(verifying, "pairs", failing)
    assert ended("verify", *images) == 1
    said = capsys.readouterr()
    assert "[engine-fault] KeyError in pixelseal/cli/verifying.py:" in said.err
    assert "SENTINEL" not in said.err and "Traceback" not in said.err


def test_a_recipe_nested_without_end_is_a_wrong_command(
    images: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = tmp_path / "r.json"
    recipe.write_text("[" * 200_000)
    assert ended("redact", *images, "--recipe", recipe, "--out", tmp_path / "out") == 2
    assert "[recipe-not-json]" in capsys.readouterr().err and not (tmp_path / "out").exists()


# As far as a file is read before its decoder is asked for.
HEADS = {
    "heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64),
    "avif": b"\0\0\0\x18ftypavif\0\0\0\0mif1avif" + bytes(64),
}


def test_a_decoder_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(given_codecs, "_decoders", {})
    monkeypatch.setattr(given_codecs, "_encoders", {})
    monkeypatch.setattr(given_codecs, "_missing", {})
    monkeypatch.setitem(sys.modules, "pillow_heif", None)  # its import fails
    monkeypatch.setattr(features, "check", lambda _name: False)
    for name, head in HEADS.items():
        path = tmp_path / f"photo.{name}"
        path.write_bytes(head)
        for command in (["inspect"], ["redact", *BOX, "--out", tmp_path / "out"]):
            assert ended(*command, path, "--json") == 1
            (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
            assert row["code"] == f"{name}-not-installed"
    assert "pillow-heif" in catalogue.text("en", "heic-not-installed", {})
