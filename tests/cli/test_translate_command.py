"""`translate`: a certificate in Spanish as a file of its own; nothing else is translated."""

from pathlib import Path

from pixelseal.core import engine

from tests.cli.support import answers, pixelseal
from tests.core.support import file_of, photo, recipe


def test_a_certificate_is_translated_beside_it_and_a_changed_one_is_not(tmp_path: Path) -> None:
    source = file_of(photo(64, 48), "PNG")
    done = engine.redact(source, recipe((8, 8, 16, 16)), label="x", build="source")
    paper, out = tmp_path / "x.certificate.txt", tmp_path / "x.es.txt"
    paper.write_text(done.certificate, "ascii", newline="\n")
    to = ("--language", "es", "--out", out, "--json")
    told = pixelseal("translate", paper, *to)
    assert told.returncode == 0, told.stderr
    assert answers(told)[0]["output"] == str(out)
    text = out.read_text("utf-8")
    assert text.startswith("Traducción al español. Solo cuenta el texto inglés")
    assert done.sha256 in text and "Regiones cubiertas con el color liso #000000: 1" in text
    assert paper.read_text("ascii") == done.certificate
    paper.write_text(done.certificate.replace("1 of", "2 of").replace(": 1", ": 2"), "ascii")
    again = pixelseal("translate", paper, *to[:3], tmp_path / "other.txt")
    assert again.returncode == 1 and "[certificate-altered]" in again.stderr
    assert not (tmp_path / "other.txt").exists()
