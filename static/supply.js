// Supplies what engine workers start from and may ask for. Starts no worker and knows no queue.

import { inflated, placesOf, sha256, unpack } from 'pixelseal/pack';

/**
 * @param {import('pixelseal/arriving').Arriving} packed the engine's pack as it arrives
 * @param {Promise<void>} proven resolves once the pack is known to be the build's
 * @param {string} build the hash that names it
 * @param {Parts | Promise<Parts>} parts each handed on when asked for (docs/adr/0008-parts.md)
 * @returns {Promise<Supply>}
 */
export async function supplyOf(packed, proven, build, parts) {
  const places = await placesOf(packed);
  /** @param {string} name */
  const entry = async (name) => {
    const place = places.get(name);
    if (!place) throw new Error('pack-damaged');
    const [from, end] = place;
    await packed.upTo(end);
    return inflated(packed.bytes.subarray(from, end));
  };
  const script = new Blob([await entry('worker.js')], { type: 'text/javascript' });
  /** @type {() => Promise<Record<string, string>>} */
  const sums = async () => JSON.parse(new TextDecoder().decode(await entry('parts.json')));
  /** @type {Compiled | undefined} */
  let code;
  return {
    address: URL.createObjectURL(script),

    // Streams to a worker what it starts from, as it arrives, and only afterwards tells it that the
    // bytes are right. What one worker has compiled, the others reuse.
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
        if (!bytes) return null;
        const right = (await sha256(bytes)) === (await sums())[name];
        return right ? Object.fromEntries(await unpack(bytes)) : null;
      } catch {
        // It never arrived, or arrived damaged: files that need it are refused, the rest works.
        return null;
      }
    },
  };
}
