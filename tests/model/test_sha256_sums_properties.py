"""The list of checksums, read by another program's eyes: that of GNU coreutils."""

import hashlib
import subprocess

from pixelseal.model.sha256_sums import NAME, listed

from tests.core.support import needs_tool


def test_a_line_each_in_the_order_of_the_paths():
    assert listed({"b/x.jpg": "1" * 64, "a/y.txt": "0" * 64}) == (
        "0" * 64 + "  a/y.txt\n" + "1" * 64 + "  b/x.jpg\n"
    )
    assert listed({}) == ""


@needs_tool("sha256sum")
def test_sha256sum_takes_it_and_finds_what_was_changed(tmp_path):
    (tmp_path / "images").mkdir()
    files = {"images/a.jpg": b"picture", "images/b.jpg": b"other"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    (tmp_path / NAME).write_text(listed(sums), "ascii", newline="")
    check = ["sha256sum", "--strict", "-c", NAME]
    told = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 0 and told.stdout.count(": OK") == 2 and not told.stderr
    (tmp_path / "images/b.jpg").write_bytes(b"othes")
    told = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 1 and "images/b.jpg: FAILED" in told.stdout
