// Supplies what engine workers start from and may ask for. Starts no worker and knows no queue.

import { inflated, placesOf, sha256, unpack } from 'pixelseal/pack';

/**
 * @param {import('pixelseal/arriving').Arriving} packed the engine's pack as it arrives
 * @param {Promise<void>} proven resolves once the pack is known to be the build's
 * @param {string} build the hash that names it
 * @param {Parts | Promise<Parts>} parts each handed on when asked for (docs/adr/0008-parts.md)
 * @returns {Promise<EngineSupply>}
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
  const script = await entry('worker.js');
  /** @type {() => Promise<Record<string, string>>} */
  const sums = async () => JSON.parse(new TextDecoder().decode(await entry('parts.json')));
  /** @type {Compiled | undefined} */
  let code;

  /**
   * @param {string} name
   * @param {Bytes | null | undefined} bytes
   * @returns {Promise<PartFiles>}
   */
  const unpacked = async (name, bytes) => {
    if (!bytes || (await sha256(bytes)) !== (await sums())[name]) return null;
    return Object.fromEntries(await unpack(bytes));
  };

  /** @type {Supply} */
  const supply = {
    address: addressOf(script),

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
        return await unpacked(name, await (await parts).get(name));
      } catch {
        // It never arrived, or arrived damaged: files that need it are refused, the rest works.
        return null;
      }
    },
  };

  return {
    ...supply,

    // The same for a worker that finds. Its part is unpacked again for each worker, so that the
    // page does not hold it twice.
    async finding(packedFinders) {
      const unpackedFinders = () => packedFinders().then((bytes) => unpacked('find', bytes));
      const first = await unpackedFinders();
      if (!first) return null;
      /** @type {PartFiles} */
      let ready = first;
      return {
        ...supply,
        address: addressOf(script, first['finders.js']),
        async start(post) {
          const files = ready ?? await unpackedFinders();
          ready = null;
          if (!files) throw new Error('pack-damaged');
          await supply.start(post);
          post({ finders: files }, Object.values(files).map(({ buffer }) => buffer));
        },
      };
    },
  };
}

/** @param {Bytes[]} scripts */
function addressOf(...scripts) {
  const pieces = scripts.flatMap((script) => [script, '\n']);
  return URL.createObjectURL(new Blob(pieces, { type: 'text/javascript' }));
}
