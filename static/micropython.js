// MicroPython's loader with its compiled module filled in, and the page's own modules put where it
// finds them. PyScript knows only this module.

import { loadMicroPython as load } from 'micropython';

export async function loadMicroPython(options) {
  try {
    const module = await window.pixelseal.micropython;
    const instantiateWasm = (imports, done) => done(new WebAssembly.Instance(module, imports));
    const interpreter = await load({ ...options, instantiateWasm });
    for (const [path, bytes] of await window.pixelseal.python) {
      interpreter.FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
      interpreter.FS.writeFile(path, bytes);
    }
    return interpreter;
  } catch (error) {
    // Without it the page has no Python that could say anything.
    // The benchmark's page shares this, and has no sentence for it.
    for (const dead of document.querySelectorAll('#seal, #start, .top-actions')) dead.hidden = true;
    for (const said of document.querySelectorAll('#not-started')) said.hidden = false;
    throw error;
  }
}
