// Ways out that a page and a worker share. Each attack gets an address of its own and resolves
// when it knows more; the witness of what got through is the server's log, never these answers.
const within = (ms, promise) => Promise.race([
  promise, new Promise(done => setTimeout(done, ms, 'silent'))]);
const settled = promise => promise.then(() => 'reached', error => 'refused: ' + error.name);
const events = (target, good, bad) => new Promise(done => {
  for (const name of good) target.addEventListener(name, () => done('reached'));
  for (const name of bad) target.addEventListener(name, () => done('refused'));
});
const worker = (address, options) => {
  const made = new Worker(address, options);
  return events(made, ['message'], ['error']);
};
// What hostile workers told, stage by stage. Firefox at times stops a worker for good that has
// started three others at once, so what was told before counts, and nobody waits for ever.
const report = (hired, patience) => new Promise(done => {
  const outcome = {};
  hired.onmessage = ({ data }) => {
    for (const [place, told] of Object.entries(data.outcome))
      outcome[place] = { ...outcome[place], ...told };
    if (data.last) done(outcome);
  };
  hired.onerror = () => done(outcome);
  setTimeout(done, patience, outcome);
});
const shared = {
  'fetch': url => settled(fetch(url)),
  'fetch-opaque': url => settled(fetch(url, { mode: 'no-cors', method: 'POST', body: 'x' })),
  'fetch-keepalive': url => settled(fetch(url, { keepalive: true, mode: 'no-cors' })),
  'request-cache': async url => settled((await caches.open('leak')).add(url)),
  'xhr': url => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    const heard = events(request, ['load'], ['error']);
    request.send();
    return heard;
  },
  'websocket': url => events(new WebSocket(url.replace('http', 'ws')), ['open'], ['error']),
  'eventsource': url => events(new EventSource(url), ['open'], ['error']),
  'import.js': url => settled(import(url)),
  'font-face': url => {
    const face = new FontFace('leak', `url(${url})`);
    return settled(face.load());
  },
  'webtransport': url => {
    const port = PORTS[url.includes('worker') ? 'worker-quic' : 'quic'];
    return settled(new WebTransport(`https://127.0.0.1:${port}/`).ready);
  },
  'function': async url => Function('url', 'return fetch(url)')(url).then(() => 'reached'),
};
const hirings = {
  'worker.js': url => worker(url),
  'module-worker.js': url => worker(url, { type: 'module' }),
  'data-worker': url => worker(
    'data:text/javascript,' + encodeURIComponent(`fetch('${url}', {mode: 'no-cors'})`
      + ".then(() => postMessage(1), () => { throw 1; })")),
};
const run = async (attacks, place, origin, patience) => {
  const outcome = {};
  await Promise.all(Object.entries(attacks).map(async ([name, attack]) => {
    try {
      const url = `${origin}/leak/${place}/${name}`;
      outcome[name] = await within(patience, Promise.resolve(attack(url)));
    } catch (error) {
      outcome[name] = 'refused: ' + error.name;
    }
  }));
  return outcome;
};
