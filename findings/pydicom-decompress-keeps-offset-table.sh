#!/usr/bin/env bash
# pydicom 3.0.2
#
# Expected: `decompress()` of a file with an extended offset table (PS3.3, C.7.6.3.1.8) drops that table,
#           which tells places among compressed frames; compressing again, by compress(), leaves a file
#           that pydicom reads.
# Happens:  the table and its lengths stay, in native data, where they have no meaning, and go into the
#           file compressed anew, where they are the old ones: the frames cannot be found.
# Seen:     after decompress the table is there: True; read back after compress: RuntimeError; with the
#           two elements deleted: right
# Met by:   covering something in photographs and slides of several frames: decompress, paint, compress.
# Do:       del dataset.ExtendedOffsetTable, dataset.ExtendedOffsetTableLengths after decompress(), and
#           read back what was written.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pydicom==3.0.2 pillow==13.0.0 numpy==2.4.6
cd "$dir"
venv/bin/python - <<'PY'
import io
import sys

import numpy as np
import pydicom
from PIL import Image
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate_extended
from pydicom.uid import JPEGBaseline8Bit, MultiFrameTrueColorSecondaryCaptureImageStorage, RLELossless

print("pydicom", pydicom.__version__)
COLOURS = (200, 120, 40), (10, 20, 250)


def jpeg(colour: "tuple[int, int, int]") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (48, 32), colour).save(file, "JPEG", quality=95)
    return file.getvalue()


photo = Dataset()
photo.file_meta = FileMetaDataset()
photo.file_meta.TransferSyntaxUID = JPEGBaseline8Bit
photo.SOPClassUID = photo.file_meta.MediaStorageSOPClassUID = MultiFrameTrueColorSecondaryCaptureImageStorage
photo.SOPInstanceUID = photo.file_meta.MediaStorageSOPInstanceUID = "2.25.1"
photo.Rows, photo.Columns, photo.SamplesPerPixel, photo.NumberOfFrames = 32, 48, 3, 2
photo.PhotometricInterpretation, photo.PlanarConfiguration = "YBR_FULL_422", 0
photo.BitsAllocated, photo.BitsStored, photo.HighBit, photo.PixelRepresentation = 8, 8, 7, 0
data, photo.ExtendedOffsetTable, photo.ExtendedOffsetTableLengths = encapsulate_extended([jpeg(c) for c in COLOURS])
photo.PixelData = data
photo["PixelData"].VR = "OB"
photo.save_as("photo.dcm", enforce_file_format=True)


def recompressed(forget: bool) -> "tuple[bool, str]":
    made = pydicom.dcmread("photo.dcm")
    made.decompress()
    kept = "ExtendedOffsetTable" in made
    if forget and kept:
        del made.ExtendedOffsetTable, made.ExtendedOffsetTableLengths
    made.compress(RLELossless)
    made.save_as("again.dcm")
    try:
        frames = pydicom.dcmread("again.dcm").pixel_array
    except RuntimeError:
        return kept, "RuntimeError"
    same = np.abs(frames[:, 3, 3].astype(int) - COLOURS).max() <= 2
    return kept, "right" if same else "wrong"


found = recompressed(forget=False), recompressed(forget=True)
print("table there after decompress, read back:", found[0])
print("table deleted after decompress, read back:", found[1])
sys.exit(0 if found == ((True, "RuntimeError"), (True, "right")) else "the table is treated otherwise now")
PY
