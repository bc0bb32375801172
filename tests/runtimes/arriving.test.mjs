// Bytes that arrive piece by piece (static/arriving.js): who waits for some hears of them in time.
// Run by test_modules.py, which puts the modules where node finds them by the page's names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Arriving } from "pixelseal/arriving";

const bytes = (...values) => Uint8Array.from(values);

async function collected(pieces) {
  const found = [];
  for await (const piece of pieces) found.push([...piece]);
  return found;
}

test("whoever waits goes on once the last of the bytes is there, and not before", async () => {
  const arriving = new Arriving(4);
  let there = false;
  const waiting = arriving.upTo(3).then(() => { there = true; });
  arriving.put(bytes(1, 2));
  await Promise.resolve();
  assert.equal(there, false);
  arriving.put(bytes(3));
  await waiting;
  await arriving.upTo(2);
});

test("a stretch is handed on in the pieces in which it comes, as copies", async () => {
  const arriving = new Arriving(6);
  const pieces = collected(arriving.pieces(1, 5));
  for (const part of [bytes(0, 1), bytes(2, 3), bytes(4, 5)]) {
    arriving.put(part);
    await new Promise(setImmediate);
  }
  assert.deepEqual(await pieces, [[1], [2, 3], [4]]);
  const [whole] = await collected(Arriving.of(bytes(7, 8)).pieces(0, 2));
  assert.deepEqual(whole, [7, 8]);
});

test("bytes that never come are told of, to who waits and to who asks later", async () => {
  const arriving = new Arriving(4);
  const waiting = arriving.upTo(4);
  arriving.put(bytes(1, 2));
  arriving.fail(new Error("pack-changed"));
  await assert.rejects(waiting, /pack-changed/);
  await assert.rejects(arriving.upTo(3), /pack-changed/);
  await arriving.upTo(2);
});

test("more bytes than were announced are refused, whoever has them all keeps them", async () => {
  const arriving = new Arriving(2);
  const waiting = arriving.upTo(2);
  arriving.put(bytes(1, 2, 3));
  await assert.rejects(waiting, /pack-changed/);
  const whole = new Arriving(1);
  whole.put(bytes(1));
  whole.fail(new Error("pack-changed"));
  await whole.upTo(1);
});
