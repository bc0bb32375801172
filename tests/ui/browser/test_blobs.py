"""A Blob's size and parts are right beyond what a signed 32-bit integer holds."""

from pixelseal.ui.browser import blobs

try:
    import js  # in MicroPython; node has Blobs as browsers do
except ImportError:
    js = None

GIB = 1 << 30


def crossed(number):
    """A number as JavaScript gets it from MicroPython, or MicroPython from JavaScript."""
    return number if isinstance(number, float) else (number + 2**31) % 2**32 - 2**31


class Wrapping:
    """A Blob, seen from MicroPython."""

    def __init__(self, start, end):
        self.start, self.end = start, end
        self.size = crossed(end - start)

    def slice(self, start, end):
        length = self.end - self.start
        first, last = (
            max(length + at, 0) if at < 0 else min(at, length)
            for at in (int(crossed(start)), int(crossed(end)))
        )
        return Wrapping(self.start + first, self.start + max(first, last))


def real(length):
    mebibyte = js.Blob.new(js.Array.of("0123456789abcdef" * (1 << 16)))
    pieces = js.Array.new()
    for _ in range(length >> 20):
        pieces.push(mebibyte)
    pieces.push("x" * (length % (1 << 20)))
    return js.Blob.new(pieces)


def test_the_size_is_right_around_every_power_that_could_wrap():
    for length in (0, 1, GIB - 1, GIB, 2 * GIB, 3 * GIB + 5, 4 * GIB, 4 * GIB + 7, 5 * GIB):
        assert blobs.size(Wrapping(0, length)) == length, length


def test_a_part_far_behind_is_the_part_asked_for():
    blob = Wrapping(0, 5 * GIB)
    cut = blobs.part(blob, 2 * GIB + 3, 4 * GIB + 1)
    assert (cut.start, cut.end) == (2 * GIB + 3, 4 * GIB + 1)


def test_a_blob_of_javascript_is_measured_and_cut_likewise():
    if js is None:
        return  # on CPython there is none
    blob = real(3 * GIB + 5)  # node makes none of 4 GiB
    assert blobs.size(blob) == 3 * GIB + 5
    assert blobs.size(blobs.part(blob, 2 * GIB + 3, 3 * GIB + 1)) == GIB - 2
    assert blobs.size(blobs.part(blob, 3 * GIB, 3 * GIB + 99)) == 5
