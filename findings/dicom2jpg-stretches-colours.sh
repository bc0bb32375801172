#!/usr/bin/env bash
# dicom2jpg 0.1.10 (PyPI)
#
# Expected: an RGB photograph in DICOM becomes a PNG of the same colours; there is no window to apply.
# Happens:  all samples are stretched so that the darkest one of the picture becomes 0 and the brightest
#           255. A colour comes out as another one, by whatever else is in the picture: the same skin is
#           brighter once the white label beside it is left out of the photo. No warning.
# Seen:     skin 160,110,90: with white paper and a black rim 160,110,90; without 255,153,112
# Met by:   photographs of wounds and skin from an archive, whose redness or healing is compared: two
#           visits differ by the conversion. A photo that was covered in black before changes, too.
# Do:       write `pixel_array` by Pillow: pydicom gives RGB as it is, and converts YBR.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check dicom2jpg==0.1.10 pydicom==3.0.2 pillow==13.0.0
cd "$dir"
venv/bin/python - <<'PY' 2>/dev/null
import sys
from importlib.metadata import version
from pathlib import Path

import dicom2jpg
import numpy as np
import pydicom
from PIL import Image
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, VLPhotographicImageStorage, generate_uid

print("dicom2jpg", version("dicom2jpg"))


def colour_after(name: str, photo: "np.ndarray") -> "list[int]":
    data = Dataset()
    data.file_meta = FileMetaDataset()
    data.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    data.SOPClassUID, data.SOPInstanceUID = VLPhotographicImageStorage, generate_uid()
    data.PatientID, data.StudyDate, data.StudyTime, data.Modality = name, "20260101", "120000", "XC"
    data.SeriesNumber = data.InstanceNumber = 1
    data.Rows, data.Columns = photo.shape[:2]
    data.SamplesPerPixel, data.PhotometricInterpretation, data.PlanarConfiguration = 3, "RGB", 0
    data.BitsAllocated, data.BitsStored, data.HighBit, data.PixelRepresentation = 8, 8, 7, 0
    data.PixelData = photo.tobytes()
    data.save_as(name + ".dcm", enforce_file_format=True)
    if not np.array_equal(pydicom.dcmread(name + ".dcm").pixel_array, photo):
        sys.exit("the input is not what it should be")
    dicom2jpg.dicom2png(name + ".dcm", target_root=name)
    (made,) = Path(name).rglob("*.png")
    return np.asarray(Image.open(made).convert("RGB"))[30, 30].tolist()


bare = np.full((64, 96, 3), (160, 110, 90), np.uint8)
bare[40:, 50:] = (110, 40, 35)
labelled = bare.copy()
labelled[:10, :40] = 255
labelled[:, -4:] = 0
with_label, without = colour_after("labelled", labelled), colour_after("bare", bare)
print("skin 160,110,90 with paper and rim:", *with_label, "without:", *without)
same = with_label == [160, 110, 90] and without == [255, 153, 112]
sys.exit(0 if same else "the colours are others now")
PY
