// A hostile worker: tries the shared ways out and its own, then starts a worker of its own, and at
// last workers by address. Tells after each stage what came of it.
self.onmessage = async ({ data: { source, place, origin, patience, depth } }) => {
  const mine = {
    ...shared,
    'import-scripts.js': url => { importScripts(url); return 'reached'; },
  };
  const tell = (outcome, last = false) => postMessage({ outcome, last });
  tell({ [place]: await run(mine, place, origin, patience) });
  if (depth > 0) {
    const below = place + '-nested';
    let nested;
    try {
      nested = new Worker(URL.createObjectURL(new Blob([source])));
    } catch {
      // WebKit lets a worker of a file:// page start none.
    }
    nested?.postMessage({ source, place: below, origin, patience, depth: depth - 1 });
    tell(nested ? await report(nested, 4 * patience) : { [below]: {} });
  }
  tell({ [place]: await run(hirings, place, origin, patience) }, true);
};
