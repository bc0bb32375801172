// Writes and reads many small pictures by two builds of the JPEG codec, prints where they differ.
// Usage: node jpeg_kernels.cjs JOB.json
"use strict";
const fs = require("node:fs");

const SAMPLINGS = [[1, 1], [2, 1], [2, 2], [1, 2]];
const LARGEST = 70;
// Up to here all heights are taken, then each fifth.
const LOW = 18;
const WIDTHS = [126, 127, 128, 129, 130, 131, 255, 257, 511, 1025];
const HEIGHTS = [1, 2, 17, 34];
// Bytes behind what is handed over; they belong to nobody.
const BEHIND = 96;

// Numbers from 0 up to below 1, always the same (mulberry32).
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// What a sample is, by its place and channel.
const CONTENTS = {
  noise: (next) => () => next() * 256,
  extremes: (next) => () => (next() < 0.5 ? 0 : 255),
  flat: (next) => {
    const values = [next(), next(), next()];
    return (_x, _y, channel) => values[channel] * 256;
  },
  smooth: (next) => {
    const [across, down] = [next() * 8 - 4, next() * 8 - 4];
    return (x, y, channel) => 128 + across * x + down * y + 20 * channel;
  },
  waves: (next) => {
    const [across, down] = [next() * 3, next() * 3];
    return (x, y, channel) => 128 + 127 * Math.sin(across * x + down * y + channel);
  },
  edges: (next) => {
    const [at, width] = [next() * 16, 1 + next() * 9];
    return (x, y, channel) => (Math.floor((x + y * channel + at) / width) % 2 ? 250 : 3);
  },
};

function picture(width, height, seed, tables) {
  const next = chance(seed);
  const one = (list) => list[Math.floor(next() * list.length)];
  const channels = next() < 0.2 ? 1 : 3;
  const content = one(Object.keys(CONTENTS));
  const sample = CONTENTS[content](next);
  const samples = new Uint8ClampedArray(width * height * channels);
  for (let place = 0; place < samples.length; place += 1) {
    const pixel = Math.floor(place / channels);
    samples[place] = sample(pixel % width, Math.floor(pixel / width), place % channels);
  }
  const [across, down] = channels === 1 ? [1, 1] : one(SAMPLINGS);
  const quality = one(Object.keys(tables));
  return {
    ...{ width, height, channels, content, across, down, quality, seed },
    ...{ best: next() < 0.5, interval: one([0, 8]), rows: one([1, 3, 16, 100]), samples },
  };
}

const bytes = (codec, address, size) => new Uint8Array(codec.memory.buffer, address, size);

function encoded(module, shot, steps, garbage) {
  const codec = new WebAssembly.Instance(module).exports;
  const { width, height, channels, across, down, interval, samples } = shot;
  const table = codec.room(512);
  new Uint32Array(codec.memory.buffer, table, 128).set(steps);
  codec.shape(width, height, channels, across, down, table, interval);
  const row = width * channels;
  const room = codec.room(shot.rows * row + BEHIND);
  const all = () => {
    for (let y = 0; y < height; y += shot.rows) {
      const rows = samples.subarray(y * row, (y + shot.rows) * row);
      bytes(codec, room, rows.length + BEHIND).fill(garbage);
      bytes(codec, room, rows.length).set(rows);
      codec.write(room, rows.length / row);
    }
  };
  if (shot.best) {
    codec.look();
    all();
    codec.looked();
  }
  codec.start();
  all();
  const size = codec.finish();
  const piece = 1 << 20; // as in app/jpeg/door.c
  if (size > piece) throw new Error("the picture is too large for this test");
  return Buffer.from(bytes(codec, codec.piece(0), size));
}

function decoded(module, file, shot) {
  const codec = new WebAssembly.Instance(module).exports;
  const address = codec.room(file.length);
  bytes(codec, address, file.length).set(file);
  codec.open(address, file.length);
  const row = codec.width() * codec.channels();
  const room = codec.room(shot.rows * row + BEHIND);
  const pixels = Buffer.alloc(row * codec.height());
  for (let y = 0; y < codec.height(); y += shot.rows) {
    const rows = Math.min(shot.rows, codec.height() - y);
    bytes(codec, room, rows * row + BEHIND).fill(0xa5);
    codec.read(room, rows);
    pixels.set(bytes(codec, room, rows * row), y * row);
    if (bytes(codec, room + rows * row, BEHIND).some((value) => value !== 0xa5)) {
      throw new Error("written behind the rows");
    }
  }
  codec.close();
  return pixels;
}

// What differs for one picture: a word, or null.
function difference(kernels, plain, shot, steps) {
  const [file, other] = [encoded(kernels, shot, steps, 0x5a), encoded(plain, shot, steps, 0xc3)];
  if (!file.equals(other)) return "file";
  return decoded(kernels, file, shot).equals(decoded(plain, file, shot)) ? null : "pixels";
}

function* sizes() {
  for (let width = 1; width <= LARGEST; width += 1) {
    for (let height = 1; height <= LARGEST; height += height < LOW ? 1 : 5) yield [width, height];
  }
  for (const width of WIDTHS) {
    // Each several times: what else a picture is hangs on its number.
    for (const height of [...HEIGHTS, ...HEIGHTS, ...HEIGHTS]) yield [width, height];
  }
}

// {kernels, plain: paths of modules, tables: {quality: 128 steps}}
const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const [kernels, plain] = [job.kernels, job.plain].map(
  (path) => new WebAssembly.Module(fs.readFileSync(path)),
);
const differences = [];
const seen = {};
let pictures = 0;
for (const [width, height] of sizes()) {
  pictures += 1;
  const { samples, ...shot } = picture(width, height, pictures, job.tables);
  let found;
  try {
    found = difference(kernels, plain, { ...shot, samples }, job.tables[shot.quality]);
  } catch (error) {
    found = String(error);
  }
  if (found !== null) differences.push({ found, ...shot });
  const { content, across, down, channels, best, interval } = shot;
  for (const kind of [content, `${channels}:${across}x${down}`, `best ${best}`, `${interval} MCUs`]) {
    seen[kind] = (seen[kind] ?? 0) + 1;
  }
}
const count = differences.length;
console.log(JSON.stringify({ pictures, seen, count, first: differences.slice(0, 20) }));
