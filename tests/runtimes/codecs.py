"""The page's codecs as a module for node, of the very bytes that go into the page. Runs nothing."""

from pathlib import Path

from app.build import codec, vendor
from app.build.pack import codec_script

ROOT = Path(__file__).resolve().parents[2]


def written(folder: Path) -> dict[str, str]:
    """Paths of a job (pyodide_run.cjs): vendor files, the module, the JPEG codec's WebAssembly."""
    files = vendor.fetch()
    module = folder / "codecs.cjs"
    exports = "module.exports = { jpegCodec, openPart, PARTS };"
    module.write_text(codec_script(ROOT, files) + exports, "utf-8")
    jpeg = folder / "jpeg.wasm"
    jpeg.write_bytes(codec.codec(ROOT, files))
    return {"vendor": str(files), "codecs": str(module), "jpeg": str(jpeg)}
