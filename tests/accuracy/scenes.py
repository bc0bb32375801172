"""Cards laid into a picture as a photo shows them: turned, tilted, blurred, dim, noisy, as JPEG."""

import io
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from . import cards, codes, fonts, grounds
from .people import person
from .truth import Drawn, Piece, rectangle

SIZES = ((4000, 3000), (3000, 4000), (4000, 3000), (2048, 1536), (1280, 960))
# Height of letters, as a part of the longer side, and its least in pixels.
SMALLEST, LARGEST, LEAST = 1 / 170, 1 / 40, 15
TILT = 5.0  # standard deviation in degrees; at most three of them


def scenes(many: int, seed: int, directions: bool) -> Iterator[Drawn]:
    """Pictures of cards; `directions` turns each card by a quarter, a half or three, or not."""
    for number in range(many):
        yield scene(np.random.default_rng([seed, number, directions]), directions)


def scene(rng: np.random.Generator, directions: bool) -> Drawn:
    """One picture with one to three cards, sometimes with a stamp in its corner."""
    width, height = SIZES[rng.integers(len(SIZES))]
    image, about = grounds.ground(rng, width, height)
    drawn = Drawn(image, [], f"{width} × {height} on {about}")
    longest, sizes = max(width, height), []
    low, high = max(LEAST, longest * SMALLEST), longest * LARGEST
    for _card in range(int(rng.integers(1, 4))):
        make = cards.CARDS[rng.integers(len(cards.CARDS))]
        size = round(float(np.exp(rng.uniform(np.log(low), np.log(high)))))
        quarter = int(rng.integers(4)) if directions else 0
        if _laid(rng, drawn, make(rng, size), quarter):
            sizes.append(size)
    if not sizes or rng.random() < 0.25:
        sizes.append(_stamped(rng, drawn, longest))
    drawn.image = _photographed(rng, drawn.image, min(sizes))
    return drawn


def code_scenes(many: int, seed: int) -> Iterator[Drawn]:
    """Pictures with one code each, on a label or a wristband: tilted, small, faded, any way up."""
    for number in range(many):
        rng = np.random.default_rng([seed, number])
        width, height = SIZES[rng.integers(len(SIZES))]
        image, about = grounds.ground(rng, width, height)
        drawn = Drawn(image, [], f"{width} × {height} on {about}")
        kind = tuple(codes.FORMATS)[number % 4]
        who, longest = person(rng), max(width, height)
        # Room for the smallest modules, and a card that grows with the code.
        modules = {"Code 128": 14, "QR": 29, "Data Matrix": 20, "PDF417": 40}[kind]
        least = cards.LEAST_MODULE * modules / 4
        size = round(float(np.exp(rng.uniform(np.log(max(least, 12)), np.log(longest / 28)))))
        card = cards.Card(rng, 16, 8, size)
        card.fill(cards.PAPER)
        card.code(1, 1, kind, f"{who.record}{who.account}", 4)
        if card.pieces[0].corners[2, 0] > card.image.width - size:
            card = cards.Card(rng, card.pieces[0].corners[2, 0] / size + 3, 8, size)
            card.fill(cards.PAPER)
            card.code(1, 1, kind, f"{who.record}{who.account}", 4)
        if rng.random() < 0.5:
            card.write(1, 6.2, f"MRN {who.record}", "number", fonts.installed("printed")[0])
        if not _laid(rng, drawn, card.drawn(kind), int(rng.integers(4))):
            continue
        drawn.image = _photographed(rng, drawn.image, size / 2)
        yield drawn


def _laid(rng: np.random.Generator, drawn: Drawn, card: Drawn, quarter: int) -> bool:
    """Paste a card where there is room; False where there is none."""
    angle = np.deg2rad(90 * quarter + float(np.clip(rng.normal(0, TILT), -3 * TILT, 3 * TILT)))
    shear = float(rng.normal(0, 0.04))
    linear = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    linear = linear @ np.array([[1, shear], [0, 1]])
    corners = rectangle(0, 0, *card.image.size) @ linear.T
    size = np.ceil(np.ptp(corners, axis=0)).astype(int) + 2
    room = np.array(drawn.image.size) - size
    if room.min() < 0:
        return False
    for _try in range(30):
        place = (rng.uniform(0, 1, 2) * room).astype(int)
        if not any(_overlap(piece, place, place + size) for piece in drawn.pieces):
            break
    else:
        return False
    shift = place - corners.min(axis=0) + 1
    within = np.column_stack([linear, shift - place])
    inverse = np.linalg.inv(linear)
    back = np.column_stack([inverse, -inverse @ within[:, 2]])
    pasted = card.image.transform(
        (int(size[0]), int(size[1])),
        Image.Transform.AFFINE,
        tuple(back.ravel().tolist()),
        Image.Resampling.BICUBIC,
    )
    drawn.image.paste(pasted, (int(place[0]), int(place[1])), pasted)
    moving = np.column_stack([linear, shift])
    drawn.pieces += [piece.moved(moving) for piece in card.pieces]
    drawn.about += f", {card.about}"
    return True


def _overlap(piece: Piece, low: NDArray[np.int64], high: NDArray[np.int64]) -> bool:
    margin = 12
    first, last = piece.corners.min(axis=0) - margin, piece.corners.max(axis=0) + margin
    return bool((first < high).all() and (last > low).all())


def _stamped(rng: np.random.Generator, drawn: Drawn, longest: int) -> int:
    """What a camera or a viewer burns into a corner: a date, or a name and a number."""
    who = person(rng)
    size = round(longest / float(rng.uniform(45, 90)))
    size = max(size, LEAST)
    text, what = ((who.today + " 14:07", "date"), (f"{who.name} {who.record}", "name"))[
        rng.integers(2)
    ]
    card = Image.new("RGBA", drawn.image.size)
    from PIL import ImageDraw

    pen, font = ImageDraw.Draw(card), fonts.font(fonts.installed("screen")[0], size)
    box = pen.textbbox((0, 0), text, font)
    x = size if rng.random() < 0.5 else drawn.image.width - box[2] - size
    y = size if rng.random() < 0.5 else drawn.image.height - box[3] - size
    if x < 0 or any(
        _overlap(piece, np.array([x, y]), np.array([x + box[2], y + box[3]]))
        for piece in drawn.pieces
    ):
        return size
    colour = ((255, 150, 40), (255, 255, 255), (250, 230, 80))[rng.integers(3)]
    pen.text((x, y), text, (*colour, 255), font, stroke_width=max(1, size // 16),
             stroke_fill=(20, 20, 20, 255))  # fmt: skip
    drawn.image.paste(card, (0, 0), card)
    corners = rectangle(*pen.textbbox((x, y), text, font))
    drawn.pieces.append(Piece("writing", what, text, corners))
    drawn.about += ", stamp"
    return size


def _photographed(rng: np.random.Generator, image: Image.Image, letters: float) -> Image.Image:
    """Out of focus by up to a twelfth of the smallest letters, unevenly lit, noisy, a JPEG."""
    blurred = image.filter(ImageFilter.GaussianBlur(float(rng.uniform(0, 1 / 12)) * letters))
    gain = float(rng.uniform(0.55, 1.1)) + 0.2 * grounds.clouds(rng, *image.size, 3)
    coarse = rng.normal(0, float(rng.uniform(1, 7)), (256, 256, 3)).astype(np.float32)
    repeats = -(-image.height // 256), -(-image.width // 256), 1
    noise = np.tile(coarse, repeats)[: image.height, : image.width]
    pixels = np.asarray(blurred, np.float32) * gain[..., np.newaxis] + noise
    lit = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    held = io.BytesIO()
    lit.save(held, "JPEG", quality=int(rng.integers(60, 93)))
    with Image.open(held) as stored:
        return stored.convert("RGB")
