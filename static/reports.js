// Whether the host makes the browser send it reports, which would continue despite the seal: a
// policy can block the page's requests, but not the browser's reports about them. Asks the host for
// the page.

// Headers that name where to report, or ask for reports without more (Reporting API; Network Error
// Logging; CSP Level 3, section 5; Permissions Policy; COOP and COEP of the HTML Standard).
const REPORTING = ['reporting-endpoints', 'report-to', 'nel'];
const REPORT_ONLY = /-report-only$/;
const POLICY = 'content-security-policy';
const DIRECTIVE = /(?:^|[;,])\s*report-(?:uri|to)\s/i;

let heard = false;

// From now on: a policy that only reports tells of itself at each thing that it would refuse.
document.addEventListener('securitypolicyviolation', ({ disposition }) => {
  heard ||= disposition === 'report';
});

/** @param {Headers} headers */
function asksFor(headers) {
  if (REPORTING.some((name) => headers.has(name))) return true;
  if (DIRECTIVE.test(headers.get(POLICY) ?? '')) return true;
  return [...headers.keys()].some((name) => REPORT_ONLY.test(name));
}

// Does what the page does behind the seal, so that a policy that reports it does so now: a picture, a
// style and a worker of its own. None of them asks anyone for anything.
async function provoke() {
  const address = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));
  const image = new Image();
  const seen = new Promise((resolve) => { image.onload = image.onerror = resolve; });
  image.src = address;
  try {
    new Worker(address).terminate();
  } catch {
    // Refused by another policy: then there is no seal either.
  }
  await seen;
  URL.revokeObjectURL(address);
}

// Before the seal. The answer that the page itself came with, where the browser has kept it.
export async function hostReports() {
  const asked = fetch(location.href.split('#')[0], { cache: 'force-cache' })
    .then(({ headers }) => asksFor(headers), () => false); // opened without a network
  await provoke();
  return (await asked) || heard;
}

// After the seal's own probe, which is refused by all policies at once.
export const reported = () => heard;
