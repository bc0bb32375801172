"""What examine() lets pass decodes to the same pixels whatever lay in the memory before.

Threat 30: Pillow 12.2 returns memory of the previous picture as pixels for some broken TIFFs. Two
decoders run with memory poisoned in two ways (glibc's MALLOC_PERTURB_); their pixels must agree.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source import examine

from tests.core.source.test_bad_bytes import SOUND

DECODE_ALL = """
import hashlib, sys
from pathlib import Path
from PIL import Image
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        with Image.open(path) as image:
            image.load()
            print(path.name, hashlib.sha256(image.tobytes()).hexdigest())
    except Exception as error:
        print(path.name, type(error).__name__)
"""


def _broken_but_taken(count: int) -> list[bytes]:
    """Files with changed bytes that pass the examination, mostly TIFF; the same on every run."""
    names = [name for name in SOUND if SOUND[name][:2] == b"II"] * 3 + list(SOUND)
    chance = random.Random(30)
    made = []
    while len(made) < count:
        data = bytearray(SOUND[chance.choice(names)])
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(len(data))
            if chance.random() < 0.4:  # directories stand at the end
                place = len(data) - 1 - chance.randrange(200)
            data[place] = chance.choice((0, 1, 127, 255, data[place] ^ 1 << chance.randrange(8)))
        try:
            source = examine(bytes(data))
        except SourceRefused:
            continue
        if source.first.width * source.first.height < 1_000_000:
            made.append(bytes(data))
    return made


@pytest.mark.skipif(sys.platform != "linux", reason="poisons memory by a setting of glibc")
def test_pixels_do_not_depend_on_what_lay_in_memory(tmp_path: Path) -> None:
    for index, data in enumerate(_broken_but_taken(300)):
        (tmp_path / f"{index:03}").write_bytes(data)
    told = [
        subprocess.run(
            [sys.executable, "-c", DECODE_ALL, str(tmp_path)],
            env={**os.environ, "MALLOC_PERTURB_": poison},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for poison in ("1", "170")
    ]
    assert told[0].count("\n") == 300
    assert told[0] == told[1]
