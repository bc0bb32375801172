#!/usr/bin/env bash
# dicom-anonymizer 2.1.0 (PyPI), dcmjs 0.52.2 (npm)
#
# Expected: an element that is replaced or removed at the top of a data set is so inside of sequences as
#           well, as PS3.15, annex E, wants it.
# Happens:  dicom-anonymizer goes through a sequence only where its table names that sequence; dcmjs's
#           `anonymizer.cleanTags` never does. In all others the same name, number, date and UID stay as
#           they were. UIDs that are new above and old below tie the file to the original.
# Seen:     PatientName, PatientID, StudyDate changed at the top by both, SeriesInstanceUID by the first;
#           in ContributingEquipmentSequence, SpecimenDescriptionSequence and ReferencedSeriesSequence
#           all four unchanged by both
# Met by:   photographs and slides from archives: equipment and operators, specimens, references to the
#           series stand in such sequences, and the tool reports success.
# Do:       walk all items afterwards (pydicom: dataset.walk), or write a new data set from an allow-list.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check dicom-anonymizer==2.1.0 pydicom==3.0.2
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts dcmjs@0.52.2
cat >photo.py <<'PY'
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, VLPhotographicImageStorage

KNOWN = {
    "PatientName": "Synthetic^Name",
    "PatientID": "SYN-1",
    "StudyDate": "20200102",
    "SeriesInstanceUID": "2.25.7",
}
SEQUENCES = "ContributingEquipmentSequence", "SpecimenDescriptionSequence", "ReferencedSeriesSequence"


def photo() -> Dataset:
    made = Dataset()
    made.file_meta = FileMetaDataset()
    made.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    made.SOPClassUID = made.file_meta.MediaStorageSOPClassUID = VLPhotographicImageStorage
    made.SOPInstanceUID = made.file_meta.MediaStorageSOPInstanceUID = "2.25.1"
    for keyword, value in KNOWN.items():
        setattr(made, keyword, value)
    for keyword in SEQUENCES:
        item = Dataset()
        for inner, value in KNOWN.items():
            setattr(item, inner, value)
        setattr(made, keyword, [item])
    return made


def kept(data: Dataset) -> "list[str]":
    return [keyword for keyword, value in KNOWN.items() if data.get(keyword) == value]


def report(name: str, data: Dataset) -> "tuple[list[str], bool]":
    inner = {keyword: kept(data[keyword].value[0]) for keyword in SEQUENCES}
    print(name, "kept at the top:", kept(data), "kept below:", inner)
    return kept(data), all(len(names) == len(KNOWN) for names in inner.values())
PY
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

from dicomanonymizer import anonymize_dataset
from photo import photo, report

data = photo()
data.save_as("photo.dcm", enforce_file_format=True)
anonymize_dataset(data)
found = report("dicom-anonymizer " + version("dicom-anonymizer"), data)
sys.exit(0 if found == ([], True) else "sequences are treated otherwise now")
PY
cat >finding.cjs <<'JS'
const { readFileSync, writeFileSync } = require('fs');
const { anonymizer, data } = require('dcmjs');
const { buffer, byteOffset, length } = readFileSync('photo.dcm');
const photo = data.DicomMessage.readFile(buffer.slice(byteOffset, byteOffset + length));
anonymizer.cleanTags(photo.dict);
writeFileSync('cleaned.dcm', Buffer.from(photo.write()));
JS
node finding.cjs
venv/bin/python - <<'PY'
import json
import sys

import pydicom
from photo import report

made = json.load(open("node_modules/dcmjs/package.json"))["version"]
top, below = report("dcmjs " + made, pydicom.dcmread("cleaned.dcm"))
sys.exit(0 if top == ["SeriesInstanceUID"] and below else "sequences are treated otherwise now")
PY
