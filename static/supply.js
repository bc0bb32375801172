// What each engine's worker is started from and may ask for. Starts none and knows no queue.

import { inflated, placesOf, sha256, unpack } from 'pixelseal/pack';

// packed: the engine's pack as it arrives; proven: a promise that resolves once it is known to be the
// right one; build: its hash. parts: Map of name -> packed bytes (docs/adr/0008-parts.md), or promises
// of either; one is handed on when a worker asks for it.
export async function supplyOf(packed, proven, build, parts) {
  const places = await placesOf(packed);
  const entry = async (name) => {
    const [from, end] = places.get(name);
    await packed.upTo(end);
    return inflated(packed.bytes.subarray(from, end));
  };
  const script = new Blob([await entry('worker.js')], { type: 'text/javascript' });
  const sums = async () => JSON.parse(new TextDecoder().decode(await entry('parts.json')));
  let code;
  return {
    address: URL.createObjectURL(script),

    // Tells a worker what it starts from, while it arrives; only then, that it is right. What one
    // worker has compiled, the others need not.
    async start(post) {
      post({ build, code });
      const compiled = code ?? {};
      for (const [name, [from, end]] of places) {
        if (name === 'worker.js' || name === 'parts.json' || name in compiled) continue;
        for await (const piece of packed.pieces(from, end)) post({ entry: name, piece }, [piece.buffer]);
        post({ entry: name });
      }
      await proven;
      post({ proven: true });
    },
    learned(compiled) { code = compiled; },

    // Unpacked and compared only when asked for: most sessions open no such file.
    async part(name) {
      try {
        const bytes = await (await parts).get(name);
        const right = (await sha256(bytes)) === (await sums())[name];
        return right ? Object.fromEntries(await unpack(bytes)) : null;
      } catch {
        // It never arrived, or arrived damaged: such files are refused by name, the rest goes on.
        return null;
      }
    },
  };
}
