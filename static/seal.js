// The seal: a policy added to the page after which the browser itself refuses every request.
// Proves that it works before it says so. docs/threat-model.md lists what it cannot stop.

// Policies only ever tighten (CSP Level 3, section 8.1), so nothing that runs later can undo this.
const POLICY = [
  "default-src 'none'",
  "script-src 'wasm-unsafe-eval'",
  'worker-src blob:',
  // The icon is a data: URL, which Firefox loads late. A data: URL sends nothing.
  'img-src blob: data:',
  "connect-src 'none'",
  "style-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "webrtc 'block'",
].join('; ');

// The probe asks for what was allowed until now, so that a refusal proves this policy and no other.
// A saved file has no host; a name reserved by RFC 2606 leads nowhere even if the probe got out.
const PROBE = location.protocol === 'file:'
  ? 'https://seal-probe.invalid/'
  : new URL('seal-probe', location.href).href;

// Channels that no policy covers in every browser. Removing the names is only a second barrier.
const UNCOVERED = [
  'RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport',
  'SharedWorker', 'open',
];

function removeUncovered() {
  for (const name of UNCOVERED) {
    if (!(name in window)) continue;
    Object.defineProperty(window, name, { value: undefined, writable: false, configurable: false });
  }
  if ('serviceWorker' in navigator) {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
  }
  // A page could still carry data away in a URL. Where the browser lets us, refuse to navigate.
  window.navigation?.addEventListener('navigate', (event) => {
    // Firefox announces a download twice, the second time not marked as one. A blob: URL belongs to
    // this page and carries nothing away.
    const saving = event.destination.url.startsWith('blob:');
    const staying = event.destination.url.split('#')[0] === location.href.split('#')[0];
    if (!saving && !staying && event.cancelable) event.preventDefault();
  });
}

/** @returns {Promise<boolean>} */
function refusedByPolicy() {
  return new Promise((resolve) => {
    /** @param {SecurityPolicyViolationEvent} event */
    const heard = (event) => {
      if (event.blockedURI === PROBE) finish(event.disposition === 'enforce');
    };
    /** @param {boolean} answer */
    const finish = (answer) => {
      document.removeEventListener('securitypolicyviolation', heard);
      resolve(answer);
    };
    document.addEventListener('securitypolicyviolation', heard);
    // Any response means that the policy does not work. On a refusal, the event tells what refused
    // it.
    fetch(PROBE, { mode: 'no-cors', cache: 'no-store' })
      .then(() => finish(false), () => setTimeout(finish, 2000, false));
  });
}

// Resolves to true if the browser was seen to refuse a request because of the policy.
export async function seal() {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = POLICY;
  document.head.append(meta);
  removeUncovered();
  return refusedByPolicy();
}
