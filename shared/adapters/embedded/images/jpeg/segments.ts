import type { Failure } from "../../../../failure.ts";
import { invalid } from "../../kernels/kernel.ts";

/** The bytes of a JPEG, and how far they have been read. */
export interface Source {
  readonly bytes: Uint8Array;
  at: number;
  /** A marker that was met among the entropy-coded bytes, 0 for none. */
  marker: number;
  /** A file that ends too early is taken to end there. */
  readonly isRecovered: boolean;
}

export const END_OF_IMAGE = 0xd9;

/** libjpeg's errors say little more, and TensorFlow passes on less. */
export function damaged(what: string): Failure {
  return invalid(`jpeg::Uncompress failed. Invalid JPEG data or crop window: ${what}`);
}

/** The next marker, whatever lies before it. */
export function nextMarker(source: Source): number {
  const { bytes } = source;
  const known = source.marker;
  source.marker = 0;
  if (known !== 0) return known;
  for (;;) {
    while (source.at < bytes.length && bytes[source.at] !== 0xff) source.at++;
    while (source.at < bytes.length && bytes[source.at] === 0xff) source.at++;
    if (source.at >= bytes.length) return endEarly(source);
    const marker = bytes[source.at++]!;
    if (marker !== 0) return marker;
  }
}

/** What follows a marker, without its length. */
export function readSegment(source: Source): Uint8Array {
  const { bytes, at } = source;
  const length = (bytes[at]! << 8) | bytes[at + 1]!;
  if (at + 2 > bytes.length || length < 2 || at + length > bytes.length) throw damaged("it ends within a segment");
  source.at = at + length;
  return bytes.subarray(at + 2, at + length);
}

/** A segment that nobody reads may be cut short. */
export function skipSegment(source: Source): void {
  const { bytes, at } = source;
  const length = (bytes[at]! << 8) | bytes[at + 1]!;
  if (at + 2 > bytes.length || length < 2) throw damaged("it ends within a segment");
  if (at + length > bytes.length) endEarly(source);
  source.at = Math.min(bytes.length, at + length);
}

/** No more bytes: the end of the image when that is allowed. */
export function endEarly({ isRecovered }: Source): number {
  if (isRecovered) return END_OF_IMAGE;
  throw damaged("it ends too early");
}
