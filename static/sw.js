// The service worker: opens the page from this browser's own store where its host cannot be reached.
// Hears no message and puts nothing into the store itself (static/offline.js does). Asks the network
// for the page when someone opens it, and for files of the program that are not in the store.
//
// A store belongs to an origin: any other page of it can put there what it likes. So nothing is
// answered but bytes whose SHA-256 stands in this script, which the browser gets from the host and
// never from a store. `sums` is the build's: path below the page -> SHA-256, that of the page by ''.

// What TypeScript does not know of a script like this.
const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const PAGE = new URL('./', self.location.href).href;
const STORES = `pixelseal ${PAGE} `; // the names of static/offline.js begin so
/**
 * Not what the store says of them: it could name a policy or a kind of its own.
 * @type {Record<string, string>}
 */
const TYPES = {
  '': 'text/html; charset=utf-8', css: 'text/css', jpg: 'image/jpeg', js: 'text/javascript',
  pack: 'application/octet-stream', wasm: 'application/wasm',
};
/**
 * What is said where the store's page is another; the build fills it in.
 * @type {[language: string, text: string][]}
 */
const TOLD = /** @type {any} */ ("pixelseal:told");

scope.addEventListener('install', () => scope.skipWaiting());

scope.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const address = url.split(/[?#]/)[0];
  if (method !== 'GET' || !address.startsWith(PAGE)) return;
  const path = address.slice(PAGE.length);
  if (mode === 'navigate') {
    if (['', 'index.html'].includes(path)) event.respondWith(page(event.request));
  } else if (path && Object.hasOwn(sums, path) && url === address) {
    event.respondWith(file(path, event.request));
  }
});

/**
 * The host's page if there is one: a new build is met at the next visit. A page from the store
 * names only files that the store has, for it is put there last.
 * @param {Request} request
 */
async function page(request) {
  let answer = Response.error();
  try {
    answer = await fetch(request);
    if (answer.ok) return answer;
  } catch {
    // No network, or no host.
  }
  const [found, other] = await stored('');
  return found ?? (other ? refusal() : answer);
}

/**
 * @param {string} path
 * @param {Request} request
 */
async function file(path, request) {
  const [found] = await stored(path);
  return found ?? fetch(request);
}

/**
 * What is stored under a path, null if there is nothing right; whether something else was there. A
 * store with something else in it goes as a whole: the next visit fills it anew.
 * @param {string} path
 * @returns {Promise<[found: Response | null, other: boolean]>}
 */
async function stored(path) {
  let other = false;
  for (const name of await caches.keys()) {
    if (!name.startsWith(STORES)) continue;
    const answer = await (await caches.open(name)).match(PAGE + path);
    if (!answer) continue;
    const bytes = await answer.arrayBuffer();
    if ((await sha256(bytes)) === sums[path]) {
      const headers = { 'content-type': TYPES[path.slice(path.lastIndexOf('.') + 1)] };
      return [new Response(bytes, { headers }), other];
    }
    other = true;
    await caches.delete(name);
  }
  return [null, other];
}

/** @param {BufferSource} bytes */
async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function refusal() {
  const said = TOLD.map(([language, text]) => `<p lang="${language}">${text}</p>`).join('');
  const headers = {
    'content-type': TYPES[''],
    'content-security-policy': "default-src 'none'",
  };
  const body = `<!doctype html><html lang="en"><title>Pixelseal</title>${said}`;
  return new Response(body, { status: 503, headers });
}
