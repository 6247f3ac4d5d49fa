import { Failure } from "../../failure.ts";
import { CHUNK_BYTES, createFold, DISTANCES, STATE_BYTES, WORD_BYTES } from "./fold.ts";
import { advance, bytesLeadingTo } from "./table.ts";

/** The checksum of bytes that arrive in chunks, at the speed of memory. It serves one message after another. */
export interface Crc32cStream {
  /** Where the next bytes are put, so that nothing copies them: a file is read straight into it. */
  readonly chunk: Uint8Array;
  /** Forgets what came before, and continues from `seed`. */
  start(seed?: number): void;
  /** Takes in the first `length` bytes of the chunk and overwrites them. Only a message's last may not be whole 16s. */
  take(length: number): void;
  /** The checksum of all that was taken since the start. */
  finish(): number;
}

export function crc32cStream(): Crc32cStream {
  const { memory, run } = createFold();
  const state = new Int32Array(memory.buffer, 0, STATE_BYTES / 4);
  let tail = 0;
  return {
    chunk: memory.subarray(STATE_BYTES),
    start(seed = 0) {
      begin(state, seed);
      tail = 0;
    },
    take(length) {
      if (tail > 0 || length > CHUNK_BYTES) throw misused();
      tail = length % WORD_BYTES;
      const whole = length - tail;
      if (whole > 0) run(whole);
      memory.copyWithin(0, whole, STATE_BYTES + length);
    },
    finish() {
      withdraw(state);
      return ~advance(0, memory.subarray(0, STATE_BYTES + tail)) >>> 0;
    },
  };
}

/** As if the bytes before had just brought the register to the seed's. */
function begin(state: Int32Array, seed: number): void {
  state.fill(0);
  state[state.length - 1] = bytesLeadingTo(~seed);
}

/** The words of the state are not erased after all: each takes back what it was given by another of them. */
function withdraw(state: Int32Array): void {
  const distances = DISTANCES.map((distance) => (distance * WORD_BYTES) / 4);
  for (let at = state.length - 1; at >= 0; at--) {
    for (const distance of distances) if (distance <= at) state[at]! ^= state[at - distance]!;
  }
}

function misused(): Failure {
  return new Failure("internal", "a checksum was given a chunk of the wrong length", { fix: "Report this." });
}
