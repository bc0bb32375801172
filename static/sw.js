// The service worker: opens the page from this browser's own store where its host cannot be reached.
// Hears no message and keeps nothing itself (static/offline.js does). Asks the network for the page
// when someone opens it, and for files of the program that are not in the store; for nothing else.

const PAGE = new URL('./', self.location).href;
// The build puts a file's hash into its name: whatever the store has under it is the right one.
const FILE = /-[0-9a-f]{16}\.(?:css|jpg|js|pack|wasm)$/;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const address = url.split(/[?#]/)[0];
  if (method !== 'GET' || !address.startsWith(PAGE)) return;
  if (mode === 'navigate') {
    if ([PAGE, `${PAGE}index.html`].includes(address)) event.respondWith(page(event.request));
  } else if (FILE.test(url)) event.respondWith(file(event.request));
});

// The host's page if there is one: a new build is met at the next visit. A page from the store
// names only files that the store has, for it is put there last.
async function page(request) {
  let answer = Response.error();
  try {
    answer = await fetch(request);
    if (answer.ok) return answer;
  } catch {
    // No network, or no host.
  }
  return (await caches.match(PAGE)) ?? answer;
}

async function file(request) {
  return (await caches.match(request.url)) ?? fetch(request);
}
