"""Writes the page twice: as a static site and as one HTML file. Fetches nothing.

Both have the same markup, scripts and pack; they differ in where the bytes are (docs/adr/0002):
next to the page, or inside it. Same tree and vendor folder, same bytes.
"""

import html
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.build.blocks import CHARSET, elements
from app.build.bytecode import bytecode
from app.build.imported import imported
from app.build.markup import in_each_language, with_formats, with_process, with_words
from app.build.modules import PLUGINS, modules_of
from app.build.offline import copy_pack
from app.build.pack import FIND, engine_pack, joined, part_packs
from app.build.parts import Parts
from app.build.policy import policy_of, source_hash
from app.build.script import script_of
from app.build.sources import sources
from app.build.sums import digest, integrity, listed

HEAD = "<!-- pixelseal:head -->"
BOOT = "<!-- pixelseal:boot -->"
UTF8 = '<meta charset="utf-8">'
STYLE = '<link rel="stylesheet" href="static/style.css">'
SCRIPT_END = "</script>"
NOTICES = '<pre id="notices"></pre>'
# Hidden unless something is wrong. In a saved file it is visible until a script hides it: the
# browser refuses an altered script, which then could not say so.
NOT_STARTED = '<div id="not-started" class="noscript" role="alert" hidden>'
NOT_STARTED_SAVED = '<div id="not-started" class="noscript late" role="alert">'
# The saved files: without the finders, and with them.
SAVED, SAVED_FIND = "pixelseal.html", "pixelseal-find.html"
# Where the modules of a page may lie: those that its main one imports go into it.
UI_PARTS = ("version.py", "model/**/*.py", "ui/**/*.py")
UI_MAIN = "pixelseal/ui/main.py"
TOLD = '"pixelseal:told"'
# What the page itself starts with: it comes before the script, the engine's megabytes after it.
EARLY = ("python", "micropython", "sample")
BENCH_PARTS = (*UI_PARTS, "bench/**/*.py")
BENCH_MAIN = "pixelseal/bench/main.py"


def build_site(tree: Path, vendor: Path, jpeg: bytes, out: Path) -> None:
    """Write `out`/site/, the saved files, `out`/SHA256SUMS and `out`/BUILD.

    They are made from `tree`, `vendor` and the JPEG codec's module `jpeg`.
    """
    parts = _parts(tree, vendor, jpeg)
    saved = {SAVED: _single_file(parts, without=FIND), SAVED_FIND: _single_file(parts)}
    site = _site(parts, saved) | _bench(tree, vendor, parts)
    for name, data in site.items():
        path = out / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for name, data in saved.items():
        (out / name).write_bytes(data)
    files = {f"site/{name}": data for name, data in site.items()} | saved
    sums = listed({name: digest(data) for name, data in files.items()})
    (out / "SHA256SUMS").write_text(sums, newline="\n")
    (out / "BUILD").write_text(listed(parts.sums), newline="\n")


def _parts(tree: Path, vendor: Path, jpeg: bytes) -> Parts:
    markup = with_process((tree / "index.html").read_text("utf-8"), tree)
    markup = with_formats(with_words(markup))
    notices = (tree / "static/notices.txt").read_text("utf-8")
    licence = (vendor / "LICENSE").read_text("utf-8")
    markup = _put(markup, NOTICES, f'<pre id="notices">{html.escape(notices + licence)}</pre>')
    extra = part_packs(tree, vendor)
    return Parts(
        markup=markup,
        style=(tree / "static/style.css").read_text("utf-8"),
        script=script_of(modules_of(tree, vendor), "import 'pixelseal/boot';", vendor),
        python=_python(tree, vendor, UI_PARTS, UI_MAIN),
        micropython=(vendor / "micropython.wasm").read_bytes(),
        pack=engine_pack(tree, vendor, jpeg, extra),
        extra=extra,
        licence=licence,
        worker=_put((tree / "static/sw.js").read_text("utf-8"), TOLD, _told_offline()),
        sample=(tree / "static/sample.jpg").read_bytes(),
    )


def _python(tree: Path, vendor: Path, patterns: tuple[str, ...], main: str) -> bytes:
    texts = {name: path.read_text("utf-8") for name, path in sources(tree, patterns).items()}
    used = imported(texts, [main])
    return joined(bytecode({name: texts[name] for name in sorted(used)}, vendor))


def _site(parts: Parts, saved: dict[str, bytes]) -> dict[str, bytes]:
    """The static site: path below its root -> bytes. Works under any path: all references are
    relative.

    Every name except index.html and sw.js contains its file's hash: builds never mix.
    """
    script = _script(parts)
    style = _hashed("static/style.css", parts.style.encode())
    packs = {"engine": parts.pack, **parts.extra}
    large = {_hashed(f"{name}.pack", data): data for name, data in packs.items()}
    wasm = _hashed("micropython.wasm", parts.micropython)
    sample = _hashed("sample.jpg", parts.sample)
    # The pack of the copies holds the page but for its facts, which name that pack.
    page = _hosted(parts, None)
    before, after = page.split(_json_block("pixelseal-facts", None))
    files = {script: parts.script.encode(), style: parts.style.encode()}
    around = (before + _json_open("pixelseal-facts"), SCRIPT_END + after)
    texts = {name: data.decode("latin-1") for name, data in saved.items()}
    copy = copy_pack(files, around, texts, _embedded(parts))
    copy_name = _hashed("copy.pack", copy)
    facts = {
        **_engine_facts(parts),
        "sample": {"url": sample, "size": len(parts.sample)},
        "parts": {name: _told(large, name) for name in parts.extra if name != FIND},
        "finders": _told(large, FIND),
        "copy": {
            "url": copy_name,
            "size": len(copy),
            "sha256": {name: digest(data) for name, data in saved.items()},
        },
    }
    page = before + _json_block("pixelseal-facts", facts) + after
    named = {
        copy_name: copy,
        wasm: parts.micropython,
        _hashed("python.pack", parts.python): parts.python,
        sample: parts.sample,
        **large,
        **files,
    }
    return {
        "index.html": page.encode(),
        "heif-LICENSE.txt": parts.licence.encode(),
        "sw.js": _service_worker(parts, {"": page.encode(), **named}),
        **named,
    }


def _service_worker(parts: Parts, kept: dict[str, bytes]) -> bytes:
    """The worker's code, after a line with the sums of all that it may answer with, by path."""
    sums = {path: digest(data) for path, data in kept.items()}
    return f"const sums = {json.dumps(sums, sort_keys=True)};\n{parts.worker}".encode()


def _told_offline() -> str:
    """What the service worker says if the store holds another page, in each language."""
    return json.dumps(
        [(code, html.escape(text)) for code, text in in_each_language("kept-altered")]
    )


def _bench(tree: Path, vendor: Path, parts: Parts) -> dict[str, bytes]:
    """The benchmark's page, which shares everything but its script with the site's."""
    modules = modules_of(tree, vendor)
    bench = replace(
        parts,
        markup=with_words((tree / "static/bench.html").read_text("utf-8")),
        script=script_of(modules, (tree / "static/bench.js").read_text("utf-8"), vendor),
        python=_python(tree, vendor, BENCH_PARTS, BENCH_MAIN),
        main="pixelseal.bench.main",
    )
    # No parts, no copy, no sample: what it draws is a JPEG, and it is never kept for offline use.
    page = _hosted(bench, {**_engine_facts(bench), "parts": {}})
    python = {_hashed("python.pack", bench.python): bench.python}
    return {"bench.html": page.encode(), **python, _script(bench): bench.script.encode()}


def _script(parts: Parts) -> str:
    """Where the site keeps a page's script."""
    return _hashed("static/page.js", parts.script.encode())


def _hosted(parts: Parts, facts: object) -> str:
    """A page of the site, with all that it needs beside it."""
    policy = policy_of(scripts="'self'", styles="'self'", net="'self'")
    path = _hashed("static/style.css", parts.style.encode())
    style = f'<link rel="stylesheet" href="{path}" integrity="{integrity(parts.style)}">'
    script = f'<script src="{_script(parts)}" integrity="{integrity(parts.script)}">{SCRIPT_END}'
    return _page(parts, policy, facts, style=style, script=[script])


def _engine_facts(parts: Parts) -> dict[str, object]:
    """What every page of the site knows: its build, and where the engine and MicroPython are."""
    wasm = _hashed("micropython.wasm", parts.micropython)
    return {
        "build": parts.build,
        "sums": parts.sums,
        "saved": False,
        "pack": {"url": _hashed("engine.pack", parts.pack), "size": len(parts.pack)},
        "micropython": {"url": wasm, "size": len(parts.micropython)},
        "python": {"url": _hashed("python.pack", parts.python), "size": len(parts.python)},
    }


def _told(files: dict[str, bytes], name: str) -> dict[str, str | int]:
    """Where the page finds a pack, and how many bytes it has."""
    path = next(path for path in files if path.startswith(f"{name}-"))
    return {"url": path, "size": len(files[path])}


def _single_file(parts: Parts, without: str = "") -> bytes:
    """The one HTML file, under the sealing policy from its first byte; it may lack one part."""
    texts = _embedded(parts)
    texts.pop(f"part-{without}", None)
    facts = {
        "build": parts.build,
        "sums": parts.sums,
        "saved": True,
        "parts": sorted({*parts.extra} - {without}),
        "embedded": {name: len(parts.held[name]) for name in texts},
    }
    policy = policy_of(scripts=source_hash(parts.script), styles=source_hash(parts.style), net="")
    early = [texts.pop(name) for name in EARLY]
    style = f"<style>{parts.style}</style>"
    markup = _put(parts.markup, UTF8, UTF8.replace("utf-8", CHARSET))
    markup = _put(markup, NOT_STARTED, NOT_STARTED_SAVED)
    # Letters beyond ASCII as references, so that the bytes of the packs are the only others.
    plain = replace(parts, markup=markup.encode("ascii", "xmlcharrefreplace").decode())
    script = f"<script>{parts.script}{SCRIPT_END}"
    page = _page(plain, policy, facts, style=style, script=[*early, script, *texts.values()])
    return page.encode("latin-1")


def _embedded(parts: Parts) -> dict[str, str]:
    """What holds the bytes within the one file, by the names of static/carrier.js."""
    return {name: elements(f"pixelseal-{name}", data) for name, data in parts.held.items()}


def _page(
    parts: Parts,
    policy: str,
    facts: object,
    *,
    style: str,
    script: Sequence[str],
) -> str:
    """The markup with all that belongs to one carrier; `script`: what starts it, in that order."""
    head = [
        # First of all, so that nothing on the page is ever outside of it.
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy)}">',
        '<meta http-equiv="x-dns-prefetch-control" content="off">',
    ]
    boot = [
        # PyScript reads both at start, whichever of its two interpreters a page uses.
        f"<mpy-config hidden>{_pyscript_config(interpreter='./mpy.mjs')}</mpy-config>",
        f"<py-config hidden>{_pyscript_config()}</py-config>",
        _json_block("pixelseal-facts", facts),
        f'<script type="mpy">{MAIN.replace("MODULE", parts.main)}</script>',
        *script,
    ]
    page = _put(parts.markup, STYLE, style)
    return _put(_put(page, HEAD, "\n".join(head)), BOOT, "\n".join(boot))


MAIN = """
import js
import MODULE
js.pixelseal.uiReady()
"""


def _pyscript_config(**settings: str) -> str:
    return json.dumps({**settings, "plugins": [f"!{name}" for name in PLUGINS]})


def _hashed(path: str, data: bytes) -> str:
    """`path` with the hash of what is there in its name."""
    stem, _, ending = path.rpartition(".")
    return f"{stem}-{digest(data)[:16]}.{ending}"


def _put(text: str, mark: str, content: str) -> str:
    if text.count(mark) != 1:
        raise ValueError(f"the markup must hold this exactly once: {mark}")
    return text.replace(mark, content)


def _json_block(name: str, value: object) -> str:
    text = json.dumps(value, sort_keys=True).replace("<", "\\u003c")
    return f"{_json_open(name)}{text}{SCRIPT_END}"


def _json_open(name: str) -> str:
    return f'<script type="application/json" id="{name}">'
