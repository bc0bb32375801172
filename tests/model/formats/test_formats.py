"""The one table of formats: what a row must say, and that nothing in it is ever assumed."""

import pytest
from pixelseal.model import formats
from pixelseal.model.formats.row import Format, Reading, Writing, checked

READING = {"longest_side": 100, "lossy": True, "rim": 2, "predicted": False, "frames": False}
WRITING = {
    "longest_side": 100,
    "quality": 80,
    "lossless": False,
    "gray": True,
    "deep": False,
    "pages": True,
}


def row(**other: object) -> dict[str, object]:
    return {
        "name": "made-up",
        "label": "Made Up",
        "endings": ("mup",),
        "media_type": "image/x-made-up",
        "begins": (((0, b"MUP"),),),
        "brands": (),
        "given": False,
        "reading": Reading(**READING),
        "writing": Writing(**WRITING),
        "instead": "",
        **other,
    }


def without(fields: dict[str, object], name: str) -> dict[str, object]:
    return {key: value for key, value in fields.items() if key != name}


@pytest.mark.parametrize(
    ("kind", "fields"), [(Reading, READING), (Writing, WRITING), (Format, row())]
)
def test_a_row_that_leaves_anything_out_is_an_error(kind, fields):
    kind(**fields)
    for name in fields:
        with pytest.raises(TypeError, match=name):
            kind(**without(fields, name))


@pytest.mark.parametrize(
    ("kind", "fields", "field", "wrong"),
    [
        (Reading, READING, "rim", None),
        (Reading, READING, "rim", -1),
        (Reading, READING, "rim", "8"),
        (Reading, READING, "rim", True),
        (Reading, READING, "rim", 1_000_000),
        (Reading, READING, "rim", 0),
        (Reading, {**READING, "lossy": False, "rim": 0}, "predicted", True),
        (Reading, READING, "longest_side", 0),
        (Writing, WRITING, "longest_side", None),
        (Writing, WRITING, "quality", 101),
        (Writing, {**WRITING, "quality": 0}, "lossless", False),
        (Format, row(), "name", "Made-Up"),
        (Format, row(), "label", ""),
        (Format, row(), "endings", ()),
        (Format, row(), "endings", ("MUP",)),
        (Format, row(), "media_type", ""),
        (Format, row(), "endings", (".mup",)),
        (Format, row(), "begins", ()),
        (Format, row(), "begins", ((),)),
        (Format, row(), "begins", (((0, b""),),)),
        (Format, row(), "begins", (((-1, b"MUP"),),)),
        (Format, row(begins=()), "brands", (b"",)),
        (Format, row(), "reading", None),
        (Format, row(), "instead", "png"),
        (Format, row(instead="png"), "instead", "png"),
        (Format, row(writing=None, instead="png"), "instead", ""),
    ],
)
def test_a_row_that_cannot_be_is_an_error(kind, fields, field, wrong):
    with pytest.raises(ValueError, match=field):
        kind(**{**fields, field: wrong})


def test_a_format_that_is_written_with_a_loss_has_a_rim():
    exactly = Reading(**{**READING, "lossy": False, "rim": 0})
    with pytest.raises(ValueError, match=r"made-up .*lossy"):
        Format(**row(reading=exactly))
    exact = Writing(**{**WRITING, "quality": 0, "lossless": True})
    assert Format(**row(reading=exactly, writing=exact))


def test_a_row_that_cannot_be_is_named():
    with pytest.raises(ValueError, match=r"made-up .*label"):
        Format(**row(label=""))


def test_a_format_whose_type_is_no_image_can_have_a_row():
    assert Format(**row(media_type="application/x-made-up"))
    with pytest.raises(ValueError, match="media_type"):
        Format(**row(media_type="text/html"))


def test_rows_fit_each_other():
    one = Format(**row())
    other = {
        "name": "other",
        "endings": ("oth",),
        "media_type": "image/x-other",
        "begins": (((0, b"OTH"),),),
    }
    unwritten = {**other, "writing": None, "instead": "made-up"}
    assert checked((one, Format(**row(**unwritten))))
    for wrong, field in (
        ({**unwritten, "name": "made-up"}, "name"),
        ({**unwritten, "endings": ("oth", "mup")}, "endings"),
        ({**unwritten, "media_type": "image/x-made-up"}, "media_type"),
        ({**unwritten, "begins": (((0, b"MUP"),),)}, "begins"),
        ({**unwritten, "begins": (((0, b"MU"),),)}, "begins"),
        ({**unwritten, "begins": (((3, b"OTH"),),)}, "begins"),
        ({**unwritten, "instead": "nothing"}, "instead"),
        (other, "pages"),
    ):
        with pytest.raises(ValueError, match=field):
            checked((one, Format(**row(**wrong))))


def test_a_brand_belongs_to_one_row():
    made = {"begins": (), "brands": (b"mupa",)}
    other = {"name": "other", "endings": ("oth",), "media_type": "image/x-other"}
    with pytest.raises(ValueError, match="brands"):
        checked((Format(**row(**made)), Format(**row(**made, **other))))


def test_a_table_of_functions_has_the_rows_of_the_table_and_no_other():
    functions = {row.name: len for row in formats.READ}
    assert formats.for_each(formats.READ, functions) is functions
    with pytest.raises(ValueError, match="bmp"):
        formats.for_each(formats.READ, without(functions, "bmp"))
    with pytest.raises(ValueError, match="other"):
        formats.for_each(formats.READ, {**functions, "other": len})


def test_rims_are_those_that_were_measured():
    rims = {row.name: row.reading.rim for row in formats.READ}
    assert rims == {
        "jpeg": 1,
        "heic": 8,
        "png": 0,
        "webp": 8,
        "avif": 24,
        "tiff": 1,  # JPEG inside
        "gif": 0,
        "bmp": 0,
    }
