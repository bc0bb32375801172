"""A page that boots Pyodide the ordinary way, as the baseline for the engine's start."""

import shutil
from pathlib import Path

# No policy, no pack, no hash: what the documentation of Pyodide tells everyone to write.
PAGE = """<!doctype html><meta charset="utf-8"><title>Stock</title>
<script src="pyodide.js"></script>
<script>
loadPyodide().then(async (python) => {
  await python.loadPackage(['numpy', 'pillow']);
  python.runPython('import numpy, PIL.Image, PIL.JpegImagePlugin, PIL.PngImagePlugin');
  performance.mark('stock-ready');
});
</script>
"""
# The page's picture shown by the browser alone: the baseline for "an image can be marked".
EMPTY = """<!doctype html><meta charset="utf-8"><title>Empty</title>
<label>Add images <input type="file" id="add-images"></label><img id="picture" alt="">
<script>
const picture = document.querySelector('#picture');
document.querySelector('#add-images').addEventListener('change', ({ target }) => {
  picture.src = URL.createObjectURL(target.files[0]);
});
performance.mark('empty-ready');
</script>
"""


def stock_site(vendor: Path, folder: Path) -> Path:
    """Write the stock page with its runtime and wheels beside it, and the empty page."""
    folder.mkdir(parents=True)
    (folder / "stock.html").write_text(PAGE, "utf-8")
    (folder / "empty.html").write_text(EMPTY, "utf-8")
    for name in ("pyodide.js", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"):
        shutil.copyfile(vendor / name, folder / name)
    shutil.copyfile(vendor / "pyodide-lock.json", folder / "pyodide-lock.json")
    for wheel in vendor.glob("*.whl"):
        shutil.copyfile(wheel, folder / wheel.name)
    return folder
