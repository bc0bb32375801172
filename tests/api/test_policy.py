"""The library obeys a policy as the command line does."""

from pathlib import Path

import pixelseal
import pytest
from pixelseal import PolicyRefused, Recipe, Rectangle, Region

from tests.core.support import file_of, photo
from tests.model.policy.drawn import text

SOURCE = file_of(photo(64, 48), "PNG")
RECIPE = Recipe([Region(Rectangle(8, 8, 16, 16))])


def test_the_certificate_names_it() -> None:
    policy = pixelseal.parse_policy(text())
    done = pixelseal.redact(SOURCE, RECIPE, policy=policy)
    assert policy.sha256 in done.certificate
    assert pixelseal.verify(done.image, done.certificate).unchanged


def test_what_it_does_not_allow_is_refused(tmp_path: Path) -> None:
    review = {"looked": "stated", "answered": []}
    strict = pixelseal.parse_policy(text(review=review))
    with pytest.raises(PolicyRefused, match="policy-not-looked"):
        pixelseal.redact(SOURCE, RECIPE, policy=strict)
    source = tmp_path / "a.png"
    source.write_bytes(SOURCE)
    with pytest.raises(PolicyRefused, match="policy-not-looked"):
        pixelseal.redact_file(source, RECIPE, tmp_path / "clean", policy=strict)
    assert not (tmp_path / "clean").exists()
    seen = pixelseal.Review("stated")
    (row,) = pixelseal.redact_file(source, RECIPE, tmp_path / "c", policy=strict, review=seen)
    assert strict.sha256 in row.certificate.read_text()
    with pytest.raises(PolicyRefused, match="policy-format"):
        pixelseal.redact_together(SOURCE, RECIPE, policy=pixelseal.parse_policy(text()))


def test_a_label_is_a_name_too_and_a_date_counts() -> None:
    never = pixelseal.parse_policy(text(alternate_id={"use": "never", "begins": ""}))
    with pytest.raises(PolicyRefused, match="policy-id-never"):
        pixelseal.redact(SOURCE, RECIPE, policy=never, label="series-7")
    past = pixelseal.parse_policy(text(valid_until="2020-01-01"))
    with pytest.raises(PolicyRefused, match="policy-expired"):
        pixelseal.redact(SOURCE, RECIPE, policy=past)


def test_other_types_are_type_errors() -> None:
    for wrong in ("policy.json", Path("policy.json"), text()):
        with pytest.raises(TypeError):
            pixelseal.redact(SOURCE, RECIPE, policy=wrong)  # type: ignore[arg-type]
    for given in ("{}", Path("policy.json")):
        with pytest.raises(TypeError):
            pixelseal.parse_policy(given)  # type: ignore[arg-type]
