// MicroPython's loader with the address of its wasm filled in: PyScript knows only this module.

import { loadMicroPython as load } from 'micropython';

export async function loadMicroPython(options) {
  try {
    return await load({ ...options, url: await window.pixelseal.micropython });
  } catch (error) {
    // Without it the page has no Python that could say anything.
    // The benchmark's page shares this, and has no sentence for it.
    for (const dead of document.querySelectorAll('#seal, #start, .top-actions')) dead.hidden = true;
    for (const said of document.querySelectorAll('#not-started')) said.hidden = false;
    throw error;
  }
}
