// The service worker: opens the page from this browser's own store when the host cannot be reached.
// Listens to no messages and stores nothing itself (static/offline.js does). Requests from the
// network only the page, when someone opens it, and program files that are not in the store.
//
// A store belongs to an origin, and any other page of that origin can put into it what it likes. So
// it answers only with bytes whose SHA-256 is in this script, which the browser gets from the host
// and never from a store. The build provides `sums`: path below the page -> SHA-256; '' is the
// page.

// TypeScript does not know that this script runs in a service worker.
const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const PAGE = new URL('./', self.location.href).href;
const STORES = `pixelseal ${PAGE} `; // how the names in static/offline.js begin
/**
 * Used instead of the stored headers, which could state another type or policy.
 * @type {Record<string, string>}
 */
const TYPES = {
  '': 'text/html; charset=utf-8', css: 'text/css', jpg: 'image/jpeg', js: 'text/javascript',
  json: 'application/json',
  pack: 'application/octet-stream', wasm: 'application/wasm',
};
/**
 * What to say if the stored page is not the build's; the build fills it in.
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
 * The host's page if it can be reached, so that the next visit gets a new build. A page from the
 * store refers only to files that the store has, because it is stored last.
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
 * The file stored under a path, or null if none has the right bytes, and whether one had wrong
 * bytes. A store with wrong bytes in it is deleted as a whole; the next visit fills it again.
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
