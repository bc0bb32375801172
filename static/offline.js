// Lets the hosted page be opened offline: registers the service worker before the seal and, after
// it, puts the program's own files into this browser's store. Fetches nothing but the worker's
// script.

import { HELD_FINDERS } from 'pixelseal/carrier';
import { bytesIn, sha256, unpack } from 'pixelseal/pack';

const SCRIPT = 'sw.js';
// Seconds. After each visit, browsers check by themselves whether that script has changed. If the
// host allows the script to be cached for this long, the check is answered from the cache and no
// request leaves after the seal; otherwise no service worker is registered (docs/hosting.md).
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
 * The script without its first line, which lists what it may answer with (app/build/page.py).
 * @param {Response} script
 */
async function codeOf(script) {
  const text = await script.text();
  return new TextEncoder().encode(text.slice(text.indexOf('\n') + 1));
}

/**
 * Call it before the seal. Resolves to the store, or null if the page cannot be kept.
 * @param {string} sum SHA-256 of the service worker's code
 * @param {string} named the page's name, which makes the script's address unique to it: Firefox
 *   would take an older script from its cache for an hour
 */
export async function prepare(sum, named) {
  const { serviceWorker } = navigator;
  if (!serviceWorker || !window.caches) return null;
  try {
    const address = `${SCRIPT}?${named}`;
    const script = await fetch(address, { cache: 'reload', credentials: 'omit' });
    if (ageOf(script) < LEAST_AGE) {
      const known = await serviceWorker.getRegistration();
      await known?.unregister();
      return null;
    }
    // The host already has another build's script; the next visit gets that build.
    if ((await sha256(await codeOf(script))) !== sum) return null;
    const registration = await serviceWorker.register(address, { updateViaCache: 'all' });
    if (registration.active) await registration.update();
    const coming = registration.installing ?? registration.waiting;
    if (coming) await activated(coming);
    return window.caches;
  } catch {
    // Opened offline or in a private window: the page works without it.
    return null;
  }
}

/**
 * Call it after the seal. All or nothing: the page itself is stored last, and without it nothing
 * else is ever used.
 * @param {CacheStorage} store
 * @param {string} facts the page's facts, as text
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
  await keepFinders(cache, home, facts, held);
  for (const other of await store.keys()) {
    if (other.startsWith(builds) && other !== name) await store.delete(other);
  }
}

/**
 * The finders are kept from the first visit that asked for them; the page is complete without.
 * @param {Cache} cache
 * @param {string} home
 * @param {string} factsText
 * @param {Map<string, Bytes>} held
 */
async function keepFinders(cache, home, factsText, held) {
  /** @type {HostedFacts} */
  const { finders } = JSON.parse(factsText);
  const bytes = held.get(HELD_FINDERS);
  if (!finders || !bytes || (await cache.match(home + finders.url))) return;
  await cache.put(home + finders.url, new Response(bytes));
}

/**
 * [path, bytes or text] of every file that the page is made of; the page's own path is ''.
 * @param {string} factsText
 * @param {Map<string, Bytes>} held
 */
async function files(factsText, held) {
  /** @type {HostedFacts} */
  const facts = JSON.parse(factsText);
  const { pack, micropython, python, copy, sample, policy } = facts;
  const parts = Object.entries(facts.parts).map(([name, part]) => [`part-${name}`, part]);
  /** @type {Record<string, Fetchable | undefined>} */
  const named = { pack, micropython, python, copy, sample, ...Object.fromEntries(parts) };
  if (policy) named.policy = policy;
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
