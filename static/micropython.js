// MicroPython's loader with the address of its wasm filled in: PyScript knows only this module.

import { loadMicroPython as load } from 'micropython';

export async function loadMicroPython(options) {
  return load({ ...options, url: await window.pixelseal.micropython });
}
