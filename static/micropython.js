// MicroPython's loader with the address of its wasm filled in: PyScript knows only this module.

import { loadMicroPython as load } from 'micropython';

export async function loadMicroPython(options) {
  try {
    return await load({ ...options, url: await window.pixelseal.micropython });
  } catch (error) {
    // Without it the page has no Python that could say anything.
    for (const dead of ['#seal', '#start', '.top-actions']) document.querySelector(dead).hidden = true;
    document.querySelector('#not-started').hidden = false;
    throw error;
  }
}
