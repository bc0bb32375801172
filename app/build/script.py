"""Bundles the page's modules into one classic script. Runs none of them.

A script that imports others waits for each of them behind whatever the parser does; this one runs
at once (docs/adr/0024-one-script.md). Bundled by esbuild, as WebAssembly under node.
Same modules, same bytes.
"""

import json
import tempfile
from pathlib import Path

from app.build import tools
from app.build.process import checked
from app.build.report import BuildError

SCRIPT = Path(__file__).with_suffix(".cjs")


def script_of(modules: dict[str, str], entry: str, vendor: Path) -> str:
    """`entry`, an ECMAScript module, with all that it imports from `modules` (name -> source).

    ASCII, and without a text that would end a script element. Whatever is imported late and is not
    in `modules` stays an import, which no page of ours can follow. BuildError names what esbuild
    refuses.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        out = folder / "script.js"
        job = {"vendor": str(vendor), "modules": modules, "entry": entry, "out": str(out)}
        (folder / "job.json").write_text(json.dumps(job), "utf-8")
        checked(
            [tools.node(), str(SCRIPT), str(folder / "job.json")],
            label="putting the page's script together",
            failure="The page's script could not be put together.",
        )
        script = out.read_text("ascii")
    # Where one stands, the element may not end where it should (HTML Living Standard, section
    # "Restrictions for contents of script elements"); esbuild takes care of the end tag alone.
    if "<!--" in script:
        raise BuildError("The page's script holds the begin of a comment: <!--")
    return script
