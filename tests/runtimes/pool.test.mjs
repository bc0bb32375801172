// The engines' queue (static/pool.js), with workers that answer when the test says so.
// Run by test_modules.py, which puts the modules where node finds them by the page's names.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Pool, lanesOf } from "pixelseal/pool";

let workers = [];

globalThis.Worker = class {
  sent = [];
  alive = true;

  constructor() {
    workers.push(this);
  }

  postMessage(message) {
    this.sent.push(message);
  }

  terminate() {
    this.alive = false;
  }

  says(message) {
    assert.ok(this.alive, "a worker that was ended says nothing more");
    this.onmessage({ data: message });
  }

  // What it works on; its first message only starts it.
  get ops() {
    return this.sent.slice(1).map(({ op }) => op);
  }

  answers(message = {}) {
    this.says({ id: this.sent.at(-1).id, ok: true, value: "{}", buffers: [], ...message });
  }
};

const blob = (size = 10) => ({ size, arrayBuffer: async () => new ArrayBuffer(8) });
// The files are read before a worker hears of a request.
const settled = () => new Promise((resolve) => setImmediate(resolve));
const codeOf = async (promise) => {
  const error = await promise.then(() => assert.fail("it was answered"), (reason) => reason);
  return JSON.parse(error.message).code;
};

const SUPPLY = {
  address: "blob:", start: async (post) => post({}), learned() {}, part: async () => null,
};
let pool;

async function ask(op, ...blobs) {
  const answer = pool.request(op, "{}", blobs);
  answer.catch(() => {}); // some tests only look at where it went
  await settled();
  return answer;
}

function ready(lanes) {
  const made = new Pool(lanes, () => {});
  made.start(SUPPLY);
  workers[0].says({ ready: true });
  return made;
}

beforeEach(() => {
  workers = [];
  pool = ready(2);
});

test("a second engine is started only when there is work for it and the first is at work", async () => {
  assert.equal(workers.length, 1);
  ask("redact", blob());
  await settled();
  assert.equal(workers.length, 1);
  ask("redact", blob());
  await settled();
  assert.equal(workers.length, 2);
  workers[1].says({ ready: true });
  await settled();
  assert.deepEqual(workers.map(({ ops }) => ops), [["redact"], ["redact"]]);
  ask("redact", blob());
  await settled();
  assert.equal(workers.length, 2);
});

test("while the first engine is starting, nothing else is", async () => {
  workers = [];
  pool = new Pool(4, () => {});
  pool.start(SUPPLY);
  ask("inspect", blob());
  ask("inspect", blob());
  await settled();
  assert.equal(workers.length, 1);
  assert.equal(pool.state, "starting");
});

async function bothAtWork() {
  const first = pool.request("redact", "first", [blob()]);
  const second = pool.request("redact", "second", [blob()]);
  workers[1].says({ ready: true });
  await settled();
  for (const answer of [first, second]) answer.catch(() => {});
  return [first, second];
}

test("who looks at the page goes before a batch, in the order of asking", async () => {
  await bothAtWork();
  for (const op of ["redact", "collect", "inspect", "preview"]) ask(op, blob());
  for (let count = 0; count < 4; count += 1) {
    workers[0].answers();
    await settled();
  }
  assert.deepEqual(workers[0].ops, ["redact", "inspect", "preview", "redact", "collect"]);
});

test("a crash takes only its own request with it", async () => {
  const [first, second] = await bothAtWork();
  workers[0].says({ fatal: "engine-crashed" });
  assert.equal(await codeOf(first), "engine-crashed");
  assert.equal(pool.state, "ready");
  workers[1].answers({ value: "7" });
  assert.equal((await second).value, "7");
});

test("an event from the browser that a worker is gone is a crash", async () => {
  const [first] = await bothAtWork();
  workers[0].onerror({ preventDefault() {} });
  assert.equal(await codeOf(first), "engine-crashed");
});

test("the last engine to die is replaced at once, one of several when it is needed", async () => {
  await bothAtWork();
  workers[0].says({ fatal: "engine-crashed" });
  assert.equal(workers.length, 2);
  workers[1].says({ fatal: "engine-crashed" });
  assert.equal(workers.length, 3);
  assert.equal(pool.state, "restarting");
  workers[2].says({ ready: true });
  assert.equal(pool.state, "ready");
});

test("out of memory ends that engine, for its heap stays full", async () => {
  const [first] = await bothAtWork();
  workers[0].answers({ ok: false, code: "out-of-memory", values: {} });
  assert.equal(await codeOf(first), "out-of-memory");
  assert.deepEqual(workers.map(({ alive }) => alive), [false, true]);
});

test("a refusal costs no engine", async () => {
  const [first] = await bothAtWork();
  workers[0].answers({ ok: false, code: "file-damaged", values: {} });
  assert.equal(await codeOf(first), "file-damaged");
  assert.ok(workers[0].alive);
});

test("cancelling ends all that is being made and forgets what waits to be", async () => {
  const running = await bothAtWork();
  const waiting = pool.request("redact", "{}", [blob()]);
  const looked = pool.request("inspect", "{}", [blob()]);
  pool.cancel();
  assert.deepEqual(await Promise.all([...running, waiting].map(codeOf)), Array(3).fill("cancelled"));
  assert.deepEqual(workers.map(({ alive }) => alive), [false, false, true]);
  workers[2].says({ ready: true });
  await settled();
  assert.deepEqual(workers[2].ops, ["inspect"]);
  workers[2].answers();
  await looked;
});

test("cancelling leaves alone whoever looks into a file", async () => {
  const looked = ask("inspect", blob());
  await settled();
  pool.cancel();
  assert.ok(workers[0].alive);
  workers[0].answers();
  await looked;
});

test("a file that was cancelled while it was read never reaches a worker", async () => {
  let read;
  const slow = { size: 10, arrayBuffer: () => new Promise((resolve) => { read = resolve; }) };
  const asked = pool.request("redact", "{}", [slow]);
  pool.cancel();
  read(new ArrayBuffer(8));
  assert.equal(await codeOf(asked), "cancelled");
  assert.deepEqual(workers[0].ops, []);
});

test("a file that cannot be read is refused, and the next one goes on", async () => {
  const gone = { size: 10, arrayBuffer: async () => { throw new Error("gone"); } };
  assert.equal(await codeOf(pool.request("inspect", "{}", [gone])), "file-unreadable");
  ask("inspect", blob());
  await settled();
  assert.deepEqual(workers[0].ops, ["inspect"]);
});

for (const [what, size, pixels] of [["source", 500e6, 0], ["picture of few bytes", 10, 400e6]]) {
test(`a very large ${what} has the machine for itself`, async () => {
  await bothAtWork();
  const large = pool.request("redact", "{}", [blob(size)], pixels);
  ask("redact", blob());
  workers[0].answers();
  await settled();
  assert.deepEqual(workers[0].ops, ["redact"]);
  workers[1].answers();
  await settled();
  assert.deepEqual(workers.map(({ ops }) => ops.length), [2, 1]);
  workers[0].answers();
  await large;
  await settled();
  assert.deepEqual(workers.map(({ ops }) => ops.length), [3, 1]);
});
}

test("an engine that never comes up is said once and refuses what comes", async () => {
  workers = [];
  pool = new Pool(2, () => {});
  pool.start(SUPPLY);
  const waiting = pool.request("inspect", "{}", [blob()]);
  workers[0].says({ fatal: "engine-crashed" });
  assert.equal(await codeOf(waiting), "engine-failed");
  assert.equal(await codeOf(pool.request("inspect", "{}", [blob()])), "engine-failed");
  assert.equal(pool.state, "failed");
  assert.equal(workers.length, 1);
});

test("what was ended before it was started starts nothing", async () => {
  workers.length = 0;
  pool = new Pool(2, () => {});
  pool.end();
  pool.start(SUPPLY);
  assert.equal(await codeOf(pool.request("inspect", "{}", [blob()])), "engine-failed");
  assert.equal(workers.length, 0);
});

test("where a second engine does not come up, the first does the work alone", async () => {
  ask("redact", blob());
  ask("redact", blob());
  await settled();
  workers[1].says({ fatal: "out-of-memory" });
  assert.equal(pool.lanes, 1);
  assert.equal(pool.state, "ready");
  workers[0].answers();
  await settled();
  assert.deepEqual(workers[0].ops, ["redact", "redact"]);
  assert.equal(workers.length, 2);
});

test("engines follow cores and memory, and there is always one", () => {
  assert.equal(lanesOf({}), 1);
  assert.equal(lanesOf({ hardwareConcurrency: 2, deviceMemory: 8 }), 2);
  assert.equal(lanesOf({ hardwareConcurrency: 8 }), 2);
  assert.equal(lanesOf({ hardwareConcurrency: 32, deviceMemory: 8 }), 4);
  assert.equal(lanesOf({ hardwareConcurrency: 8, deviceMemory: 0.5 }), 1);
});

test("without standing by: a worker starts with the first request, and begins when it may", async () => {
  workers = [];
  let may = false;
  pool = new Pool(1, () => {}, () => may);
  pool.start(SUPPLY);
  assert.equal(workers.length, 0);
  const answer = ask("find", blob());
  await settled();
  assert.equal(workers.length, 0, "something else is being made");
  may = true;
  pool.next();
  assert.equal(workers.length, 1);
  workers[0].says({ ready: true });
  await settled();
  workers[0].answers({ value: "7" });
  assert.equal((await answer).value, "7");
});

test("without standing by: one that died is replaced with the next request", async () => {
  workers = [];
  pool = new Pool(1, () => {}, () => true);
  pool.start(SUPPLY);
  const first = ask("find", blob());
  workers[0].says({ ready: true });
  await settled();
  workers[0].says({ fatal: "out-of-memory" });
  assert.equal(await codeOf(first), "out-of-memory");
  assert.equal(workers.length, 1);
  ask("find", blob());
  await settled();
  assert.equal(workers.length, 2);
});

test("it is idle while one more could work and no output is made", async () => {
  assert.equal(pool.idle, true);
  ask("inspect", blob());
  await settled();
  assert.equal(pool.idle, pool.lanes > 1);
  pool = new Pool(1, () => {});
  pool.start(SUPPLY);
  ask("preview", blob());
  assert.equal(pool.idle, false, "it waits for the engine");
});

test("it says whether an output is being made, or waits to be", async () => {
  assert.equal(pool.making, false);
  ask("inspect", blob());
  await settled();
  assert.equal(pool.making, false);
  const made = ask("redact", blob());
  assert.equal(pool.making, true);
  pool.cancel();
  assert.equal(await codeOf(made), "cancelled");
  assert.equal(pool.making, false);
});

test("a tile's picture is begun when nothing waits or is made, and leaves an engine free", async () => {
  const [first, second] = await bothAtWork();
  for (const op of ["thumb", "thumb", "redact", "inspect"]) ask(op, blob());
  await settled();
  for (const worker of [workers[0], workers[1], workers[0]]) {
    worker.answers();
    await settled();
  }
  await Promise.all([first, second]);
  assert.deepEqual(workers.map(({ ops }) => ops), [["redact", "inspect"], ["redact", "redact"]]);
  assert.equal(pool.making, true);
  workers[1].answers();
  await settled();
  assert.equal(pool.making, false);
  assert.deepEqual(workers.map(({ ops }) => ops.at(-1)), ["thumb", "redact"]);
  assert.equal(pool.idle, true); // one more could work
  ask("preview", blob());
  await settled();
  assert.equal(workers[1].ops.at(-1), "preview");
  pool.cancel();
  workers[0].answers(); // was not ended
  await settled();
  assert.equal(workers[0].ops.at(-1), "thumb");
  assert.equal(workers[0].ops.length, 4);
});
