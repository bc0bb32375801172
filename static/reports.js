// Tells whether the host makes the browser send it reports. These would go on despite the seal: a
// policy can block the page's requests, but not the browser's reports about them. Requests the page
// once from the host.

// Headers that name where to report to, or by themselves ask for reports (Reporting API; Network
// Error Logging; CSP Level 3, section 5; Permissions Policy; COOP and COEP of the HTML Standard).
const REPORTING = ['reporting-endpoints', 'report-to', 'nel'];
const REPORT_ONLY = /-report-only$/;
const POLICY = 'content-security-policy';
const DIRECTIVE = /(?:^|[;,])\s*report-(?:uri|to)\s/i;

let heard = false;

// From now on, a report-only policy gives itself away by each thing that it would have refused.
document.addEventListener('securitypolicyviolation', ({ disposition }) => {
  heard ||= disposition === 'report';
});

/** @param {Headers} headers */
function asksFor(headers) {
  if (REPORTING.some((name) => headers.has(name))) return true;
  if (DIRECTIVE.test(headers.get(POLICY) ?? '')) return true;
  return [...headers.keys()].some((name) => REPORT_ONLY.test(name));
}

// Does what the page does after the seal (loads a blob as a picture, starts a worker), so that a
// policy that would report it does so now. Neither sends a request.
async function provoke() {
  const address = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));
  const image = new Image();
  const seen = new Promise((resolve) => { image.onload = image.onerror = resolve; });
  image.src = address;
  try {
    new Worker(address).terminate();
  } catch {
    // Another policy refuses workers; then the seal fails, too.
  }
  await seen;
  URL.revokeObjectURL(address);
}

// Call it before the seal. Looks at the response that the page came with, if the browser cached it.
export async function hostReports() {
  const asked = fetch(location.href.split('#')[0], { cache: 'force-cache' })
    .then(({ headers }) => asksFor(headers), () => false); // opened offline
  await provoke();
  return (await asked) || heard;
}

// Call it after the seal's own probe, which every policy refuses.
export const reported = () => heard;
