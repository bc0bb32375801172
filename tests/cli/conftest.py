"""Photos for the command line, named as people name them."""

from pathlib import Path

import pytest

from tests.core.support import file_of, photo


@pytest.fixture
def image(tmp_path: Path) -> Path:
    path = tmp_path / "Roe_Jane_0042.jpg"
    path.write_bytes(file_of(photo(64, 48), "JPEG", comment=b"SENTINEL"))
    return path
