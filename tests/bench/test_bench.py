"""The benchmark's own arithmetic, and that what it times still runs."""

import json
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image

from . import frames, native, plot, samples
from .table import Row, merged, read, row, table, write


def test_a_row_says_whether_it_met_its_targets(tmp_path: Path) -> None:
    met = row("job", "here", [210.0, 200.0, 190.0], [100.0], "canvas", target=2.3)
    slow = row("job", "here", [240.0], [100.0], "canvas", target=2.3)
    late = row("opening", "here", [1100.0], [1000.0], "empty page", target=3, limit=1000)
    free = row("job", "here", [900.0], [100.0], "canvas")
    assert [one.verdict for one in (met, slow, late, free)] == ["met", "missed", "missed", ""]
    assert "| 2.00 | ≤ 2.3 × | met |" in table([met])
    alone = Row("job", "here", 900.0, None, "canvas", "ms", 2.3)
    assert "| 900 ms | fails (canvas) |  | ≤ 2.3 × | met |" in table([alone])
    failing = Row("job", "here", 900.0, None, "canvas", "ms", None, failure="InvalidStateError")
    assert "| fails: InvalidStateError (canvas) |" in table([failing])
    write([met, free], tmp_path / "bench" / "results.json")
    written = json.loads((tmp_path / "bench" / "results.json").read_text("utf-8"))
    assert [one["ratio"] for one in written["rows"]] == [2.0, 9.0]
    assert written["machine"]["python"]


def test_rows_stay_until_they_are_measured_again(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    assert read(path) == []
    old, other = row("job", "here", [9.0], [3.0], "canvas"), row("job", "there", [8.0], [4.0], "x")
    write([old, other], path)
    assert read(path) == [old, other]
    new, more = row("job", "here", [7.0], [3.5], "canvas"), row("start", "here", [1.0], [1.0], "x")
    assert merged(read(path), [new, more]) == [new, other, more]
    written = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(written | {"machine": {"system": "another"}}), "utf-8")
    assert read(path) == []


def test_the_plot_shows_what_grows(tmp_path: Path) -> None:
    times = {
        "growth: 1-MP JPEG": 90.0,
        "growth: 500-MP JPEG": 31_000.0,
        "growth: 500-MB TIFF": 12_000.0,
    }
    rows = [
        row(f"{what}, all checks", "firefox", [time], [1.0], "x") for what, time in times.items()
    ]
    rows.append(row("growth: 1-MP JPEG, all checks", "CPython", [5.0], [1.0], "x"))
    assert plot.points(rows) == {"firefox": [(1.0, 0.09), (500.0, 31.0)]}
    plot.write(rows, tmp_path / "plot.svg")
    drawn = ElementTree.parse(tmp_path / "plot.svg").getroot()
    texts = [one.text for one in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert {"0.09", "31", "firefox", "10 s"} <= set(texts)
    plot.write(rows[:1], tmp_path / "none.svg")
    assert not (tmp_path / "none.svg").exists()


def test_what_is_timed_is_a_whole_job(tmp_path: Path) -> None:
    path = samples.photo(1, tmp_path)
    with Image.open(path) as image:
        assert image.size == samples.SIZES[1]
    found = native.job(path, 1, 2)
    assert [len(found[name]) for name in ("pillow", "engine")] == [2, 2]
    assert min(found["pillow"] + found["engine"]) > 0


def test_large_samples_repeat_the_photo(tmp_path: Path) -> None:
    photo = samples.photo(1, tmp_path)
    for name, kind in (("large.tif", "TIFF"), ("large.jpg", "JPEG")):
        with Image.open(samples.repeated(photo, 1500, 1000, tmp_path / name)) as image:
            assert (image.size, image.format) == ((1500, 1000), kind)


def test_the_frames_photo_comes_in_the_engines_formats(tmp_path: Path) -> None:
    path = samples.photo(1, tmp_path)
    for other in frames.others(path).values():
        assert other.stat().st_size > 100_000 and other.suffix != path.suffix
    with Image.open(frames.others(path)["TIFF"]) as image:
        assert image.size == samples.SIZES[1]


def test_a_slow_frame_is_the_slowest_of_twenty() -> None:
    assert frames.slow([[16.0] * 100, [16.0] * 90 + [50.0] * 10]) == (16.0, 50.0)
