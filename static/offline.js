// Lets the hosted page be opened without a network: registers the service worker before the seal,
// puts the program's own files into this browser's store after it. Fetches the worker's script alone.

import { bytesIn, sha256, unpack } from 'pixelseal/pack';

const SCRIPT = 'sw.js';
// Seconds. After each visit a browser asks by itself whether that script is still the same. It is
// answered from the browser's cache, and no request leaves after the seal, if the host lets the
// script be kept for this long; where it does not, there is no service worker (docs/hosting.md).
const LEAST_AGE = 300;

/** @param {Response} response */
function ageOf(response) {
  const rule = response.headers.get('cache-control') ?? '';
  if (!response.ok || /no-store|no-cache/.test(rule)) return 0;
  return Number(/max-age=(\d+)/.exec(rule)?.[1] ?? 0);
}

/**
 * @param {ServiceWorker} worker
 * @returns {Promise<void>}
 */
function activated(worker) {
  return new Promise((resolve) => {
    const look = () => {
      if (['activated', 'redundant'].includes(worker.state)) resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/**
 * Behind its first line, which is the list of what it answers with (app/build/page.py).
 * @param {Response} script
 */
async function codeOf(script) {
  const text = await script.text();
  return new TextEncoder().encode(text.slice(text.indexOf('\n') + 1));
}

/**
 * Before the seal. Resolves to the store, null where the page cannot be kept.
 * @param {string} sum SHA-256 of the service worker's code
 * @param {string} build its name, by which another build's script has another address: Firefox would
 *   take the older one out of its cache for an hour
 */
export async function prepare(sum, build) {
  const { serviceWorker } = navigator;
  if (!serviceWorker || !window.caches) return null;
  try {
    const address = `${SCRIPT}?${build.slice(0, 16)}`;
    const script = await fetch(address, { cache: 'reload', credentials: 'omit' });
    if (ageOf(script) < LEAST_AGE) {
      const known = await serviceWorker.getRegistration();
      await known?.unregister();
      return null;
    }
    // The host has another build's by now: it is met at the next visit.
    if ((await sha256(await codeOf(script))) !== sum) return null;
    const registration = await serviceWorker.register(address, { updateViaCache: 'all' });
    if (registration.active) await registration.update();
    const coming = registration.installing ?? registration.waiting;
    if (coming) await activated(coming);
    return window.caches;
  } catch {
    // Opened offline, or in a private window: the page works nevertheless.
    return null;
  }
}

/**
 * After the seal. All or nothing: the page itself goes in last, and without it nothing else is ever
 * found.
 * @param {CacheStorage} store
 * @param {string} facts those of the page, as text
 * @param {Map<string, Bytes>} held see static/carrier.js
 */
export async function keep(store, facts, held) {
  const home = new URL('./', location.href).href;
  const builds = `pixelseal ${home} `;
  const name = builds + (await sha256(new TextEncoder().encode(facts)));
  const cache = await store.open(name);
  if (!(await cache.match(home))) {
    for (const [path, body] of await files(facts, held)) {
      await cache.put(home + path, new Response(body));
    }
  }
  for (const other of await store.keys()) {
    if (other.startsWith(builds) && other !== name) await store.delete(other);
  }
}

/**
 * [path, bytes or text] of all that the page is made of; its own path is ''.
 * @param {string} factsText
 * @param {Map<string, Bytes>} held
 */
async function files(factsText, held) {
  /** @type {HostedFacts} */
  const facts = JSON.parse(factsText);
  const { pack, micropython, python, copy, sample } = facts;
  const parts = Object.entries(facts.parts).map(([name, part]) => [`part-${name}`, part]);
  /** @type {Record<string, Fetchable | undefined>} */
  const named = { pack, micropython, python, copy, sample, ...Object.fromEntries(parts) };
  /** @type {[path: string, body: Bytes | string][]} */
  const found = [];
  for (const [name, file] of Object.entries(named)) {
    if (!file) throw new Error('incomplete');
    found.push([file.url, bytesIn(held, name)]);
  }
  const entries = await unpack(bytesIn(held, 'copy'));
  for (const [name, bytes] of entries) {
    if (name.startsWith('files/')) found.push([name.slice('files/'.length), bytes]);
  }
  /** @type {string[]} */
  const around = JSON.parse(new TextDecoder().decode(bytesIn(entries, 'index.json')));
  found.push(['', around.join(factsText)]);
  return found;
}
