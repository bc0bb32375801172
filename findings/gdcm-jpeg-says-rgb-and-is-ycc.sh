#!/usr/bin/env bash
# GDCM 3.2.6 (PyPI python-gdcm), read by pydicom 3.0.2
#
# Expected: an RGB photograph that GDCM compresses as JPEG Baseline says YBR_FULL_422 or YBR_FULL in its
#           header, or holds RGB: header and frame agree (PS3.5, 8.2.1).
# Happens:  the frame holds YCbCr, without JFIF or Adobe marker, and the header goes on saying RGB. Readers
#           that believe the header show false colours. Uncompressed and as JPEG 2000 it is right.
# Seen:     (200, 120, 40): JPEG Baseline RGB, pydicom (135, 75, 175); raw and JPEG 2000 (200, 120, 40)
# Met by:   archives that compress photographs by GDCM: skin is violet in one viewer and right in another.
# Do:       set PhotometricInterpretation to YBR_FULL in what was written, and look at the frame.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check python-gdcm==3.2.6 pydicom==3.0.2 \
  pillow==13.0.0 numpy==2.4.6
cd "$dir"
venv/bin/python - <<'PY'
import io
import sys
from importlib.metadata import version

import gdcm
import numpy as np
import pydicom
from PIL import Image
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import generate_frames
from pydicom.uid import ExplicitVRLittleEndian, VLPhotographicImageStorage

print("GDCM", version("python-gdcm"))
COLOUR = [200, 120, 40]
photo = Dataset()
photo.file_meta = FileMetaDataset()
photo.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
photo.SOPClassUID = photo.file_meta.MediaStorageSOPClassUID = VLPhotographicImageStorage
photo.SOPInstanceUID = photo.file_meta.MediaStorageSOPInstanceUID = "2.25.1"
photo.Rows, photo.Columns, photo.SamplesPerPixel = 32, 48, 3
photo.PhotometricInterpretation, photo.PlanarConfiguration = "RGB", 0
photo.BitsAllocated, photo.BitsStored, photo.HighBit, photo.PixelRepresentation = 8, 8, 7, 0
photo.PixelData = np.full((32, 48, 3), COLOUR, np.uint8).tobytes()
photo["PixelData"].VR = "OB"
photo.save_as("photo.dcm", enforce_file_format=True)


def changed(syntax: int) -> "pydicom.FileDataset":
    reader, change, writer = gdcm.ImageReader(), gdcm.ImageChangeTransferSyntax(), gdcm.ImageWriter()
    reader.SetFileName("photo.dcm")
    reader.Read()
    change.SetTransferSyntax(gdcm.TransferSyntax(syntax))
    change.SetInput(reader.GetImage())
    change.Change()
    writer.SetFileName("changed.dcm")
    writer.SetFile(reader.GetFile())
    writer.SetImage(change.GetOutput())
    writer.Write()
    return pydicom.dcmread("changed.dcm")


names = gdcm.TransferSyntax
for syntax in (names.ExplicitVRLittleEndian, names.JPEG2000Lossless):
    read = changed(syntax)
    seen = read.pixel_array[5, 5].tolist()
    print(read.file_meta.TransferSyntaxUID.name, read.PhotometricInterpretation, seen)
    if seen != COLOUR:
        sys.exit("the input is not what it should be")
jpeg = changed(names.JPEGBaselineProcess1)
header = jpeg.PhotometricInterpretation
seen = jpeg.pixel_array[5, 5].astype(int)
frame = next(generate_frames(jpeg.PixelData, number_of_frames=1))
alone = np.asarray(Image.open(io.BytesIO(frame)).convert("RGB"), int)[5, 5]
print(jpeg.file_meta.TransferSyntaxUID.name, header, "by the header", seen.tolist(), "the frame alone", alone.tolist())
false = abs(seen - COLOUR).max() > 20 and abs(alone - COLOUR).max() <= 3
sys.exit(0 if header == "RGB" and false else "header and frame agree now")
PY
