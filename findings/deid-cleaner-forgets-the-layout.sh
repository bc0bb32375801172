#!/usr/bin/env bash
# deid 0.4.13 (with pydicom 3.0.2)
#
# Expected: `DicomCleaner.clean()` covers the coordinates of the recipe and leaves the rest of the picture
#           as it was, for every colour layout that it opens.
# Happens:  pydicom hands it RGB, pixel by pixel; the cleaner writes that under the old header. A file
#           with PlanarConfiguration 1 becomes three small pictures in false colours beside each other,
#           with the cover elsewhere; YBR_FULL becomes false colours with a green cover. No error, no
#           warning. Interleaved RGB, JPEG, JPEG 2000 and RLE come out right.
# Seen:     covered corner, other corner: RGB (0, 0, 0), (200, 120, 40); planar (40, 0, 40), (0, 120, 120);
#           YBR_FULL (0, 135, 0), (79, 255, 187)
# Met by:   ultrasound and endoscopy frames, often planar or YBR_FULL, cleaned by a recipe.
# Do:       decode first (dataset.decompress() for compressed ones, pydicom's set_pixel_data for these)
#           and look at the result.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check deid==0.4.13 pydicom==3.0.2 numpy==2.4.6
cd "$dir"
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pydicom
from deid.dicom.pixels import DicomCleaner
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.pixels.processing import convert_color_space
from pydicom.uid import ExplicitVRLittleEndian, UltrasoundImageStorage

print("deid", version("deid"))
Path("recipe").write_text(
    "FORMAT dicom\n\n%filter graylist\n\nLABEL corner\ncontains Modality US\n  coordinates 0,0,24,16\n"
)
picture = np.full((32, 48, 3), (200, 120, 40), np.uint8)
found = {}
for name, photometric, planar, samples in (
    ("rgb", "RGB", 0, picture),
    ("planar", "RGB", 1, np.moveaxis(picture, 2, 0)),
    ("ybr", "YBR_FULL", 0, convert_color_space(picture, "RGB", "YBR_FULL")),
):
    data = Dataset()
    data.file_meta = FileMetaDataset()
    data.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    data.SOPClassUID = data.file_meta.MediaStorageSOPClassUID = UltrasoundImageStorage
    data.SOPInstanceUID = data.file_meta.MediaStorageSOPInstanceUID = "2.25.1"
    data.Modality = "US"
    data.Rows, data.Columns, data.SamplesPerPixel = 32, 48, 3
    data.PhotometricInterpretation, data.PlanarConfiguration = photometric, planar
    data.BitsAllocated, data.BitsStored, data.HighBit, data.PixelRepresentation = 8, 8, 7, 0
    data.PixelData = samples.tobytes()
    data["PixelData"].VR = "OB"
    data.save_as(name + ".dcm", enforce_file_format=True)
    cleaner = DicomCleaner(deid="recipe", output_folder=".")
    cleaner.detect(name + ".dcm")
    cleaner.clean()
    cleaned = pydicom.dcmread(cleaner.save_dicom(output_folder="."))
    pixels = cleaned.pixel_array
    found[name] = tuple(pixels[2, 2].tolist()), tuple(pixels[-2, -2].tolist())
    print(name, cleaned.PhotometricInterpretation, cleaned.PlanarConfiguration, *found[name])
right = (0, 0, 0), (200, 120, 40)
if found["rgb"] != right:
    sys.exit("the input is not what it should be")
sys.exit("layouts are kept now" if right in (found["planar"], found["ybr"]) else 0)
PY
