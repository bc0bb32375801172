"""Each check of a TIFF's container catches a planted leak of its kind."""

import struct

import numpy as np
from pixelseal.core.audit import Traces, audit_pages
from pixelseal.core.decode.decode import reread_pages
from pixelseal.core.encode import encode, write_pages
from pixelseal.core.pixels.raster import Raster

from tests.core.audit.outputs import (
    CODINGS,
    SENTINEL,
    SIZE,
    burned,
    expected,
    failures,
    output,
)
from tests.core.support import file_of, photo


def test_tiff_tags_pages_and_gaps():
    file = output("tiff")
    entries = struct.unpack_from("<H", file, 8)[0]
    next_at = 10 + 12 * entries
    second_page = file[:next_at] + struct.pack("<I", 8) + file[next_at + 4 :]
    assert "one-picture" in failures(second_page, expected("tiff"))
    software = bytearray(file)
    software[10 + 12 * 11 : 12 + 12 * 11] = struct.pack("<H", 305)
    assert "structure" in failures(bytes(software), expected("tiff"))
    beside = bytearray(file)
    beside[10 + 12 * 3 + 10] = 0x4A  # the unused half of Compression's field
    assert "nothing-else" in failures(bytes(beside), expected("tiff"))
    gap = file + SENTINEL
    assert "nothing-else" in failures(gap, expected("tiff"))


def pages_failures(file: bytes, count: int) -> set[str]:
    wanted = [expected("tiff")] * count
    report = audit_pages(file, wanted, reread_pages, Traces(b"", ()))
    return {check.id for check in report.checks if not check.passed}


def test_a_tiff_of_pages_holds_just_these_pages():
    one = burned()
    odd = Raster(np.zeros((9, 7), np.uint8))
    file = write_pages([one, one], 2)
    assert pages_failures(file, 2) == set()
    assert "one-picture" in pages_failures(file, 1)
    assert "one-picture" in pages_failures(file, 3)
    assert "nothing-else" in pages_failures(file + SENTINEL, 2)
    # Each page is read back: what stands open on the second is found.
    open_page = Raster(photo(*SIZE))
    assert pages_failures(write_pages([one, open_page], 2), 2) == {"burned"}
    assert "size" in pages_failures(write_pages([one, odd], 2), 2)


def test_the_byte_that_evens_a_directorys_place_holds_nothing():
    one = burned()
    for width in range(1, 40):
        first = Raster(np.full((5, width), 9, np.uint8))
        alone = encode(first, CODINGS["tiff"])
        if len(alone) % 2:
            break
    file = bytearray(write_pages([first, one], 2))
    wanted = [expected("tiff", width=width, height=5, gray=True, covers=()), expected("tiff")]
    for value, passes in ((0, True), (0x4A, False)):
        file[len(alone)] = value
        assert audit_pages(bytes(file), wanted, reread_pages, Traces(b"", ())).passed == passes


def test_pillows_own_tiff_is_not_ours():
    file = file_of(burned().pixels, "TIFF", compression="tiff_lzw", software="SENTINEL")
    assert "structure" in failures(file, expected("tiff"))
