"""Looks for what a page left behind: in a browser's storage and on its disk. Tests nothing."""

from collections.abc import Iterable
from pathlib import Path

# Everything that a page can write to; where a browser refuses to look, there is nothing. Of
# databases the records count: PyScript opens one of its own at start and puts nothing into it. Of
# caches what is no file of the program counts (docs/adr/0016-offline.md).
STORAGE = r"""async () => {
  const kept = {};
  const look = async (name, count) => {
    try { const n = await count(); if (n) kept[name] = n; } catch { }
  };
  const asked = request => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = failed;
  });
  await look('localStorage', () => localStorage.length);
  await look('sessionStorage', () => sessionStorage.length);
  await look('cookie', () => document.cookie.length);
  await look('indexedDB', async () => {
    let records = 0;
    for (const { name } of await indexedDB.databases()) {
      const base = await asked(indexedDB.open(name));
      for (const store of base.objectStoreNames)
        records += await asked(base.transaction(store).objectStore(store).count());
      base.close();
    }
    return records;
  });
  await look('caches', async () => {
    const home = new URL('./', location.href).href;
    const own = /-[0-9a-f]{16}\.(css|jpg|js|pack|wasm)$/;
    let others = 0;
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        if (url !== home && !(url.startsWith(home) && own.test(url))) others++;
    return others;
  });
  await look('files', async () => {
    const root = await navigator.storage.getDirectory();
    let count = 0;
    for await (const name of root.keys()) count++;
    return count;
  });
  await look('history', () => Object.keys(history.state ?? {}).length);
  await look('name', () => window.name.length);
  return kept;
}"""


def found_on_disk(folder: Path, needles: Iterable[bytes]) -> list[tuple[str, bytes]]:
    """Return (file, needle) for each needle in a file under `folder`, in UTF-8 or UTF-16."""
    forms = [(needle, form) for needle in needles for form in (needle, _wide(needle))]
    hits = []
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        data = path.read_bytes()
        hits += [(str(path.relative_to(folder)), needle) for needle, form in forms if form in data]
    return hits


def _wide(text: bytes) -> bytes:
    return text.decode().encode("utf-16-le")
