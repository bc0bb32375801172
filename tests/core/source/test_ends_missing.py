"""PNG and GIF without their end, PNG with a wrong text: opened where the picture is complete."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.decode.decode import decode
from pixelseal.core.source import examine

from tests.builders import containers, png
from tests.builders.pictures import encoded, picture
from tests.core.source.outcomes import found, refusal
from tests.core.support import recipe, redact

ADDITIONS = (
    b"tEXt zTXt iTXt iCCP gAMA cHRM sRGB pHYs eXIf cICP tIME sBIT bKGD hIST sPLT prVt".split()
)
KINDS = {
    "RGB": encoded("png"),
    "palette": encoded("png", picture(mode="P")),
    "sixteen": png.small(),
    "gif": encoded("gif"),
}


def decoded(data: bytes) -> Pixels:
    return decode(data, examine(data).first).held().pixels


def same_output(data: bytes, usual: bytes) -> bool:
    asked = recipe((1, 1, 2, 2))
    return redact(data, asked).output == redact(usual, asked).output


@pytest.mark.parametrize("name", KINDS)
def test_a_complete_picture_without_its_end_is_opened_and_told(name: str) -> None:
    data = KINDS[name]
    end = 1 if name == "gif" else 12
    for missing in range(1, end + 1):
        unended = data[:-missing]
        assert found(examine(unended))["note-no-end"] == [""]
        assert np.array_equal(decoded(unended), decoded(data))
        assert same_output(unended, data)
    assert refusal(data[: -end - 1]) in ("file-truncated", "file-damaged")


def test_pictures_of_an_animation_are_not_taken_for_all_without_its_end() -> None:
    frames = [picture(9, 7), picture(9, 7, "L").convert("RGB")]
    options = {"save_all": True, "append_images": frames[1:], "duration": 10}
    for format, end in (("gif", 1), ("png", 12)):
        data = encoded(format, frames[0], **options)
        assert len(examine(data).pages) == 2
        assert refusal(data[:-end]) == "file-truncated"
    animated = encoded("png", frames[0], **options)
    assert refusal(animated[: animated.index(b"fcTL", animated.index(b"IDAT")) - 4]) != "accepted"


@pytest.mark.parametrize("name", [b"tEXt", b"zTXt", b"iTXt", b"tIME"])
def test_a_wrong_checksum_of_words_is_told_and_costs_no_picture(name: bytes) -> None:
    words = png.chunk(name, b"Author\0Jane Roe 1961")
    wrong = png.with_chunks(KINDS["RGB"], words[:-1] + bytes((words[-1] ^ 1,)))
    kinds = found(examine(wrong))
    assert kinds["note-checksum"] == [""]
    assert name != b"tEXt" or kinds["author-name"] == ["Jane Roe 1961"]
    assert same_output(wrong, KINDS["RGB"])
    assert b"Jane Roe" not in redact(wrong, recipe((1, 1, 2, 2))).output


@given(
    st.sampled_from(ADDITIONS),
    st.binary(max_size=40) | st.builds(lambda a, b: a + b"\0" + b, *[st.binary(max_size=9)] * 2),
)
def test_what_is_added_never_costs_the_picture_that_inspecting_took(
    name: bytes, body: bytes
) -> None:
    data = png.with_chunks(KINDS["RGB"], png.chunk(name, body))
    if refusal(data) == "accepted":
        assert decoded(data).shape[2] == 3


@pytest.mark.parametrize("name", [b"tRNS", b"eXIf", b"iCCP", b"gAMA", b"prVt"])
def test_a_wrong_checksum_of_what_the_picture_depends_on_is_damage(name: bytes) -> None:
    chunk = png.chunk(name, bytes(6))
    wrong = png.with_chunks(KINDS["RGB"], chunk[:-1] + bytes((chunk[-1] ^ 1,)))
    assert refusal(wrong) == "file-damaged"


def test_dots_that_are_not_square_are_said() -> None:
    def with_dots(across: int, down: int) -> dict[str, list[str]]:
        body = across.to_bytes(4, "big") + down.to_bytes(4, "big") + b"\1"
        return found(examine(png.with_chunks(KINDS["RGB"], png.chunk(b"pHYs", body))))

    assert with_dots(2000, 1000)["note-uneven-resolution"] == ["2000 × 1000"]
    assert "note-uneven-resolution" not in with_dots(2835, 2835)
    uneven = bytearray(encoded("jpeg", dpi=(200, 200)))
    uneven[16:18] = (100).to_bytes(2, "big")
    assert found(examine(bytes(uneven)))["note-uneven-resolution"] == ["200 × 100"]
    bitmap = bytearray(containers.bmp(3, 2, 24, 0, bytes(24)))
    bitmap[38:42], bitmap[42:46] = (8000).to_bytes(4, "little"), (3900).to_bytes(4, "little")
    assert found(examine(bytes(bitmap)))["note-uneven-resolution"] == ["8000 × 3900"]
