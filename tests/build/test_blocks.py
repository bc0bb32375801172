"""Bytes within the one file: an HTML parser passes on every one of them unchanged."""

import html.parser
import re

from hypothesis import example, given
from hypothesis import strategies as st

from app.build.blocks import BLOCK, as_text, elements

EVERY = bytes(range(256)) * 3


def read(text: bytes) -> bytes:
    """What static/blocks.js does, reimplemented."""
    return re.sub(rb"=(.)", lambda two: bytes((two[1][0] - 64,)), text, flags=re.DOTALL)


@given(st.binary())
@example(EVERY)
@example(b"</script><!--\r\n\0==")
def test_every_byte_comes_back_and_none_means_anything_to_the_parser(data: bytes) -> None:
    text = as_text(data)
    assert read(text) == data
    assert not set(text) & set(b"\0\r<")


def test_each_element_can_be_read_by_itself() -> None:
    data = (b"=<\r\0" + EVERY) * 400

    class Reader(html.parser.HTMLParser):
        found: list[bytes] = []

        def handle_data(self, data: str) -> None:
            self.found.append(data.encode("latin-1"))

    reader = Reader()
    reader.feed(elements("some", data))
    parts = [read(text) for text in reader.found]
    assert b"".join(parts) == data
    assert {len(part) for part in parts[:-1]} == {BLOCK}
