// What a worker starts from (static/supply.js), while the pack is still arriving.
// Run by test_modules.py, which puts the modules where node finds them by the page's names.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { Arriving } from "pixelseal/arriving";
import { supplyOf } from "pixelseal/supply";

// In the order of the file, which is not that of the names.
const ENTRIES = { "worker.js": "run()", "start.json": "{}", "b.wasm": "code", "a.memory": "0000" };

function packOf(entries) {
  const packed = Object.entries(entries).map(([name, text]) => [name, gzipSync(text)]);
  const header = {};
  let offset = 0;
  for (const [name, data] of packed) {
    header[name] = [offset, data.length];
    offset += data.length;
  }
  // Sorted by name, as the build writes it.
  const text = JSON.stringify(Object.fromEntries(Object.entries(header).sort()));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat(["PXSPACK1", length, text].map(Buffer.from).concat(packed.map(([, d]) => d)));
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const PACK = packOf(ENTRIES);
let [arriving, prove, supplied] = [];

beforeEach(() => {
  arriving = new Arriving(PACK.length);
  const proven = new Promise((resolve) => { prove = resolve; });
  supplied = supplyOf(arriving, proven, "build", new Map());
});

async function told(supply) {
  const messages = [];
  const done = supply.start((message) => messages.push(structuredClone(message)));
  await settled();
  return [messages, done];
}

test("a worker gets each entry but its own script, in the order of the file, and then the word", async () => {
  arriving.put(PACK);
  const [messages, done] = await told(await supplied);
  const ends = messages.filter(({ entry, piece }) => entry && !piece).map(({ entry }) => entry);
  assert.deepEqual(messages[0], { build: "build", code: undefined });
  assert.deepEqual(ends, ["start.json", "b.wasm", "a.memory"]);
  assert.ok(!messages.some(({ proven }) => proven), "the page does not know it yet");
  prove();
  await done;
  assert.deepEqual(messages.at(-1), { proven: true });
});

test("it is started before the pack is whole, and told what comes as it comes", async () => {
  arriving.put(PACK.subarray(0, -10));
  const supply = await supplied;
  const [messages] = await told(supply);
  const last = messages.at(-1);
  assert.equal(last.entry, "a.memory");
  assert.ok(last.piece.length > 0);
  arriving.put(PACK.subarray(-10));
  await settled();
  assert.deepEqual(messages.at(-1), { entry: "a.memory" });
});

test("what one worker has compiled is not sent to the next as bytes", async () => {
  arriving.put(PACK);
  prove();
  const supply = await supplied;
  supply.learned({ "b.wasm": "compiled" });
  const [messages] = await told(supply);
  assert.deepEqual(messages[0].code, { "b.wasm": "compiled" });
  assert.ok(!messages.some(({ entry }) => entry === "b.wasm"));
});

test("bytes that are not the build's end the start", async () => {
  const wrong = Promise.reject(new Error("pack-changed"));
  wrong.catch(() => {}); // the page hears of it, too
  arriving.put(PACK);
  const supply = await supplyOf(arriving, wrong, "build", new Map());
  await assert.rejects(supply.start(() => {}), /pack-changed/);
});

// A part is gzipped as a whole, its entries are not.
function partOf(files) {
  const header = {};
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    header[name] = [offset, text.length];
    offset += text.length;
  }
  const text = JSON.stringify(header);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const whole = ["PXSPACK1", length, text, ...Object.values(files)].map(Buffer.from);
  return new Uint8Array(gzipSync(Buffer.concat(whole)));
}

const FINDERS = partOf({ "finders.js": "lend()", "faces.onnx": "weights" });

async function suppliedWith(part) {
  const sum = createHash("sha256").update(part).digest("hex");
  const pack = packOf({ ...ENTRIES, "parts.json": JSON.stringify({ find: sum }) });
  const whole = new Arriving(pack.length);
  whole.put(pack);
  return supplyOf(whole, Promise.resolve(), "build", new Map());
}

test("a worker that finds starts as others do and then gets what it runs, each time anew", async () => {
  const supply = await (await suppliedWith(FINDERS)).finding(async () => FINDERS);
  for (let worker = 0; worker < 2; worker += 1) {
    const [messages, done] = await told(supply);
    await done;
    assert.deepEqual(messages.at(-2), { proven: true });
    const { finders } = messages.at(-1);
    assert.deepEqual(Object.keys(finders), ["finders.js", "faces.onnx"]);
    assert.equal(Buffer.from(finders["faces.onnx"]).toString(), "weights");
  }
  const script = await (await fetch(supply.address)).text();
  assert.ok(script.startsWith("run()\n") && script.includes("lend()"));
});

test("finders that are not the build's, or not there, start no worker", async () => {
  const supply = await suppliedWith(FINDERS);
  assert.equal(await supply.finding(async () => partOf({ "finders.js": "other()" })), null);
  assert.equal(await supply.finding(async () => null), null);
});
