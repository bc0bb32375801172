// Starts the page: Python, the seal, then the engine, if its bytes are the build's. Offers
// window.pixelseal to Python.

import { hooks } from 'pyscript';
import {
  build, copySum, extras, factsText, held, micropython, pack, parts, proof, python, saved, sums,
} from 'pixelseal/carrier';
import { savedFile } from 'pixelseal/copy';
import { notStarted } from 'pixelseal/dead';
import { keep, prepare } from 'pixelseal/offline';
import { bytesIn, sha256 } from 'pixelseal/pack';
import { Pool, lanesOf } from 'pixelseal/pool';
import { hostReports, reported } from 'pixelseal/reports';
import { seal } from 'pixelseal/seal';
import { supplyOf } from 'pixelseal/supply';

// PyScript would prepare its own workers with Function(); the policy forbids that, and none are used.
hooks.worker.onBeforeRunAsync.clear();

// States in which nothing can leave the page, so that images can be opened. Of a saved file it is
// not known before the second one that all of it is what was published.
const OPEN = ['checking', 'sealed'];
/** @type {(() => void)[]} */
const listeners = [];
const pool = new Pool(lanesOf(navigator), engineChanged);

/** @type {Pixelseal} */
const pixelseal = {
  build,
  saved,
  state: 'loading',
  progress: 0,
  reason: '',
  get engine() { return pool.state; },
  // How many requests are worked on side by side.
  get lanes() { return pool.lanes; },
  micropython: micropython(),
  python: python(),
  uiReady: null,

  listen(listener) {
    listeners.push(listener);
    listener();
  },

  request(op, args, blobs, pixels, shown) {
    if (!OPEN.includes(pixelseal.state)) {
      return Promise.reject(new Error(JSON.stringify({ code: 'not-sealed', values: {} })));
    }
    return pool.request(op, args, blobs, pixels, shown);
  },

  cancel() { pool.cancel(); },

  random(count) {
    const bytes = crypto.getRandomValues(new Uint8Array(count));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  },

  async sha256(blob) { return sha256(await blob.arrayBuffer()); },

  // A photo to try the page with, and whether it arrived.
  get sampled() { return OPEN.includes(pixelseal.state) && held.has('sample'); },

  sample() {
    return new Blob([bytesIn(held, 'sample')], { type: 'image/jpeg' });
  },

  // True once this browser can open the page without a network.
  kept: false,

  // True where the page can hand over a file that is all of it.
  get copyable() { return pixelseal.state === 'sealed' && held.has('copy'); },

  async copy() {
    try {
      return await savedFile(held, copySum);
    } catch {
      // A part of it never arrived, or arrived damaged.
      throw new Error(JSON.stringify({ code: 'copy-failed', values: {} }));
    }
  },

  save(content, name, type) {
    const blob = content instanceof Blob ? content : new Blob([content], { type });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    // The browser reads the blob after the click; a minute is ample, and memory is not kept.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};
window.pixelseal = pixelseal;

/** @param {Partial<Pixelseal>} facts */
function change(facts) {
  if (pixelseal.state === 'refused') return; // for good, whatever else was under way
  Object.assign(pixelseal, facts);
  if (facts.state) performance.mark(`pixelseal-${facts.state}`); // for the benchmark and devtools
  for (const listener of listeners) listener();
}

let told = '';

function engineChanged() {
  if (pool.state === told) return;
  told = pool.state;
  performance.mark(`pixelseal-engine-${told}`);
  change({});
}

async function start() {
  if (!window.crypto?.subtle || !window.DecompressionStream || !window.WebAssembly) {
    throw new Error(window.isSecureContext ? 'browser-too-old' : 'not-secure-context');
  }
  const prepared = copySum ? prepare(sums.worker, build) : null;
  const reporting = saved ? Promise.resolve(false) : hostReports();
  const packed = await pack((progress) => change({ progress }));
  const extra = parts();
  const proven = prove(packed, extra);
  proven.catch(() => {}); // heard below, after the seal
  const supplying = supplyOf(packed, proven, build, extra);
  supplying.catch(() => {}); // as well
  // Of a host, all is fetched and compared before the seal, for afterwards nothing can be. A saved
  // file has all that it needs, though most of it has not been read yet.
  await Promise.all(saved ? [extras()] : [extras(), supplying, proven, extra]);
  // MicroPython is still reading its own bytes until the page's Python runs.
  await uiStarted;
  await proof.early();
  const store = await prepared;
  if (await reporting) throw new Error('host-reports');
  change({ state: 'sealing' });
  if (!(await seal())) throw new Error('seal-failed');
  if (reported()) throw new Error('host-reports');
  performance.mark('pixelseal-open'); // for the benchmark
  change({ state: saved ? 'checking' : 'sealed' });
  // A store without room, or a part that never arrived: opened offline, the page will not come up.
  if (store) keep(store, factsText, held).then(() => change({ kept: true }), () => {});
  pool.start(await supplying);
  await proven;
  if (saved) change({ state: 'sealed' });
}

/**
 * The engine and its parts; of a host, as many as came.
 * @param {import('pixelseal/arriving').Arriving} packed
 * @param {Promise<Parts>} extra
 */
async function prove(packed, extra) {
  await packed.upTo(packed.bytes.length);
  await proof.whole('pack', packed.bytes);
  if (!saved) return;
  for (const [name, bytes] of await extra) await proof.whole(`part-${name}`, await bytes);
}

/** @type {Promise<void>} */
const uiStarted = new Promise((resolve) => { pixelseal.uiReady = resolve; });
const KNOWN = [
  'browser-too-old', 'not-secure-context', 'pack-not-reached', 'pack-changed', 'pack-damaged',
  'seal-failed', 'host-reports',
];
/**
 * A saved file needs no connection: whatever is missing or wrong in it came with it.
 * @param {string} code
 */
const reasonOf = (code) => {
  if (saved) return KNOWN.includes(code) && !code.startsWith('pack') ? code : 'file-altered';
  if (code === 'page-changed') return 'pack-changed';
  return KNOWN.includes(code) ? code : 'pack-not-reached';
};
Promise.race([start(), proof.failed]).catch(({ message }) => {
  pool.end();
  // What is wrong may be Python itself: then the page says it without.
  if (message === 'page-changed') notStarted();
  change({ state: 'refused', reason: reasonOf(message) });
});
