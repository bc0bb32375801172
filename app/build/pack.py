"""Makes the engine's pack and the worker's script from the vendor files. Fetches nothing.

The pack's layout is described in static/pack.js, which reads it. Same input, same bytes: the order
is fixed, times are constant, and nothing depends on the machine.
"""

import gzip
import hashlib
import io
import json
import zipfile
from pathlib import Path

from app.build.factory import runtime_script
from app.build.imported import imported
from app.build.script import script_of
from app.build.snapshot import snapshot
from app.build.sources import sources
from app.build.trim import kept_of_library
from app.build.wasm import without_data
from app.build.weights import weights

MAGIC = b"PXSPACK1"
# The oldest time that a ZIP entry can carry: one constant for every file.
EPOCH = (1980, 1, 1, 0, 0, 0)
# What the engine needs from the source tree, and of the model what these import: all of it would be
# in the memory that each worker starts from. The page's own Python is in the page.
ENGINE_PARTS = ("version.py", "worker/*.py", "core/**/*.py")
_MODEL = "model/**/*.py"
# Certificates and records are in English alone: no other language goes into that memory.
_LANGUAGES, _ENGLISH = "model/catalogue/*/*.py", "model/catalogue/en/*.py"

# Packs in addition to the engine's, each with what only some files need (docs/adr/0008-parts.md).
PARTS = {"heif": ("libheif.wasm",), "avif": ("avif_dec.wasm", "avif_enc.wasm")}
# The part that is larger than all others together, and that a page can do without.
FIND = "find"
# The version of a network, and of the reader of codes: digits of the SHA-256 of its file, in
# hexadecimal. A certificate takes nothing else but a release (docs/certificate.md, 2.3).
_DIGITS = 12
_NETWORKS = {
    "faces.onnx": "CenterFace",
    "writing.onnx": "PP-OCRv6 detection",
    "reading.onnx": "PP-OCRv6 recognition",
}
_READER = "ZXing-C++"


def part_packs(tree: Path, vendor: Path) -> dict[str, bytes]:
    """The gzipped packs of the page's parts, by name."""
    parts = {
        name: {file: (vendor / file).read_bytes() for file in files}
        for name, files in PARTS.items()
    }
    parts[FIND] = _finders(tree, vendor)
    return {name: compressed(joined(files)) for name, files in parts.items()}


def _finder_names(networks: dict[str, bytes], codes: bytes) -> tuple[tuple[str, str], ...]:
    """Name and version of each finder of the page, as certificates state them."""
    files = {**{_NETWORKS[file]: data for file, data in networks.items()}, _READER: codes}
    return tuple((name, hashlib.sha256(data).hexdigest()[:_DIGITS]) for name, data in files.items())


def _finders(tree: Path, vendor: Path) -> dict[str, bytes]:
    """What static/finders.js runs, itself among it (docs/adr/0049-finders-in-the-page.md)."""
    networks, codes = weights(tree, vendor), (vendor / "zxing_reader.wasm").read_bytes()
    modules = {"onnxruntime": (vendor / "ort.wasm.bundle.min.mjs").read_text("utf-8")}
    own = script_of(modules, (tree / "static/finders.js").read_text("utf-8"), vendor)
    reader = (vendor / "index.js").read_text("utf-8")
    return {
        "finders.js": f"{reader}\n{own}".encode(),
        "names.json": json.dumps(_finder_names(networks, codes)).encode(),
        "onnxruntime.wasm": (vendor / "ort-wasm-simd-threaded.wasm").read_bytes(),
        "zxing.wasm": codes,
        **networks,
    }


def engine_pack(tree: Path, vendor: Path, jpeg: bytes, parts: dict[str, bytes]) -> bytes:
    """The pack of the engine in `tree` with the runtime in `vendor`, each entry gzipped by itself.

    `jpeg` is the JPEG codec's module. The pack names the hash of each part, so that its own hash
    stands for all that makes an output.
    """
    runtime, lock = runtime_script(vendor), _lock(vendor)
    kept = snapshot(runtime, lock, engine_sources(tree), vendor)
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()}
    # In the order in which they are needed: a saved file starts while it is still being read.
    entries = {
        "worker.js": _joined_script(runtime, codec_script(tree, vendor), tree),
        "start.json": json.dumps({**kept.facts, "lock": lock}, sort_keys=True).encode(),
        "pyodide.asm.wasm": (vendor / "pyodide.asm.wasm").read_bytes(),
        "jpeg.wasm": jpeg,
        **{name: without_data(data) for name, data in kept.libraries.items()},
        "python_stdlib.zip": _rest((vendor / "python_stdlib.zip").read_bytes(), kept.loaded),
        "memory": kept.heap,
        "parts.json": json.dumps(sums, sort_keys=True).encode(),
    }
    return joined({name: compressed(data) for name, data in entries.items()})


def _joined_script(runtime: str, codecs: str, tree: Path) -> bytes:
    """The worker's classic script: Pyodide, the codecs, our own start."""
    return "\n".join([runtime, codecs, (tree / "static/worker.js").read_text("utf-8")]).encode()


def codec_script(tree: Path, vendor: Path) -> str:
    """The glue of the codecs, static/parts.js, which uses it, and static/jpeg.js: one script."""
    return "\n".join(
        [
            _glue(vendor, "avif_dec.js", "avifDecoder"),
            _glue(vendor, "avif_enc.js", "avifEncoder"),
            (vendor / "libheif.js").read_text("utf-8"),
            (tree / "static/parts.js").read_text("utf-8"),
            (tree / "static/jpeg.js").read_text("utf-8"),
        ]
    )


def _glue(vendor: Path, file: str, name: str) -> str:
    """A codec's module as a constant of a classic script, to which its wasm is passed."""
    text = (vendor / file).read_text("utf-8")
    export = "export default Module;"
    if text.count(export) != 1:
        raise ValueError(f"{file} is not the module this build was written for")
    text = text.replace(export, "").replace("import.meta", "importMeta")
    return f'const {name} = ((importMeta) => {{ {text}; return Module; }})({{ url: "" }});'


def _rest(archive: bytes, loaded: frozenset[str]) -> bytes:
    """The standard library (a ZIP) without what is in the memory or never wanted, uncompressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist()):
            if kept_of_library(name, loaded):
                new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name))
    return out.getvalue()


def engine_sources(tree: Path) -> dict[str, bytes]:
    """The engine's modules by path, early and late ones."""
    first = sources(tree, ENGINE_PARTS)
    foreign = sources(tree, (_LANGUAGES,)).keys() - sources(tree, (_ENGLISH,)).keys()
    paths = sources(tree, (*ENGINE_PARTS, _MODEL))
    found = {name: path.read_bytes() for name, path in paths.items() if name not in foreign}
    return {name: found[name] for name in sorted(imported(found, first))}


def _lock(vendor: Path) -> str:
    lock = json.loads((vendor / "pyodide-lock.json").read_text("utf-8"))
    lock["packages"] = {}  # all that the engine imports is in its memory
    return json.dumps(lock, sort_keys=True)


def joined(entries: dict[str, bytes]) -> bytes:
    """One pack of entries by name, in the layout of static/pack.js."""
    header, offset = {}, 0
    for name, data in entries.items():
        header[name] = [offset, len(data)]
        offset += len(data)
    # Without blanks: the page reads the list of all modules before it imports any.
    text = json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
    return MAGIC + len(text).to_bytes(4, "little") + text + b"".join(entries.values())


def compressed(data: bytes) -> bytes:
    """`data` gzipped, the same bytes each time."""
    packed = bytearray(gzip.compress(data, compresslevel=9, mtime=0))
    # The operating system (RFC 1952, 2.3): some Pythons state theirs, others "unknown".
    packed[9] = 255
    return bytes(packed)
