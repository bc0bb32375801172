// CRC-32 of a Blob (static/crc32.js) is that of node's own zlib.
// Run by test_modules.py, which puts the module where node finds it by the page's name.
import assert from "node:assert/strict";
import { test } from "node:test";
import zlib from "node:zlib";
import { crc32 } from "pixelseal/crc32";

test("it is that of the standard's check value, and of nothing", async () => {
  assert.equal(await crc32(new Blob(["123456789"])), 0xcbf43926);
  assert.equal(await crc32(new Blob([])), 0);
});

test("it goes on over pieces of every length", async () => {
  for (const length of [2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, 2 ** 21 + 7]) {
    const bytes = Uint8Array.from({ length }, (_, place) => (place * 7919) >>> 5);
    assert.equal(await crc32(new Blob([bytes])), zlib.crc32(bytes), `${length} bytes`);
  }
});
