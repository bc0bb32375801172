// What each engine's worker is started from and may ask for. Starts none and knows no queue.

import { entriesOf, inflated, sha256, unpack } from 'pixelseal/pack';

const json = async (packed) => JSON.parse(new TextDecoder().decode(await inflated(packed)));

// packed: the engine's pack; build: its hash. parts: Map of name -> packed bytes
// (docs/adr/0008-parts.md), or a promise of it; one is handed on when a worker asks for it.
export async function supplyOf(packed, build, parts) {
  const entries = entriesOf(packed);
  const script = new Blob([await inflated(entries.get('worker.js'))], { type: 'text/javascript' });
  const sums = json(entries.get('parts.json'));
  entries.delete('worker.js');
  let code;
  return {
    address: URL.createObjectURL(script),

    // What a worker is told first. What one has compiled, the others need not.
    get first() { return { entries: Object.fromEntries(entries), code, build }; },
    learned(compiled) { code = compiled; },

    // Unpacked and compared only when asked for: most sessions open no such file.
    async part(name) {
      try {
        const bytes = (await parts).get(name);
        const right = (await sha256(bytes)) === (await sums)[name];
        return right ? Object.fromEntries(await unpack(bytes)) : null;
      } catch {
        // It never arrived, or arrived damaged: such files are refused by name, the rest goes on.
        return null;
      }
    },
  };
}
