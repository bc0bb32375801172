// MicroPython's loader, given its compiled module and with the page's own modules placed where it
// finds them. PyScript knows only this module.

import { loadMicroPython as load } from 'micropython';
import { notStarted } from 'pixelseal/dead';

const FILE = 0o100444; // a regular file, which nobody writes to (POSIX, sys/stat.h)
const ENOENT = 44; // no such file (WASI, errno)

/** @param {import('micropython').Options} options */
export async function loadMicroPython(options) {
  try {
    const module = await window.pixelseal.micropython;
    /** @type {import('micropython').Options['instantiateWasm']} */
    const instantiateWasm = (imports, done) => done(new WebAssembly.Instance(module, imports));
    const interpreter = await load({ ...options, instantiateWasm });
    place(interpreter.FS, await window.pixelseal.python);
    return interpreter;
  } catch (error) {
    notStarted();
    throw error;
  }
}

/**
 * Makes each file when MicroPython first looks for it, and takes it out of `files`: most of them
 * are not needed for the first photo, and making one takes as long as importing it
 * (docs/adr/0047-first-use.md).
 * @param {import('micropython').FileSystem} FS
 * @param {Map<string, Bytes>} files path -> bytes
 */
function place(FS, files) {
  // Before an import finds its file, it looks for two that do not exist, and making this error, with
  // its text and stack, would take longer than all the rest.
  const missing = new FS.ErrnoError(ENOENT);
  const folders = new Set([...files.keys()].map((path) => path.slice(0, path.lastIndexOf('/'))));
  for (const folder of folders) {
    FS.mkdirTree(folder);
    const { node } = FS.lookupPath(folder);
    const usual = node.node_ops;
    node.node_ops = {
      ...usual,
      lookup(parent, name) {
        const path = `${folder}/${name}`;
        const bytes = files.get(path);
        if (!bytes) throw missing;
        files.delete(path);
        const file = usual.mknod(parent, name, FILE, 0);
        file.contents = bytes;
        file.usedBytes = bytes.length;
        return file;
      },
    };
  }
}
