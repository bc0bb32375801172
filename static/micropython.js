// MicroPython's loader, given its compiled module and with the page's own modules placed where it
// finds them. PyScript knows only this module.

import { loadMicroPython as load } from 'micropython';
import { notStarted } from 'pixelseal/dead';

/** @param {import('micropython').Options} options */
export async function loadMicroPython(options) {
  try {
    const module = await window.pixelseal.micropython;
    /** @type {import('micropython').Options['instantiateWasm']} */
    const instantiateWasm = (imports, done) => done(new WebAssembly.Instance(module, imports));
    const interpreter = await load({ ...options, instantiateWasm });
    for (const [path, bytes] of await window.pixelseal.python) {
      interpreter.FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
      interpreter.FS.writeFile(path, bytes);
    }
    return interpreter;
  } catch (error) {
    notStarted();
    throw error;
  }
}
