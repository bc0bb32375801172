"""A certificate in Spanish: every paragraph that one can have, and nothing that none has."""

import pytest
from hypothesis import given
from pixelseal.core.evidence.certificate.model import Certificate
from pixelseal.model.verify import translation
from pixelseal.model.verify.translation import NotTranslated

from tests.core.evidence.certificate.drawn import certificates


@given(certificates())
def test_every_paragraph_is_translated_and_every_value_taken_over(certificate: Certificate):
    text = certificate.to_text()
    rows = translation.translated(text, "es")
    assert "\n".join(english for english, _other in rows).split() == text.split()
    for english, spanish in rows:
        assert bool(english) == bool(spanish)
        assert sum(map(str.isdigit, english)) == sum(map(str.isdigit, spanish)), english
    whole = translation.as_text("a.certificate.txt", text, "es", "0.1.0")
    assert whole.startswith("Traducción al español. Solo cuenta el texto inglés")
    for value in (certificate.file, certificate.sha256, certificate.build):
        assert value in whole


@given(certificates())
def test_what_no_certificate_says_is_not_translated(certificate: Certificate):
    text = certificate.to_text()
    for old, new in (
        ("- It is about the file with exactly", "- It is about any file with"),
        ("What was done", "What was done\n- All is well."),
    ):
        with pytest.raises(NotTranslated) as refused:
            translation.translated(text.replace(old, new), "es")
        assert refused.value.code == "certificate-not-translated"
