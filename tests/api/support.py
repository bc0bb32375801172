"""What the tests of the library share: a photo and a recipe for it."""

import pixelseal

from tests.core.support import file_of, photo

RECIPE = pixelseal.Recipe([pixelseal.Region(pixelseal.Rectangle(8, 8, 16, 16), reasons="A")])


def jpeg() -> bytes:
    """A photo of 64 by 48 pixels."""
    return file_of(photo(64, 48), "JPEG")
