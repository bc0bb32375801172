// Every way out that a page can try by itself, tried once when somebody asks for it, and what the
// browser counted since the seal. docs/proof.md says what each answer means, and what is not tried.
// Nobody can have an address below .invalid (RFC 6761); what is added to the page is removed again.

const PATIENCE = 6000; // milliseconds for an answer: a busy computer must not look like a leak
const REPORTS = 1500; // milliseconds in which the policy's report may follow the answer
const WORDS = 300; // milliseconds in which the answer may follow the report
const HOST = 'proof.invalid';

/**
 * What a way is given: its address, where what it makes stands, and whose reports count.
 * @typedef {{ url: string, box: HTMLElement, hear: (target: EventTarget) => void,
 *   report: (report: Report) => void }} Given
 * @typedef {{ directive: string, disposition: string, uri: string }} Report
 * @typedef {{ words: string, outcome?: string }} Answer
 */

/** @param {unknown} error */
function said(error) {
  if (!(error instanceof Object && 'name' in error && 'message' in error)) return String(error);
  const parts = [error.name, error.message].filter(Boolean);
  // Firefox's own exceptions may have neither; what follows tells where this script is.
  return parts.join(': ') || String(error).split('  location:')[0];
}

/** @type {(promise: Promise<unknown>) => Promise<string>} */
const told = (promise) => promise.then(() => 'done', said);

/**
 * The first of these events.
 * @param {EventTarget} target @param {string[]} names @returns {Promise<string>}
 */
const first = (target, ...names) => new Promise((done) => {
  for (const name of names) target.addEventListener(name, () => done(`event: ${name}`));
});

/**
 * An element in the page, and the first that comes of it.
 * @param {HTMLElement} box @param {string} tag @param {Record<string, string>} facts
 */
function put(box, tag, facts) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) element.setAttribute(name, value);
  const heard = first(element, 'load', 'error', 'canplay');
  box.append(element);
  return heard;
}

/**
 * A frame with nothing in it.
 * @param {Given} given
 */
function blank({ box, hear }) {
  const frame = document.createElement('iframe');
  frame.name = 'way-out';
  frame.tabIndex = -1;
  box.append(frame);
  const inside = /** @type {Window & typeof globalThis} */ (frame.contentWindow);
  hear(inside.document);
  return inside;
}

// Runs in a worker, and tells what the policy reported there.
const WORKER = `addEventListener('securitypolicyviolation', (event) => postMessage({ report: {
  directive: event.effectiveDirective, disposition: event.disposition, uri: event.blockedURI } }));
const ways = {
  fetch: (url) => fetch(url, { mode: 'no-cors' }).then(() => 'done'),
  import: async (url) => importScripts(url) ?? 'done',
  websocket: (url) => new Promise((done) => {
    const socket = new WebSocket(url.replace('https', 'wss'));
    socket.onopen = () => done('event: open');
    socket.onerror = () => done('event: error');
  }),
};
onmessage = async ({ data: [kind, url] }) => {
  try {
    postMessage({ words: await ways[kind](url) });
  } catch ({ name, message }) {
    postMessage({ words: [name, message].filter(Boolean).join(': '), rule: name === 'SecurityError' });
  }
};`;

/**
 * @param {'fetch' | 'import' | 'websocket'} kind @param {Given} given @returns {Promise<Answer>}
 */
function inWorker(kind, { url, report }) {
  const address = URL.createObjectURL(new Blob([WORKER], { type: 'text/javascript' }));
  const worker = new Worker(address);
  setTimeout(() => { worker.terminate(); URL.revokeObjectURL(address); }, PATIENCE);
  worker.postMessage([kind, url]);
  return new Promise((done) => {
    worker.onmessage = ({ data }) => {
      if (data.report) report(data.report);
      else done({ words: data.words, outcome: data.rule ? 'rule' : undefined });
    };
  });
}

/**
 * Sends the page's window elsewhere, which the seal's own listener prevents where a browser lets it.
 * The one here prevents it in any case, and tells whether it had to.
 * @param {Given} given @returns {Promise<Answer>}
 */
async function leaving({ url }) {
  const { navigation } = window;
  // Without that nothing could prevent it, and the page would be gone.
  if (!navigation) return { words: '', outcome: 'untried' };
  let stopped = false;
  /** @param {NavigateEvent} event */
  const guard = (event) => {
    stopped = event.defaultPrevented;
    event.preventDefault();
  };
  navigation.addEventListener('navigate', guard);
  const words = await told(navigation.navigate(url).committed);
  navigation.removeEventListener('navigate', guard);
  return { words, outcome: stopped ? 'stopped' : 'open' };
}

/** @type {Record<string, (given: Given) => string | Answer | Promise<string | Answer>>} */
const WAYS = {
  'fetch': ({ url }) => told(fetch(url, { mode: 'no-cors' })),
  'xhr': ({ url }) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    const heard = first(request, 'load', 'error');
    request.send('x');
    return heard;
  },
  'beacon': ({ url }) => `sendBeacon: ${navigator.sendBeacon(url, 'x')}`,
  'websocket': ({ url }) => first(new WebSocket(url.replace('https', 'wss')), 'open', 'error'),
  'eventsource': ({ url }) => {
    const source = new EventSource(url);
    const heard = first(source, 'open', 'error');
    heard.then(() => source.close());
    return heard;
  },
  'image': ({ url, box }) => put(box, 'img', { src: url, alt: '' }),
  'media': ({ url, box }) => put(box, 'audio', { src: url, preload: 'auto' }),
  'script': ({ url, box }) => put(box, 'script', { src: url }),
  'import': ({ url }) => told(import(url)),
  'style': ({ url, box }) => put(box, 'link', { rel: 'stylesheet', href: url }),
  'font': ({ url }) => told(new FontFace('way-out', `url(${url})`).load()),
  'preload': ({ url, box }) => put(box, 'link', { rel: 'preload', as: 'image', href: url }),
  'form': (given) => {
    const form = document.createElement('form');
    Object.assign(form, { action: given.url, method: 'post', target: blank(given).name });
    given.box.append(form);
    form.submit();
    return '';
  },
  'frame': ({ url, box }) => put(box, 'iframe', { src: url, tabindex: '-1' }),
  'frame-fetch': (given) => told(blank(given).fetch(given.url, { mode: 'no-cors' })),
  'object': ({ url, box }) => put(box, 'object', { data: url }),
  'worker': ({ url }) => first(new Worker(url), 'message', 'error'),
  'worker-data': ({ url }) => first(
    new Worker(`data:text/javascript,fetch('${url}').then(() => postMessage(1))`),
    'message', 'error'),
  'worker-fetch': (given) => inWorker('fetch', given),
  'worker-import': (given) => inWorker('import', given),
  'worker-websocket': (given) => inWorker('websocket', given),
  'shared-worker': ({ url }) => first(new SharedWorker(url), 'message', 'error'),
  'service-worker': ({ url }) => told(navigator.serviceWorker.register(url)),
  'webrtc': () => String(new RTCPeerConnection()),
  'webtransport': ({ url }) => told(new WebTransport(url).ready),
  'window': ({ url }) => String(window.open(url)),
  'leave': leaving,
};

/**
 * Whether what a way takes is there; what is not named here is there in every browser.
 * @type {Record<string, () => boolean>}
 */
const THERE = {
  'shared-worker': () => Boolean(window.SharedWorker),
  'service-worker': () => Boolean(navigator.serviceWorker),
  'webrtc': () => Boolean(window.RTCPeerConnection),
  'webtransport': () => Boolean(window.WebTransport),
  'window': () => Boolean(window.open),
};
// What a report names instead of the address.
const NAMED = /** @type {Record<string, string>} */ ({ 'worker-data': 'data' });

/** @type {<T>(milliseconds: number, promise: Promise<T>) => Promise<T | undefined>} */
const within = (milliseconds, promise) => Promise.race([
  promise, new Promise((done) => { setTimeout(done, milliseconds, undefined); })]);

/**
 * Makes the attempt, and tells what the browser answered.
 * @param {string} name @param {Given} given @param {Promise<void>} reported
 * @returns {Promise<Answer>}
 */
async function answerOf(name, given, reported) {
  try {
    const answered = Promise.resolve(WAYS[name](given));
    const answer = await within(
      PATIENCE, Promise.race([answered, reported.then(() => within(WORDS, answered))]));
    if (answer instanceof Object) return answer;
    if (!answer) return { words: '', outcome: 'silent' };
    return { words: answer, outcome: /[Ee]rror|false$/.test(answer) ? 'unclear' : 'open' };
  } catch (error) {
    const rule = error instanceof DOMException && error.name === 'SecurityError';
    return { words: said(error), outcome: rule ? 'rule' : 'unclear' };
  }
}

/**
 * Tries one way. `outcome` is "policy" if the browser reported that a policy refused that very
 * address; "absent" if what it takes is not there; "stopped" if the page prevented it; "rule" if the
 * browser said that it is not allowed; "unclear" if it failed and nothing tells why; "silent" without any
 * answer; "untried"; and otherwise "open".
 * @param {string} name
 */
async function attempt(name) {
  const there = THERE[name]?.() ?? true;
  const host = `${name}.${HOST}`;
  /** @type {Report[]} */
  const reports = [];
  let heard = () => {};
  /** @type {Promise<void>} */
  const reported = new Promise((done) => { heard = done; });
  /** @param {Report} told */
  const report = (told) => {
    if (told.disposition !== 'enforce') return;
    if (told.uri !== NAMED[name] && !told.uri.includes(`//${host}`)) return;
    reports.push(told);
    heard();
  };
  const listener = /** @type {EventListener} */ (
    /** @param {SecurityPolicyViolationEvent} event */
    ({ effectiveDirective, disposition, blockedURI }) => report(
      { directive: effectiveDirective, disposition, uri: blockedURI }));
  /** @param {EventTarget} target */
  const hear = (target) => target.addEventListener('securitypolicyviolation', listener);
  const box = document.createElement('div');
  box.className = 'hidden-text';
  box.inert = true;
  document.body.append(box);
  hear(document);
  const given = { url: `https://${host}/`, box, hear, report };
  const { words, outcome } = await answerOf(name, given, reported);
  if (there && !['stopped', 'untried'].includes(outcome ?? '')) await within(REPORTS, reported);
  document.removeEventListener('securitypolicyviolation', listener);
  box.remove();
  const [{ directive, uri }] = [...reports, { directive: '', uri: '' }];
  const judged = directive ? 'policy' : there ? outcome ?? 'unclear' : 'absent';
  return { outcome: judged, words, directive, uri };
}

let since = 0;
let refusals = 0;
/** Addresses that a policy refused. @type {Set<string>} */
const refused = new Set();
/** Addresses that the browser timed. @type {string[]} */
const timed = [];
const MOST = 10_000; // of either: a page that asks for so much has long shown what it does

/** Counts from now on what the policies refuse, and what the browser times as a request. */
export function count() {
  since = performance.now();
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    refusals += 1;
    if (refused.size < MOST) refused.add(blockedURI.replace(/\/$/, ''));
  });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (startTime >= since && timed.length < MOST && !/^(blob|data):/.test(name)) timed.push(name);
    }
  }).observe({ type: 'resource' });
}

/** What the page's Python is given. Chromium times what it refuses, too: that is no request. */
export const ways = {
  names: () => Object.keys(WAYS),
  attempt,
  counts: () => ({ requests: timed.filter((name) => !refused.has(name.replace(/\/$/, ''))).length, refusals }),
};
