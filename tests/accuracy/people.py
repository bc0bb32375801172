"""People who do not exist, and how labels and forms write what identifies them."""

from typing import NamedTuple

import numpy as np

FAMILIES = (
    "García López", "Ruiz", "Echevarría", "Muñoz Peña", "Fernández", "Smith", "O'Neill", "Okafor",
    "Nguyen", "Kowalski", "Taylor-Reed", "Begum", "Iglesias", "Vázquez", "Thompson", "Ali",
)  # fmt: skip
GIVEN = (
    "Ana", "María José", "Iñigo", "Begoña", "Luis", "Grace", "Thomas", "Aisha", "Linh", "Piotr",
    "Olivia", "Jorge", "Núria", "Daniel", "Fatima", "Kofi",
)  # fmt: skip
STREETS = ("Example Road", "Sample Street", "Calle Ejemplo", "Avenida Muestra", "Test Lane")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


class Person(NamedTuple):
    """Text for each identifier, as it was drawn at random."""

    name: str
    born: str
    today: str
    record: str
    nhs: str
    account: str
    phone: str
    email: str
    address: str


def person(rng: np.random.Generator) -> Person:
    """Somebody who does not exist."""
    family, given = str(rng.choice(FAMILIES)), str(rng.choice(GIVEN))
    forms = (f"{family.upper()}, {given}", f"{given} {family}", f"{given.upper()} {family.upper()}")
    plain = "".join(sign for sign in f"{given[0]}.{family.split()[0]}".lower() if sign.isascii())
    return Person(
        name=forms[rng.integers(3)],
        born=date(rng, 1925, 2020),
        today=date(rng, 2023, 2026),
        record=_digits(rng, 6 + int(rng.integers(3))),
        nhs=f"{_digits(rng, 3)} {_digits(rng, 3)} {_digits(rng, 4)}",
        account=_digits(rng, 8),
        phone=str(rng.choice([f"+34 6{_digits(rng, 2)} {_digits(rng, 3)} {_digits(rng, 3)}",
                              f"01632 960 {_digits(rng, 3)}", f"(555) 555-01{_digits(rng, 2)}"])),
        email=f"{plain}@example.org".replace("'", ""),
        address=f"{rng.integers(1, 200)} {rng.choice(STREETS)}",
    )  # fmt: skip


def date(rng: np.random.Generator, first: int, last: int) -> str:
    """A date in one of the usual forms."""
    day, month, year = rng.integers(1, 29), rng.integers(1, 13), rng.integers(first, last)
    return (
        f"{day:02}/{month:02}/{year}", f"{year}-{month:02}-{day:02}", f"{day}.{month}.{year}",
        f"{day:02}-{MONTHS[month - 1]}-{year}", f"{day:02}/{month:02}/{year % 100:02}",
    )[rng.integers(5)]  # fmt: skip


def _digits(rng: np.random.Generator, many: int) -> str:
    return "".join(str(digit) for digit in rng.integers(0, 10, many))
