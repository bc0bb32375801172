// Bytes as text within the one file (static/blocks.js): written and read back, each of the 256.
// Run by test_modules.py, which puts the modules where node finds them by the page's names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asText, bytesOf } from "pixelseal/blocks";

// What a browser makes of the file's bytes.
const shown = (bytes) => new TextDecoder("windows-1252").decode(bytes);

test("every byte comes back, alone and behind every other", () => {
  for (let first = 0; first < 256; first += 1) {
    const bytes = Uint8Array.from({ length: 512 }, (_, at) => (at % 2 ? at >> 1 : first));
    assert.deepEqual(bytesOf(shown(asText(bytes))), bytes);
  }
});

test("what the parser would change or take for a tag does not stand there", () => {
  const text = shown(asText(Uint8Array.from([0, 13, 60, 61, 0x2f, 0x21])));
  assert.equal(text, "=@=M=|=}/!");
});
