"""Draws certificates of every version, as hypothesis strategies. Tests nothing."""

from hypothesis import assume
from hypothesis import strategies as st
from pixelseal.core.audit.facts.checks import CHECKS
from pixelseal.core.evidence.certificate import (
    Again,
    Certificate,
    Lying,
    Sought,
    Under,
    reason_rows,
)
from pixelseal.core.evidence.certificate.words import VERSIONS
from pixelseal.model import formats
from pixelseal.model.review import ANSWERS, FULL, SCREEN

NOT_TURNED = Lying(False, False)
HEX = st.text("0123456789abcdef", min_size=64, max_size=64)


@st.composite
def sought(draw: st.DrawFn, regions: int) -> Sought:
    names = st.sampled_from(["CenterFace", "PP-OCRv6 detection", "ZXing-C++"])
    versions = st.sampled_from(["89ab3ac7a1f3", "3.1.1"])
    programs = draw(st.lists(st.tuples(names, versions), min_size=1, max_size=4, unique=True))
    missed = draw(st.tuples(*[st.integers(0, 100)] * 3))
    before = draw(st.booleans())
    counts = st.tuples(*[st.integers(0, 10**6)] * 3)
    looked = st.builds(Again, counts, counts)
    again = draw(st.none() | looked if before else looked)
    return Sought(
        tuple(programs), missed, before, draw(st.integers(0, regions if before else 0)), again
    )


def policies() -> st.SearchStrategy[Under]:
    names = st.sampled_from(["A", "Drawn Hospital, version 2", "x" * 60, "a, version 1, version 2"])
    return st.builds(Under, names, st.sampled_from(["1", "2026-11_b.2"]), HEX, st.booleans())


@st.composite
def certificates(draw: st.DrawFn, forms: tuple[int, ...] = (1, 2, 3, 4)) -> Certificate:
    form = draw(st.sampled_from(forms))
    format = draw(st.sampled_from(["jpeg", "png", "webp", "tiff", "avif"]))
    one = st.sampled_from(["A", "B", "R", "other"])
    given_reasons = st.lists(one, max_size=1 if form < 3 else 4, unique=True).map(tuple)
    codes = draw(st.lists(given_reasons, max_size=6))
    lying = Lying(*draw(st.tuples(st.booleans(), st.booleans()))) if form > 2 else NOT_TURNED
    assume(form != 3 or any(len(stated) > 1 for stated in codes) or any(lying))
    given = ["#000000", "#ff0000", "mosaic", "blur"]
    methods = [draw(st.sampled_from(given)) for _ in codes]
    kept = draw(st.none() | st.tuples(st.sampled_from(["#000000", "#ffffff"]), st.integers(1, 9)))
    cropped = draw(st.booleans())
    page = draw(st.sampled_from([(1, 1), (1, 2), (12, 500), (0, 3)]))
    covered = {"png": "", "tiff": "", "webp": draw(st.sampled_from(["", "blocks"]))}
    cases = {
        "one-picture": "" if page[0] else "pages",
        "burned": covered.get(format, "blocks") if codes or kept else "none",
    }
    bits = draw(st.sampled_from([8, 16])) if format in ("png", "tiff") else 8
    looked = draw(st.sampled_from(sorted(VERSIONS[form].looked)))
    shown = sorted(VERSIONS[form].shown)
    programs = draw(st.none() | sought(len(codes))) if form > 3 else None
    policy = None
    if form > 3:
        policy = draw(policies() if programs is None else st.none() | policies())
    return Certificate(
        file=draw(st.text("aZ09._-", max_size=40).map(lambda name: "x" + name))
        + "."
        + formats.named(format).ending,
        sha256=draw(HEX),
        size=draw(st.integers(1, 10**9)),
        format=format,
        width=draw(st.integers(1, 10**6)),
        height=draw(st.integers(1, 10**6)),
        bits=bits if form > 1 else 0,
        page=page,
        converted=draw(st.booleans()),
        together=form > 1 and bool(codes or kept or cropped) and draw(st.booleans()),
        regions=tuple((what, methods.count(what)) for what in given if what in methods),
        kept=kept,
        cropped=cropped,
        lying=lying,
        reasons=reason_rows(codes),
        looked=looked,
        shown=FULL if looked == SCREEN else draw(st.sampled_from([None, *shown])),
        answers=tuple(draw(st.sampled_from(("", *ANSWERS))) for _ in range(18)),
        sought=programs,
        checks=tuple((id, cases.get(id, "")) for id in CHECKS),
        policy=policy,
        version="0.1.0",
        build=draw(st.sampled_from(["source", "0123abcd"])),
        form=form,
    )
