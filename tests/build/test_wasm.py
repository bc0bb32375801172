"""Removing data from WebAssembly modules leaves their other sections unchanged."""

import pytest

from app.build.wasm import without_data

HEADER = b"\0asm\1\0\0\0"
CUSTOM = b"\x00\x05\x04nam\x01"
MEMORY = b"\x05\x03\x01\x00\x01"
# One active segment at address 8 with three bytes.
DATA = b"\x0b\x09\x01\x00\x41\x08\x0b\x03abc"
DATA_COUNT = b"\x0c\x01\x01"
EMPTY = b"\x0b\x01\x00"


def test_data_goes_and_the_rest_stays() -> None:
    assert without_data(HEADER + CUSTOM + MEMORY + DATA) == HEADER + CUSTOM + MEMORY + EMPTY


def test_a_count_of_segments_says_that_there_are_none() -> None:
    found = without_data(HEADER + MEMORY + DATA_COUNT + DATA)
    assert found == HEADER + MEMORY + b"\x0c\x01\x00" + EMPTY


@pytest.mark.parametrize("size", [127, 128, 300, 20_000])
def test_sections_of_every_length_are_stepped_over(size: int) -> None:
    low, high = size & 0x7F | 0x80, size >> 7
    length = bytes((size,)) if size < 128 else bytes((low, *_leb128(high)))
    section = b"\x00" + length + b"x" * size
    assert without_data(HEADER + section + DATA) == HEADER + section + EMPTY


def _leb128(value: int) -> tuple[int, ...]:
    return (value,) if value < 128 else (value & 0x7F | 0x80, *_leb128(value >> 7))
