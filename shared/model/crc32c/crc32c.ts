import { type Crc32cStream, crc32cStream } from "./stream.ts";
import { advance } from "./table.ts";

/** Below this the tables are faster: a stream's end costs as much as they need for some 8 KiB. */
const STREAM_BYTES = 1 << 15;

let stream: Crc32cStream | undefined;

/** Continues from `seed`: `crc32c(b, crc32c(a))` is the checksum of a followed by b. */
export function crc32c(bytes: Uint8Array, seed = 0): number {
  return bytes.length < STREAM_BYTES ? ~advance(~seed, bytes) >>> 0 : streamed(bytes, seed);
}

/** As TensorFlow and LevelDB store a checksum, so that checksummed data may itself hold checksums. */
export function maskCrc32c(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

function streamed(bytes: Uint8Array, seed: number): number {
  stream ??= crc32cStream();
  stream.start(seed);
  for (let at = 0; at < bytes.length; at += stream.chunk.length) {
    const part = bytes.subarray(at, at + stream.chunk.length);
    stream.chunk.set(part);
    stream.take(part.length);
  }
  return stream.finish();
}
