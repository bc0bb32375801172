// Starts the page: Python, then the seal, then the engine if its bytes are those of the build.
// Offers window.pixelseal to Python.

import { hooks } from 'pyscript';
import {
  HELD_FINDERS, askForFinders, build, copySums, extras, factsText, finders, findersState, held,
  hostPolicy, micropython, named, pack, parts, proof, python, saved, sums,
} from 'pixelseal/carrier';
import { savedFile } from 'pixelseal/copy';
import { crc32 } from 'pixelseal/crc32';
import { notStarted } from 'pixelseal/dead';
import { failure } from 'pixelseal/engine';
import { hex } from 'pixelseal/hex';
import { keep, prepare } from 'pixelseal/offline';
import { bytesIn, sha256 } from 'pixelseal/pack';
import { Pool, lanesOf } from 'pixelseal/pool';
import { hostReports, reported } from 'pixelseal/reports';
import { seal } from 'pixelseal/seal';
import { supplyOf } from 'pixelseal/supply';
import { count, ways } from 'pixelseal/ways';

// PyScript would prepare its own workers with Function(), which the policy forbids. We use none.
hooks.worker.onBeforeRunAsync.clear();

// States in which nothing can leave the page, so images may be opened. Only in the second is a
// saved file known to be exactly what was published.
const OPEN = ['checking', 'sealed'];
/** Errors of navigator.share that are not the file's. @type {Record<string, string>} */
const NOT_SHARED = { AbortError: 'declined', NotAllowedError: 'late' };
/** @type {(() => void)[]} */
const listeners = [];
const pool = new Pool(lanesOf(navigator), engineChanged);
// Finding waits while outputs are made. An output that is asked for meanwhile does not wait.
const finding = new Pool(1, () => {}, () => !pool.making);
/** @type {Promise<void> | null} */
let findingStarted = null;
/** @type {(supply: EngineSupply, arrived: Parts) => void} */
let supplied = () => {};
/** @type {Promise<[EngineSupply, Parts]>} */
const supplies = new Promise((resolve) => {
  supplied = (supply, arrived) => resolve([supply, arrived]);
});
// What broke a worker is said of the finders, not of the engine.
const BROKEN = ['engine-crashed', 'engine-failed', 'engine-fault'];
// And of these a new worker may know nothing: a browser that is short of memory ends one, too.
const DIED = ['engine-crashed', 'out-of-memory'];

/** @type {Pixelseal} */
const pixelseal = {
  build,
  saved,
  state: 'loading',
  progress: 0,
  reason: '',
  get engine() { return pool.state; },
  // How many requests can run in parallel.
  get lanes() { return pool.lanes; },
  // Whether one more could work.
  get idle() { return pool.idle; },
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

  finders: 'absent',

  // What the host wants to be obeyed.
  policy: null,

  async find(args, blob, pixels) {
    if (!OPEN.includes(pixelseal.state)) throw failure('not-sealed');
    if (pixelseal.finders !== 'there') throw failure('finders-missing');
    for (let first = true; ; first = false) {
      try {
        const result = finding.request('find', args, [blob], pixels);
        findingStarted ??= startFinding();
        return await result;
      } catch (error) {
        const { code, values } = JSON.parse(/** @type {Error} */ (error).message);
        if (first && DIED.includes(code)) continue;
        throw failure(BROKEN.includes(code) ? 'finders-failed' : code, values);
      }
    }
  },

  stopFinding() { finding.cancel(); },

  loadFinders() { if (pixelseal.finders === 'loadable') askForFinders(); },

  random(count) {
    const bytes = crypto.getRandomValues(new Uint8Array(count));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  },

  async sha256(blob) { return sha256(await blob.arrayBuffer()); },

  // MicroPython's own parser takes much for JSON that is none.
  isJson(text) {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  },

  crc32,

  hex,

  // Whether the sample photo, to try the page with, has arrived.
  get sampled() { return OPEN.includes(pixelseal.state) && held.has('sample'); },

  sample() {
    return new Blob([bytesIn(held, 'sample')], { type: 'image/jpeg' });
  },

  // True once this browser can open the page offline.
  kept: false,

  // True if the whole page can be saved as one file.
  get copyable() { return pixelseal.state === 'sealed' && held.has('copy'); },

  // Under which name: with the finders if the page has them.
  get copyName() {
    return pixelseal.finders === 'there' ? 'pixelseal-find.html' : 'pixelseal.html';
  },

  async copy() {
    try {
      const name = pixelseal.copyName;
      const [, arrived] = await supplies;
      const bytes = pixelseal.finders === 'there' ? await finders(arrived) : null;
      const all = bytes ? new Map(held).set(HELD_FINDERS, bytes) : held;
      return await savedFile(all, name, copySums?.[name]);
    } catch {
      // Some part never arrived, or arrived damaged.
      throw new Error(JSON.stringify({ code: 'copy-failed', values: {} }));
    }
  },

  // To be tried and counted in front of the person (app/pixelseal/ui/views/proof.py).
  ways,

  // Whether the browser would hand an image to another app (W3C Web Share API).
  get shareable() {
    return Boolean(navigator.canShare?.(alone(new Blob(['x']), 'a.jpg', 'image/jpeg')));
  },

  // What became of it: as in app/pixelseal/ui/browser/host.py.
  async share(blob, name, type) {
    try {
      await navigator.share(alone(blob, name, type));
      return 'done';
    } catch (error) {
      const outcome = NOT_SHARED[/** @type {Error} */ (error).name];
      if (outcome) return outcome;
      throw new Error(JSON.stringify({ code: 'not-shared', values: {} }));
    }
  },

  // In one go: a drop's lists are empty once its event is over, and Python takes long to walk them.
  sortedOut(transfer) {
    /** @type {Dropped} */
    const found = { files: [], folders: [], handles: false };
    for (const item of transfer.items) {
      if (item.kind !== 'file') continue;
      // Looking for a folder takes Chromium a question to another process each; images have a type.
      const entry = item.type ? null : item.webkitGetAsEntry();
      if (!entry?.isDirectory) {
        const file = item.getAsFile();
        if (file) found.files.push(file); // what is still on disk
      } else if (item.getAsFileSystemHandle) {
        found.folders.push(item.getAsFileSystemHandle());
        found.handles = true;
      } else {
        found.folders.push(entry);
      }
    }
    return found;
  },

  save(content, name, type) {
    const blob = content instanceof Blob ? content : new Blob([content], { type });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    // The browser reads the blob after the click. A minute is ample, and then the memory is freed.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};
window.pixelseal = pixelseal;

/**
 * One file and nothing beside it: no title, text or address.
 * @param {Blob} blob @param {string} name @param {string} type @returns {ShareData}
 */
function alone(blob, name, type) {
  return { files: [new File([blob], name, { type })] };
}

/** @param {Partial<Pixelseal>} facts */
function change(facts) {
  if (pixelseal.state === 'refused') return; // final, whatever else was in progress
  Object.assign(pixelseal, facts);
  if (facts.state) performance.mark(`pixelseal-${facts.state}`); // for the benchmark and devtools
  for (const listener of listeners) listener();
}

let told = '';

function engineChanged() {
  finding.next();
  if (pool.state === told) return;
  told = pool.state;
  performance.mark(`pixelseal-engine-${told}`);
  change({});
}

async function start() {
  if (!window.crypto?.subtle || !window.DecompressionStream || !window.WebAssembly) {
    throw new Error(window.isSecureContext ? 'browser-too-old' : 'not-secure-context');
  }
  const prepared = copySums ? prepare(sums.worker, named) : null;
  const reporting = saved ? Promise.resolve(false) : hostReports();
  // All at once: a host's answers take longer to come than to arrive.
  const extra = parts();
  const other = extras();
  const policy = hostPolicy();
  for (const coming of [extra, other, policy]) coming.catch(() => {}); // awaited below
  const packed = await pack((progress) => change({ progress }));
  const proven = prove(packed, extra);
  proven.catch(() => {}); // awaited below, after the seal
  const supplying = supplyOf(packed, proven, build, extra);
  supplying.catch(() => {}); // likewise
  // A hosted page fetches and compares everything before the seal, because nothing can be fetched
  // afterwards. A saved file already holds everything, though most of it has yet to be parsed.
  await Promise.all(saved ? [other] : [other, supplying, proven, extra]);
  pixelseal.policy = await policy;
  // Until the page's Python runs, MicroPython is still being loaded.
  await uiStarted;
  await proof.early();
  const store = await prepared;
  if (await reporting) throw new Error('host-reports');
  change({ state: 'sealing' });
  count();
  if (!(await seal())) throw new Error('seal-failed');
  if (reported()) throw new Error('host-reports');
  performance.mark('pixelseal-open'); // for the benchmark
  change({ state: saved ? 'checking' : 'sealed' });
  // If the store is full or a part never arrived, the page just cannot be opened offline.
  if (store) keep(store, factsText, held).then(() => change({ kept: true }), () => {});
  pool.start(await supplying);
  const arrived = await extra;
  supplied(await supplying, arrived);
  findersState(arrived).then((state) => change({ finders: state }), () => {});
  await proven;
  if (saved) change({ state: 'sealed' });
}

// Starts the finders' worker from memory, once it is known that all bytes are the build's.
async function startFinding() {
  try {
    const [supply, arrived] = await supplies;
    const made = await supply.finding(() => finders(arrived));
    if (made) finding.start(made);
    else finding.end();
  } catch {
    finding.end();
  }
}

/**
 * Compares the engine's pack and, in a saved file, its parts; those of a host were compared on
 * arrival.
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
 * A saved file needs no connection: if anything is missing or wrong, the file itself is at fault.
 * @param {string} code
 */
const reasonOf = (code) => {
  if (saved) return KNOWN.includes(code) && !code.startsWith('pack') ? code : 'file-altered';
  if (code === 'page-changed') return 'pack-changed';
  return KNOWN.includes(code) ? code : 'pack-not-reached';
};
Promise.race([start(), proof.failed]).catch(({ message }) => {
  pool.end();
  // Python itself may be what is wrong, so the page says so without it.
  if (message === 'page-changed') notStarted();
  change({ state: 'refused', reason: reasonOf(message) });
});
