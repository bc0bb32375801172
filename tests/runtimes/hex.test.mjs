// A Blob's bytes as hexadecimal text (static/hex.js) are node's own.
// Run by test_modules.py, which puts the module where node finds it by the page's name.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hex } from "pixelseal/hex";

test("every byte has its two digits", async () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, place) => place);
  assert.equal(await hex(new Blob([bytes])), Buffer.from(bytes).toString("hex"));
  assert.equal(await hex(new Blob([])), "");
});
