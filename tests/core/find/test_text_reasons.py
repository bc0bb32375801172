"""What was read calls for the right reasons, however badly it was read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.core.find import dates, lookalikes
from pixelseal.core.find.labels import LABELS
from pixelseal.core.find.text_reasons import LONGEST, reasons
from pixelseal.model.reasons import LETTERS, ordered

DATES = """
12/03/1961  12-03-1961  12.03.1961  12 / 03 / 1961  3/12/61  03.12.61  12-3-61  1961-03-12
1961/03/12  1961.3.12  12 03 1961  12/03/196114:22  2024-03-05T14:22:01  19610312  03/2024  2024-03
12 March 1961  12 Mar 1961  12-MAR-61  12MAR1961  12th of March  March 12, 1961  Mar 12 1961
Mar. 2024  Sept 5, 2023  5 Sep '23  12 de marzo de 1961  12 marzo 1961  12-ene-61  12 dic. 1961
1 de enero  marzo de 1961  12demarzode1961  12deMarzode1961  31 ago 2024  1 setiembre 2024
"""

MISREAD_DATES = """
l2/O3/l96l  I2/03/1961  1Z/03/1961  12/O3/1961  12.O3.I96I  I961-O3-12  12|03|1961  12,03,1961
5 0ct 2023  5 N0v 2023  12 Ju1io 2024  12 JuIio 2024  Apri1 4, 2023  12 A8R 2024  4 D1c 2023
"""

NO_DATES = """
14:22  120/80  7.35  2024  37,2  1.2.3  98%  5/5/5  45/13/2024  12/45/1961  00/00/0000  1961/13/40
Marta  Mayor  Augusta  Junior  SOS  1/2  6/12  ISO 9001  v2.10.4.7.1  A. March  10 mar  x
"""


def _listed(text: str) -> list[str]:
    return [part for line in text.splitlines() for part in line.split("  ") if part]


@pytest.mark.parametrize("text", _listed(DATES))
def test_every_usual_form_of_a_date_is_a_date(text: str) -> None:
    assert reasons(text) == ("C",)
    assert "C" in reasons(f"GARCIA LOPEZ, MARIA {text}")


@pytest.mark.parametrize("text", _listed(MISREAD_DATES))
def test_a_misread_date_is_a_date(text: str) -> None:
    assert reasons(text) == ("C",)


@pytest.mark.parametrize("text", [text for text in _listed(NO_DATES) if text != "10 mar"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert "C" not in reasons(text)


@pytest.mark.parametrize(
    "text",
    [
        *("DOB 12/03/1961", "D.O.B. 12/03/61", "D0B:l2/O3/l96l", "Date of Birth: 12 Mar 1961"),
        *("DOB12/03/1961", "DateofBirth12/03/1961", "F. Nac.: 12-03-61", "F.NAC 12 03 61"),
        *("Fecha de nacimiento 12/03/1961", "Nacido 12.03.61", "F. ingreso: 1 de marzo"),
        *("Born 1961 03 12", "DOB 12.O3.61", "Age: 93", "93 y/o", "Edad 101", "95 años"),
    ],
)
def test_behind_its_label_it_is_a_date_and_the_label_no_name(text: str) -> None:
    assert reasons(text) == ("C",)


@pytest.mark.parametrize("text", ["Age: 43", "Edad 89", "89 years"])
def test_an_age_up_to_89_is_none(text: str) -> None:
    assert "C" not in reasons(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Tel. 01632 960 001", "Tel 5550199", "Phone: (555) 010-0199", "Ph 555 0199 01"),
        *("+44 20 7946 0018", "+34 612 345 678", "0034612345678", "07700 900123", "07700900123"),
        *("555-010-0199", "555.010.0199", "(555) 010-0199", "555-0199", "020 7946 0018"),
        *("612 345 678", "912 34 56 78", "91 123 45 67", "Tlf: 912345678", "Teléfono 912 345 678"),
        *("Móvil: 6l2 345 678", "TEL:+346I2345678", "Tfno. 9l2 345 678"),
    ],
)
def test_telephone_numbers(text: str) -> None:
    assert reasons(text) == ("D",)


def test_a_fax_number_has_a_letter_of_its_own() -> None:
    assert reasons("Fax: 555 010 0199") == ("E",)


@pytest.mark.parametrize(
    "text",
    [
        *("ana.ruiz@example.org", "Email: ana@example.org", "ana ruiz@example.org"[4:]),
        *("ana@example .org", "ana@ example.org", "ana©example.org", "ana@exampleorg"),
        *("ana(at)example.org", "ana.ruiz@example,org", "Correo: a_b-c@hospital.example.es"),
    ],
)
def test_electronic_mail(text: str) -> None:
    assert reasons(text) == ("F",)


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        *((text, "H") for text in ("MRN 123456", "MRN:123456", "MRN123456", "M.R.N. 123 456")),
        *((text, "H") for text in ("Hosp. No. H1234567", "Hosp N0 12O456", "HospNo:123456")),
        *((text, "H") for text in ("NHS 943 476 5919", "NHS No: 943 476 5919", "943 476 5919")),
        *((text, "H") for text in ("Patient ID: 00123", "PatientlD 00123", "Pat.ID P-00231")),
        *((text, "H") for text in ("NHC: 889900", "N.H.C. 889900", "N.º historia 4455667")),
        *((text, "H") for text in ("Nº Hª Clínica: 889900", "N° de historia: 77 88 99")),
        *((text, "H") for text in ("DNI 12345678Z", "DNI: 12.345.678-Z", "12345678Z", "X1234567L")),
        *((text, "H") for text in ("CIP ABCD 1234567890", "Accession A-20240011", "ID#445566")),
        *((text, "J") for text in ("Acct No. 5566778", "Account: 5566778", "Cuenta 5566 7788")),
        *((text, "J") for text in ("Nº factura 2024001", "Invoice no 2024001")),
        *((text, "G") for text in ("SSN 078-05-1120", "078-05-1120", "NSS 28 12345678 40")),
        *((text, "I") for text in ("Policy No 4455-6677", "N.º póliza 445566", "Member ID 99887")),
        *((text, "K") for text in ("Colegiado 282812345", "GMC No 7654321", "Lic. 445566")),
        *((text, "M") for text in ("S/N 4455667", "Serial No: AB123456", "N.º serie 445566")),
        *((text, "N") for text in ("www.example.org", "https://example.org/p/1", "example.org")),
        ("192.168.1.20", "O"),
    ],
)
def test_a_number_behind_its_label(text: str, letter: str) -> None:
    assert reasons(text) == (letter,)


@pytest.mark.parametrize(
    "text",
    [
        *("ECHEVARRIA, Iñigo", "Ana Ruiz", "", "   ", "MRN", "NHS Trust", "14:32", "HR 72", "Ward"),
        *("???", "۱۲۳", "½ ﬁ", "\x00", "Name: O'Neill", "12", "SpO2 98 %"),
    ],
)
def test_all_else_may_be_a_name(text: str) -> None:
    assert reasons(text) == ("A",)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("GARCIA LOPEZ, MARIA 12/03/1961 MRN 12345", ("A", "C", "H")),
        ("Name: Ana Ruiz DOB: 12/03/1961", ("A", "C")),
        ("DOB: 12/03/1961 NHC: 889900 Tel: 612 345 678", ("C", "D", "H")),
        ("MRN: 445566 Acct: 778899", ("H", "J")),
        ("FemaleDOB12/03/61", ("C",)),
        ("Ward 7B Bed 12 MRN 445566", ("H",)),
        ("Dr. Ana Ruiz Col. 282812345", ("A", "K")),
        ("Li Wu DOB 1/2/90", ("A", "C")),
    ],
)
def test_several_identifiers_in_a_line(text: str, letters: tuple[str, ...]) -> None:
    assert reasons(text) == letters


@pytest.mark.parametrize("row", LABELS, ids=lambda row: row.letter)
def test_every_label_of_the_table_works_however_it_is_set(row: object) -> None:
    values = {"C": "12 03 61", "D": "5550199", "E": "5550199", "F": "a@example.org"}
    value = values.get(row.letter, "445566")  # type: ignore[attr-defined]
    for label in (*row.english, *row.spanish):  # type: ignore[attr-defined]
        for set_ in (label, label.upper(), label.title(), f"{label}.", f"{label}:"):
            assert row.letter in reasons(f"{set_} {value}"), set_  # type: ignore[attr-defined]


# What optical reading makes of a line most often.
CONFUSED = {"0": "O", "O": "0", "1": "l", "l": "1", "I": "l", "i": "l", "5": "S", "8": "B"}


@given(
    st.dates(),
    st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d %b %Y", "%d-%b-%Y", "%B %d, %Y"]),
    st.data(),
)
def test_a_date_with_one_sign_misread_is_a_date(
    date: object, form: str, data: st.DataObject
) -> None:
    text = date.strftime(form)  # type: ignore[attr-defined]
    if date.year < 1900 or date.year > 2099:  # type: ignore[attr-defined]
        return
    assert "C" in reasons(text)
    doubtful = [place for place, sign in enumerate(text) if sign in CONFUSED]
    place = data.draw(st.sampled_from(doubtful or [0]))
    misread = text[:place] + CONFUSED.get(text[place], text[place]) + text[place + 1 :]
    assert "C" in reasons(misread), misread


@given(st.integers(100_000, 99_999_999), st.sampled_from(["MRN", "NHC", "Hosp No", "Patient ID"]))
def test_record_numbers_with_any_digits_are_record_numbers(number: int, label: str) -> None:
    assert "H" in reasons(f"{label}: {number}")
    assert "H" in reasons(f"{label}{number}")


@given(st.text(max_size=2 * LONGEST))
def test_any_text_has_reasons_that_a_recipe_takes(text: str) -> None:
    found = reasons(text)
    assert found
    assert set(found) <= set(LETTERS)
    assert found == ordered(found)


@given(st.text(max_size=80))
def test_folding_keeps_every_place(text: str) -> None:
    for fold in (lookalikes.digits, lookalikes.plain, lookalikes.letters):
        assert len(fold(text)) == len(text)
    assert all(0 <= start < end <= len(text) for start, end in dates.found(text))


@pytest.mark.parametrize(
    "part",
    [
        "1",
        "a",
        "/.",
        "dob",
        " ",
        "(1",
        "1-",
        "a@",
        "no ",
        "1/1/",
        ". ",
        "mar",
        "www.",
        "a.",
        "+1",
        "l",
    ],
)
def test_long_lines_are_cut_before_they_are_looked_at(part: str) -> None:
    # A rule that reads on would see the date behind it.
    line = part * (LONGEST // len(part) + 1) + "x 12/03/1961 445566"
    assert reasons(line) == reasons(line[:LONGEST])
    assert reasons(line * 1000) == reasons(line[:LONGEST])
