/** What an archive may cost before it counts as one that explodes (threats T14 and T15). */
export const MAX_MEMBERS = 10_000;
const MAX_RATIO = 100;
/** Below this a high ratio is a small file of zeros, not a bomb. */
const MIN_BOMB_BYTES = 1 << 20;
export const MAX_DECLARED_BYTES = 4 * 2 ** 30;
/** What one member may unpack to; a larger one cannot be judged within 256 MB of memory. */
export const MAX_UNPACKED_BYTES = 48 << 20;
export const MAX_DEPTH = 3;
const TOTAL_UNPACKED_BYTES = 256 << 20;

/** How much may still be unpacked for one file of the artifact, members of members included. */
export interface Budget {
  readonly allows: (bytes: number) => boolean;
  readonly spend: (bytes: number) => void;
}

export function createBudget(): Budget {
  let left = TOTAL_UNPACKED_BYTES;
  return {
    allows: (bytes) => bytes <= left,
    spend: (bytes) => {
      left -= bytes;
    },
  };
}

export function isBomb(packedBytes: number, unpackedBytes: number): boolean {
  return unpackedBytes > MIN_BOMB_BYTES && unpackedBytes > MAX_RATIO * Math.max(1, packedBytes);
}
