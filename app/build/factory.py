"""Pyodide's factory as a classic script that can restore an engine's memory. Runs nothing.

Each change is made at a place that must occur exactly once, so that another Pyodide is noticed.
Additions (docs/adr/0021-start.md):

* `onMemory(heap)`: sees the memory as the module brings it, before anything is written to it.
* `setTrampoline()`, which the factory offers, gives Python its faster way to call odd functions.
* `onLibrary(facts)`: is told where a shared library was loaded. Passed back as `flags.restored` of
  `loadDynamicLibrary`, with the compiled `module`, they bring the library to that place again and
  leave the memory alone; `link(exports)` of theirs says where its functions stand in the table.
"""

from pathlib import Path

CHANGES = (
    ("export default _createPyodideModule;", ""),
    # The memory as it comes out of the module, before anything writes to it.
    (
        "loadDylibs();updateMemoryViews();return wasmExports",
        'loadDylibs();updateMemoryViews();Module["onMemory"]?.(HEAPU8);return wasmExports',
    ),
    # A function that only newer browsers have: it takes its place behind all that the build knew.
    (
        "addOnPreRun(function setEmscriptenTrampoline(){",
        'Module["setTrampoline"]=(function setEmscriptenTrampoline(){',
    ),
    # The shared libraries.
    (
        "var memoryBase=metadata.memorySize?alignMemory("
        "getMemory(metadata.memorySize+memAlign),memAlign):0;"
        "var tableBase=metadata.tableSize?wasmTable.length:0;",
        "var memoryBase=flags.restored?flags.restored.memoryBase:metadata.memorySize?alignMemory("
        "getMemory(metadata.memorySize+memAlign),memAlign):0;"
        "var tableBase=flags.restored?flags.restored.table:metadata.tableSize?wasmTable.length:0;"
        'Module["onLibrary"]?.({name:libName,handle,memoryBase,table:wasmTable.length,'
        "global:flags.global,nodelete:flags.nodelete});",
    ),
    (
        "if(metadata.tableSize){wasmTable.grow(metadata.tableSize)}",
        "if(metadata.tableSize&&!flags.restored){wasmTable.grow(metadata.tableSize)}",
    ),
    (
        "updateGOT(moduleExports);if(!flags.allowUndefined){reportUndefinedSymbols()}",
        "if(flags.restored)flags.restored.link(moduleExports);else{updateGOT(moduleExports);"
        "if(!flags.allowUndefined){reportUndefinedSymbols()}}",
    ),
    ("function loadLibData(){", "function loadLibData(){if(flags.restored)return flags.module;"),
    (
        "if(applyRelocs){if(runtimeInitialized)",
        "if(applyRelocs&&!flags.restored){if(runtimeInitialized)",
    ),
    ("if(init){if(runtimeInitialized)", "if(init&&!flags.restored){if(runtimeInitialized)"),
    # A function that was asked for by name and got a place of its own would be missed later.
    (
        "result=addFunction(result,result.sig);HEAPU32[symbolIndex>>>2>>>0]=newSymIndex",
        'result=addFunction(result,result.sig);Module["onSymbol"]?.(symbol);'
        "HEAPU32[symbolIndex>>>2>>>0]=newSymIndex",
    ),
)


def runtime_script(vendor: Path) -> str:
    """`pyodide.js` and its factory, to be run in a classic worker.

    Pyodide refuses classic workers and finds out by calling importScripts; module workers made
    from a blob fail on file:// in Chromium (docs/adr/0002-boot.md).
    """
    factory = (vendor / "pyodide.asm.mjs").read_text("utf-8")
    for old, new in CHANGES:
        if factory.count(old) != 1:
            raise ValueError("pyodide.asm.mjs is not the module this build was written for")
        factory = factory.replace(old, new)
    return "\n".join(
        [
            'self.importScripts = () => { throw new TypeError("none here"); };',
            (vendor / "pyodide.js").read_text("utf-8"),
            factory.replace("import.meta.url", "self.location.href"),
        ]
    )
