"""What carries writing in a ward: labels, wristbands, monitors, forms, notes. Flat and upright."""

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw

from . import codes, fonts
from .people import person
from .truth import Drawn, Piece, rectangle

Colour = tuple[int, int, int]
PAPER: Colour = (246, 244, 238)
INK: Colour = (24, 26, 32)
# Pixels of a bar or a square of a code: below that no camera keeps it.
LEAST_MODULE = 2


class Card:
    """A flat picture that lines are written on; `size` is the height of its letters in pixels."""

    def __init__(self, rng: np.random.Generator, width: float, height: float, size: int) -> None:
        self.rng, self.size = rng, size
        # Contrast between ink and paper: from faded to full.
        self.contrast = float(rng.uniform(0.35, 1.0))
        self.image = Image.new("RGBA", (round(width * size), round(height * size)))
        self.pen = ImageDraw.Draw(self.image)
        self.pieces: list[Piece] = []

    def fill(self, colour: Colour, radius: float = 0.3) -> None:
        """The card's own colour, with round corners."""
        self.paper = colour
        box = (0, 0, self.image.width - 1, self.image.height - 1)
        self.pen.rounded_rectangle(box, round(radius * self.size), (*colour, 255))

    def ink(self, colour: Colour = INK) -> Colour:
        """A colour as faded as this card is."""
        mixed = [p + (c - p) * self.contrast for c, p in zip(colour, self.paper, strict=True)]
        return (round(mixed[0]), round(mixed[1]), round(mixed[2]))

    def write(
        self, x: float, y: float, text: str, what: str, path: str, scale: float = 1.0,
        colour: Colour = INK,
    ) -> float:  # fmt: skip
        """A line at (x, y), in letter heights; gives where it ends. `what` is "" for no identifier.

        The corners that are kept are those of the ink, not of the typeface's box.
        """
        font, text = fonts.font(path, max(6, round(self.size * scale))), fonts.written(path, text)
        place = (x * self.size, y * self.size)
        self.pen.text(place, text, (*self.ink(colour), 255), font)
        box = self.pen.textbbox(place, text, font)
        self.pieces.append(Piece("writing", what, text, rectangle(*box)))
        return float(box[2]) / self.size

    def code(self, x: float, y: float, kind: str, text: str, height: float) -> float:
        """A code of about that height, with its quiet zone; gives where it ends."""
        made = codes.code(kind, text)
        step = max(LEAST_MODULE, round(height * self.size / min(made.size)))
        if kind == "Code 128":
            step = max(LEAST_MODULE, round(height * self.size * 3 / made.width))
        high = made.height * step if kind != "Code 128" else round(height * self.size)
        made = made.resize((made.width * step, high), Image.Resampling.NEAREST)
        place = (round(x * self.size), round(y * self.size))
        dark, light = np.array(self.ink()), np.array(self.paper)
        pixels = np.where(np.asarray(made)[..., np.newaxis] < 128, dark, light).astype(np.uint8)
        self.image.paste(Image.fromarray(pixels), place)
        inner = codes.inside(made)
        box = [inner[0] + place[0], inner[1] + place[1], inner[2] + place[0], inner[3] + place[1]]
        self.pieces.append(Piece("code", kind, text, rectangle(*box)))
        return (place[0] + made.width) / self.size

    def drawn(self, about: str) -> Drawn:
        """The card, done."""
        return Drawn(self.image, self.pieces, about)


def _pick(rng: np.random.Generator, role: str) -> str:
    return str(rng.choice(fonts.installed(role)))


def label(rng: np.random.Generator, size: int) -> Drawn:
    """A sticker as it is printed for notes and samples, often with a Code 128."""
    who, face = person(rng), _pick(rng, "printed")
    card = Card(rng, 24, 11, size)
    card.fill(PAPER)
    record = str(rng.choice(["MRN:", "Hosp No", "NHC", "N.º historia"]))
    born = str(rng.choice(["DOB", "D.O.B.", "F. nac.", "Date of birth:"]))
    card.write(1, 0.7, who.name, "name", face, 1.25)
    card.write(1, 2.6, f"{born} {who.born}", "date", face)
    card.write(1, 4.0, f"{record} {who.record}", "number", face)
    card.write(1, 5.4, who.address, "address", face, 0.9)
    card.write(15, 5.4, str(rng.choice(["Ward 7B", "Planta 4", "Bed 12"])), "", face, 0.9)
    if codes.available() and rng.random() < 0.6:
        card.code(1, 7.2, "Code 128", who.record, 3)
    else:
        card.write(1, 7.2, f"Tel. {who.phone}", "phone", face, 0.9)
    return card.drawn("label")


def wristband(rng: np.random.Generator, size: int) -> Drawn:
    """A long white strip with a name, numbers and a two-dimensional code."""
    who, face = person(rng), _pick(rng, "printed")
    card = Card(rng, 46, 5.2, size)
    card.fill((250, 250, 250) if rng.random() < 0.7 else (244, 226, 120), 1.5)
    left = 1.0
    if codes.available():
        kind = str(rng.choice(["Data Matrix", "QR"]))
        left = card.code(1, 0.5, kind, who.record + who.born, 4) + 1.5
    end = card.write(left, 0.5, who.name, "name", face, 1.3)
    card.write(max(end + 1.5, 24), 0.7, f"NHS {who.nhs}", "number", face)
    end = card.write(left, 2.7, f"DOB {who.born}", "date", face)
    card.write(max(end + 1.5, 24), 2.7, f"MRN {who.record}", "number", face)
    return card.drawn("wristband")


def monitor(rng: np.random.Generator, size: int) -> Drawn:
    """A dark screen: whose it is along the top, curves, and large numbers that name nobody."""
    who, face = person(rng), _pick(rng, "screen")
    card = Card(rng, 34, 18, size)
    card.contrast = max(card.contrast, 0.5)
    card.fill((10, 14, 20), 0.6)
    card.write(0.8, 0.5, who.name, "name", face, 1.0, (235, 235, 235))
    card.write(0.8, 2.0, f"ID {who.record}", "number", face, 0.9, (180, 190, 200))
    card.write(
        19, 0.5, f"{who.today} 14:{rng.integers(10, 60)}", "date", face, 0.9, (230, 230, 160)
    )
    signs = (("HR", (80, 230, 90)), ("SpO2", (70, 210, 235)), ("RESP", (235, 220, 80)))
    digits = _pick(rng, "segments")
    for row, (name, colour) in enumerate(signs):
        top = 4 + 4.6 * row
        ys = top + 2 + np.cumsum(rng.normal(0, 0.25, 160)) * 0.4
        points = [(x, y * size) for x, y in zip(np.linspace(0.8, 20, 160) * size, ys, strict=True)]
        card.pen.line(points, (*card.ink(colour), 255), max(1, size // 12))
        card.write(21, top, name, "", face, 0.8, colour)
        card.write(24, top + 0.4, str(rng.integers(58, 120)), "", digits, 2.6, colour)
    return card.drawn("monitor")


def form(rng: np.random.Generator, size: int) -> Drawn:
    """Paper with printed questions and answers by hand."""
    who, face, hand = person(rng), _pick(rng, "printed"), _pick(rng, "by hand")
    card = Card(rng, 30, 17, size)
    card.fill((250, 250, 247), 0)
    pen = (20, 40, 130) if rng.random() < 0.6 else INK
    card.write(1, 0.6, str(rng.choice(["CONSENT FORM", "HOJA DE INGRESO"])), "", face, 1.1)
    asked = (
        ("Name", who.name, "name"),
        ("Date of birth", who.born, "date"),
        ("Record no.", who.record, "number"),
        ("Telephone", who.phone, "phone"),
        ("E-mail", who.email, "email"),
    )
    for row, (question, answer, what) in enumerate(asked):
        top = 3.2 + 2.7 * row
        end = card.write(1, top + 0.4, question, "", face, 0.8)
        line = round((top + 1.75) * size)
        card.pen.line((end * size + size / 2, line, 29 * size, line), (*card.ink(), 255), 1)
        card.write(max(end + 1.5, 9), top, answer, what, hand, 1.25, pen)
    return card.drawn("form")


def note(rng: np.random.Generator, size: int) -> Drawn:
    """Tape or a sheet beside the wound, written by hand."""
    who, hand = person(rng), _pick(rng, "by hand")
    card = Card(rng, 22, 7.6, size)
    tape = [(250, 248, 235), (255, 250, 170), (225, 225, 215)]
    card.fill(tape[rng.integers(3)], 0.1)
    pen = (15, 15, 20) if rng.random() < 0.5 else (30, 50, 140)
    card.write(1, 0.4, who.name, "name", hand, 1.4, pen)
    card.write(1, 2.5, who.today, "date", hand, 1.3, pen)
    card.write(1, 4.5, f"NHC {who.record}", "number", hand, 1.3, pen)
    return card.drawn("note")


def badge(rng: np.random.Generator, size: int) -> Drawn:
    """A letterhead or a badge: who treats, and how to reach them."""
    who, face = person(rng), _pick(rng, "printed")
    card = Card(rng, 24, 8, size)
    card.fill((236, 242, 250) if rng.random() < 0.5 else PAPER)
    card.pen.rectangle((0, 0, 24 * size, 0.4 * size), (30, 90, 160, 255))
    card.write(1, 1.0, f"Dr. {who.name}", "name", face, 1.2)
    card.write(1, 3.0, who.email, "email", face)
    card.write(1, 4.5, f"Tel. {who.phone}", "phone", face)
    card.write(1, 6.0, f"Acct No. {who.account}", "number", face)
    return card.drawn("badge")


CARDS: tuple[Callable[[np.random.Generator, int], Drawn], ...] = (
    label,
    wristband,
    monitor,
    form,
    note,
    badge,
)
