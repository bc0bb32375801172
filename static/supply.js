// What each engine's worker is started from and may ask for. Starts none and knows no queue.

import { sha256, unpack } from 'pixelseal/pack';

// entries: Map of name -> Uint8Array from the pack; build: its hash. parts: Map of name -> packed
// bytes (docs/adr/0008-parts.md), which are handed on when a worker asks for one.
export async function supplyOf(entries, build, parts) {
  const script = new Blob([entries.get('worker.js')], { type: 'text/javascript' });
  // Compiled once; every worker gets the same code.
  const module = await WebAssembly.compile(entries.get('pyodide.asm.wasm'));
  const files = [...entries].filter(([name]) => !['worker.js', 'pyodide.asm.wasm'].includes(name));
  const sums = JSON.parse(new TextDecoder().decode(entries.get('parts.json')));
  return {
    address: URL.createObjectURL(script),
    first: { entries: Object.fromEntries(files), module, build },

    // Unpacked and compared only when asked for: most sessions open no such file.
    async part(name) {
      try {
        const packed = parts.get(name);
        return (await sha256(packed)) === sums[name] ? Object.fromEntries(await unpack(packed)) : null;
      } catch {
        // It never arrived, or arrived damaged: such files are refused by name, the rest goes on.
        return null;
      }
    },
  };
}
