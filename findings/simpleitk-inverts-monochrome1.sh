#!/usr/bin/env bash
# SimpleITK 2.5.7; pydicom 3.0.2 and GDCM (python-gdcm 3.2.6) do not
#
# Expected: the pixels of a MONOCHROME1 image come as stored, as pydicom and GDCM hand them over, and
#           the caller inverts them where the header says MONOCHROME1 (PS3.3, C.7.6.3.1.2).
# Happens:  they come inverted, within the bits stored and before the rescale, while the image's own
#           header (GetMetaData) still says MONOCHROME1. Code that goes by the header inverts twice.
# Seen:     stored 0, 30, 200, 4095 of 12 bits -> 4095, 4065, 3895, 0; GetMetaData("0028|0004")
#           "MONOCHROME1"; pydicom 0, 30, 200, 4095
# Met by:   whoever changes between readers: X-ray films, and photographs of them, become negatives; a
#           cover of 0 is black in one and white in the other; a finder sees dark text as bright.
# Do:       invert in one place, after one reader, and never by the header that SimpleITK hands on.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check SimpleITK==2.5.7 pydicom==3.0.2 \
  python-gdcm==3.2.6 numpy==2.4.6
cd "$dir"
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import gdcm
import numpy as np
import pydicom
import SimpleITK
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import DigitalXRayImageStorageForPresentation, ExplicitVRLittleEndian

stored = [0, 30, 200, 4095]
film = Dataset()
film.file_meta = FileMetaDataset()
film.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
film.SOPClassUID = film.file_meta.MediaStorageSOPClassUID = DigitalXRayImageStorageForPresentation
film.SOPInstanceUID = film.file_meta.MediaStorageSOPInstanceUID = "2.25.1"
film.Rows, film.Columns, film.SamplesPerPixel, film.PhotometricInterpretation = 4, 4, 1, "MONOCHROME1"
film.BitsAllocated, film.BitsStored, film.HighBit, film.PixelRepresentation = 16, 12, 11, 0
film.PixelData = np.array([stored] * 4, "<u2").tobytes()
film["PixelData"].VR = "OW"
film.save_as("film.dcm", enforce_file_format=True)

image = SimpleITK.ReadImage("film.dcm")
itk = SimpleITK.GetArrayFromImage(image).reshape(-1)[:4].tolist()
header = image.GetMetaData("0028|0004").strip()
plain = pydicom.dcmread("film.dcm").pixel_array[0].tolist()
reader = gdcm.ImageReader()
reader.SetFileName("film.dcm")
reader.Read()
raw = reader.GetImage().GetBuffer().encode("utf-8", "surrogateescape")
other = np.frombuffer(raw, "<u2")[:4].tolist()
print("SimpleITK", version("SimpleITK"), itk, "header", header)
print("pydicom", version("pydicom"), plain, "GDCM", version("python-gdcm"), other)
if plain != stored or other != stored:
    sys.exit("the input is not what it should be")
sys.exit(0 if itk == [4095, 4065, 3895, 0] and header == "MONOCHROME1" else "SimpleITK reads it otherwise now")
PY
