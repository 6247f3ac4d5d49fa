import { invalid } from "../kernels/kernel.ts";

/** A picture, its channels side by side: 8 or 16 bits each. */
export interface Pixels {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly data: Uint8Array | Uint16Array;
}

/** What a decoder may ask of the prediction that it runs in. */
export interface Decoding {
  checkDeadline(): void;
}

const MAX_PIXELS = 2 ** 29;

/** Sizes come from the file's first bytes: refused before anything is allocated for them. */
export function checkedArea(kind: string, width: number, height: number): number {
  if (width > 0 && height > 0 && width * height < MAX_PIXELS) return width * height;
  throw invalid(`a ${kind} of ${width} by ${height} pixels`);
}
