#!/usr/bin/env bash
# OpenCV 5.0.0.93 (PyPI opencv-python-headless); Pillow 13.0.0 and imagecodecs 2026.3.6 (OpenJPEG) do not
#
# Expected: a JPEG 2000 that says sYCC (ISO/IEC 15444-1, enumerated colour space 18) is converted with
#           JFIF's equation, as OpenJPEG and Pillow do; with IMREAD_UNCHANGED a file with a palette keeps
#           its colours, or gives the indices, as Pillow does.
# Happens:  sYCC is converted as analogue YUV: other colours, in plain sight. A palette with
#           IMREAD_UNCHANGED is reduced to grey; with the default it is right.
# Seen:     red (250, 10, 10): sYCC (218, 27, 0); Pillow and imagecodecs within 2 of it;
#           palette UNCHANGED 82 in one channel, default (250, 10, 10)
# Met by:   readers of scans from archives and of images taken out of PDFs: colours measured on skin
#           are shifted, and a colour picture read "unchanged" is grey.
# Do:       decode by Pillow or imagecodecs and hand the array over.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check opencv-python-headless==5.0.0.93 \
  pillow==13.0.0 imagecodecs==2026.3.6 pylibjpeg-openjpeg==2.6.0 numpy==2.4.6
cd "$dir"
venv/bin/python - <<'PY'
import struct
import sys
from pathlib import Path

import cv2
import imagecodecs
import numpy as np
from openjpeg.utils import encode_array
from PIL import Image

print("OpenCV", cv2.__version__)
RED = (250, 10, 10)
GREY, RGB = 2, 1  # the encoder's names for components without and with colour


def box(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data) + 8, kind) + data


def jp2(samples: "np.ndarray", space: int, extra: bytes = b"") -> bytes:
    colour = samples.ndim == 3
    stream = encode_array(
        samples, bits_stored=8, photometric_interpretation=RGB if colour else GREY, use_mct=False, codec_format=0
    )
    size = struct.pack(">IIHBBBB", *samples.shape[:2], 3 if colour else 1, 7, 7, 0, 0)
    header = box(b"ihdr", size) + box(b"colr", struct.pack(">BBBI", 1, 0, 0, space)) + extra
    start = box(b"jP  ", b"\r\n\x87\n") + box(b"ftyp", b"jp2 \0\0\0\0jp2 ")
    return start + box(b"jp2h", header) + box(b"jp2c", stream)


photo = Image.new("RGB", (48, 32), RED)
palette = box(b"pclr", struct.pack(">HB", 2, 3) + bytes([7, 7, 7, *RED, 0, 0, 0]))
palette += box(b"cmap", b"".join(struct.pack(">HBB", 0, 1, column) for column in range(3)))
Path("sycc.jp2").write_bytes(jp2(np.asarray(photo.convert("YCbCr")), 18))
Path("palette.jp2").write_bytes(jp2(np.zeros((32, 48), np.uint8), 16, palette))
for name in ("sycc", "palette"):
    pillow = np.asarray(Image.open(name + ".jp2").convert("RGB"))[5, 5].astype(int)
    codecs = imagecodecs.jpeg2k_decode(Path(name + ".jp2").read_bytes())[5, 5].astype(int)
    print(name, "Pillow", pillow.tolist(), "imagecodecs", codecs.tolist())
    if abs(pillow - RED).max() > 2 or abs(codecs - RED).max() > 2:
        sys.exit("the input is not what it should be")
ycc = cv2.imread("sycc.jp2")[5, 5, ::-1].astype(int)
indexed = cv2.imread("palette.jp2")[5, 5, ::-1].tolist()
grey = cv2.imread("palette.jp2", cv2.IMREAD_UNCHANGED)
print("OpenCV: sYCC", ycc.tolist(), "palette", indexed, "palette unchanged", grey.shape, grey[5, 5])
same = abs(ycc - RED).max() > 20 and indexed == list(RED) and grey.ndim == 2 and grey[5, 5] == 82
sys.exit(0 if same else "colours are read otherwise now")
PY
