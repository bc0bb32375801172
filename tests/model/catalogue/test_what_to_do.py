"""Whoever is refused something is told what to do, in both languages."""

import re

import pytest
from pixelseal.model import catalogue
from pixelseal.model.catalogue.en.errors import ERRORS

# How a sentence begins, or goes on after a comma or colon, that asks for an act.
ACTS = {
    "en": (
        "Add Ask Choose Check Close Compare Copy Divide Download Export Give Look Make Mend Move "
        "Open Press Reload Remove Save See Show Take Try Use Wait Write open put save "
        "use try tell close"
    ),
    "es": (
        "Abra Ábralo Ábrala ábralo Añada Añádala Busque Cierre Compare Compruebe Copie Corrija "
        "Corríjala Cópielo Cópiela Cree Deje Descárguelo Divídala Divida Dé Elija Elíjalo Escriba "
        "Espere Exporte Expórtela Guarde Guárdela Guárdelo Hágala Hágalo Inténtelo Mire Muévala "
        "Pida Pídala Pídalo Pulse Quite Quítela Recargue Retire reúnalas Use Úsela úsela Vuelva "
        "Vea abra use cierre guarde inténtelo quítela"
    ),
}
# Documents that are refused, besides the errors.
DOCUMENTS = (
    "log-not-a-log",
    "log-version",
    "policy-not-json",
    "policy-unreadable",
    "policy-version",
    "receipt-not-one",
    "receipt-unreadable",
    "receipt-version",
    "signers-none",
    "passphrase-unreadable",
    "validation-not-one",
    "validation-unreadable",
    "validation-version",
)
ASKED = "cancelled"  # the person asked for it


@pytest.mark.parametrize("language", sorted(ACTS))
def test_a_refusal_says_what_to_do(language: str) -> None:
    acts = "|".join(ACTS[language].split())
    asks = re.compile(rf"(?:^|[.:,;] |\b(?:o|y|e|and|or|u) )(?:{acts})\b")
    texts = catalogue.table(language)
    codes = (set(ERRORS) - {ASKED}) | set(DOCUMENTS)
    assert [code for code in sorted(codes) if not asks.search(str(texts[code]))] == []
