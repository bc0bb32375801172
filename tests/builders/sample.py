"""A synthetic clinical photo with Exif to lose: a forearm, a lesion, a wristband. No person."""

import io
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

WIDTH, HEIGHT = 1600, 1200
# Where the wristband lies, with some room around it: x, y, width, height in pixels.
WRISTBAND = (330, 350, 300, 680)

Font = Callable[[float], ImageFont.FreeTypeFont | ImageFont.ImageFont]


def sample_photo() -> bytes:
    """The photo as a JPEG of 4:2:0 sampling with names, dates, a serial number and a position."""
    picture = _forearm()
    _wristband(picture)
    _ruler(picture)
    out = io.BytesIO()
    picture.filter(ImageFilter.GaussianBlur(0.8)).save(out, "JPEG", quality=90, exif=_exif())
    return out.getvalue()


def _forearm() -> Image.Image:
    random = np.random.default_rng(3)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(float)
    coarse = (random.normal(0, 30, (HEIGHT // 4, WIDTH // 4)) + 128).clip(0, 255)
    fine = Image.fromarray(coarse.astype(np.uint8)).resize(
        (WIDTH, HEIGHT), Image.Resampling.BICUBIC
    )
    grain = np.asarray(fine).astype(float) - 128
    across = (y - (640 + 70 * np.sin((x - 200) / 700))) / (250 - 70 * (x / WIDTH))
    light = np.sqrt(np.clip(1 - across**2, 0, 1))
    cloth = np.stack([126 + 18 * y / HEIGHT, 160 + 14 * y / HEIGHT, 172 + 10 * y / HEIGHT], -1)
    skin = np.stack([196 + 38 * light, 148 + 40 * light, 120 + 38 * light], -1)
    skin += grain[..., None] * np.array([0.10, 0.13, 0.12])
    picture = np.where((np.abs(across) < 1)[..., None], skin, cloth)
    angle, radius = np.arctan2(y - 610, x - 980), np.hypot((x - 980) / 1.25, y - 610)
    edge = 78 + 10 * np.sin(3 * angle + 1) + 6 * np.sin(7 * angle)
    inside = np.clip((edge - radius) / 14, 0, 1)[..., None]
    lesion = np.stack([150 + grain * 0.5, 74 + grain * 0.4, 66 + grain * 0.4], -1)
    mixed = picture * (1 - inside) + lesion * inside
    return Image.fromarray(mixed.clip(0, 255).astype(np.uint8))


def _wristband(picture: Image.Image) -> None:
    text = Image.new("RGBA", (560, 200))
    draw = ImageDraw.Draw(text)
    ink = (20, 24, 30, 255)
    for top, size, line in ((8, 48, "SAMPLE, PATIENT"), (72, 44, "MRN 0000000"), (132, 40, "1900")):
        draw.text((10, top), line, font=ImageFont.load_default(size), fill=ink)
    for index, width in enumerate(np.random.default_rng(5).integers(1, 5, 60)):
        left = 340 + index * 3.5
        draw.rectangle((left, 136, left + width * 0.6, 184), fill=ink)
    band = Image.new("RGBA", (250, 640))
    outline = (190, 196, 204, 255)
    ImageDraw.Draw(band).rounded_rectangle(
        (10, 0, 240, 640), 20, fill=(244, 246, 248, 255), outline=outline, width=3
    )
    band.alpha_composite(text.rotate(90, expand=True), (24, 40))
    turned = band.rotate(4, expand=True, resample=Image.Resampling.BICUBIC)
    picture.paste(turned, (330, 365), turned)


def _ruler(picture: Image.Image) -> None:
    draw = ImageDraw.Draw(picture)
    draw.rectangle((760, 950, 1400, 1030), fill=(250, 250, 246), outline=(150, 150, 150))
    for mark in range(33):
        left = 770 + mark * 19
        draw.line((left, 950, left, 984 if mark % 5 == 0 else 968), fill=(30, 30, 30), width=2)
    draw.text((1310, 990), "cm", font=ImageFont.load_default(26), fill=(30, 30, 30))


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Sample Camera Works", "Model S"
    exif[0x0132], exif[0x013B] = "2024:03:05 10:11:12", "Sample Author"
    detail = exif.get_ifd(0x8769)
    detail[0x9003], detail[0xA431] = "2024:03:05 10:11:12", "0000-SAMPLE-0000"
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (10.0, 20.0, 30.0)
    place[3], place[4] = "E", (11.0, 21.0, 31.0)
    return exif
