// The JPEG codec (app/jpeg): reads and fills Python's arrays without copying them whole. Knows no
// page. Built into the worker's script (app/build/pack.py).
//
// Each picture gets its own instance, so it never sees memory that held another picture, and a file
// that breaks the decoder breaks it for no other file.

// Bytes of samples handed over at a time.
const STRIP = 1 << 20;
const PIECE = 1 << 20; // as in app/jpeg/door.c
const OUT_OF_MEMORY = 2;

/**
 * Returns what `work()` returns. The codec signals every error by a trap.
 * @template Given
 * @param {JpegExports} exports
 * @param {() => Given} work
 * @returns {Given}
 */
function tried(exports, work) {
  try {
    return work();
  } catch {
    const memory = exports.failure() === OUT_OF_MEMORY;
    throw memory ? new RangeError('memory') : new Error('refused by its codec');
  }
}

/**
 * Calls `work` with a view of the array's own memory; no Python may run meanwhile.
 * @template Given
 * @param {PythonArray} array
 * @param {(bytes: Uint8Array) => Given} work
 * @returns {Given}
 */
function inPlace(array, work) {
  const buffer = array.getBuffer();
  try {
    const { data } = buffer;
    return work(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  } finally {
    buffer.release();
  }
}

/** @type {(exports: JpegExports, address: number, size: number) => Uint8Array} */
const seen = (exports, address, size) => new Uint8Array(exports.memory.buffer, address, size);

/**
 * Copies bytes into the codec's memory and returns their address there.
 * @param {JpegExports} exports
 * @param {Uint8Array} bytes
 */
function handedOver(exports, bytes) {
  const address = exports.room(bytes.length);
  seen(exports, address, bytes.length).set(bytes);
  return address;
}

/**
 * Calls `each` with strips of whole rows, `row` bytes per row.
 * @param {Uint8Array} samples
 * @param {number} row
 * @param {(strip: Uint8Array, rows: number) => void} each
 */
function inStrips(samples, row, each) {
  const size = Math.max(1, Math.floor(STRIP / row)) * row;
  for (let at = 0; at < samples.length; at += size) {
    const strip = samples.subarray(at, at + size);
    each(strip, strip.length / row);
  }
}

/**
 * The codec, made from its compiled module.
 * @param {WebAssembly.Module} module
 * @returns {JpegCodec}
 */
function jpegCodec(module) {
  const fresh = () => /** @type {JpegExports} */ (
    /** @type {unknown} */ (new WebAssembly.Instance(module).exports)
  );
  return {
    // The file's size and channels, and a function that fills an array with all its rows.
    open(file) {
      const codec = fresh();
      return tried(codec, () => {
        inPlace(file, (bytes) => codec.open(handedOver(codec, bytes), bytes.length));
        const [width, height, channels] = [codec.width(), codec.height(), codec.channels()];
        /** @param {PythonArray} samples */
        const read = (samples) => tried(codec, () => inPlace(samples, (all) => {
          const row = width * channels;
          const room = codec.room(Math.max(STRIP, row));
          inStrips(all, row, (strip, rows) => {
            codec.read(room, rows);
            strip.set(seen(codec, room, strip.length));
          });
          codec.close();
        }));
        return { width, height, channels, read };
      });
    },

    // Prepares to write a file of that shape (app/jpeg/door.c). For optimal Huffman tables first
    // call look(), write(rows) …, looked(); then, in any case, start(), write(rows) …, finish().
    shape(width, height, channels, across, down, steps, interval) {
      const codec = fresh();
      const row = width * channels;
      const room = tried(codec, () => inPlace(steps, (bytes) => {
        const address = handedOver(codec, bytes);
        codec.shape(width, height, channels, across, down, address, interval);
        return codec.room(Math.max(STRIP, row));
      }));
      return {
        look: () => tried(codec, () => codec.look()),
        looked: () => tried(codec, () => codec.looked()),
        start: () => tried(codec, () => codec.start()),
        write: (samples) => tried(codec, () => inPlace(samples, (all) => {
          inStrips(all, row, (strip, rows) => {
            seen(codec, room, strip.length).set(strip);
            codec.write(room, rows);
          });
        })),
        finish: () => tried(codec, () => {
          const file = new Uint8Array(codec.finish());
          for (let at = 0, number = 0; at < file.length; at += PIECE, number += 1) {
            const size = Math.min(PIECE, file.length - at);
            file.set(seen(codec, codec.piece(number), size), at);
          }
          return file;
        }),
      };
    },
  };
}
