/** A way from the coefficients of a block back to its samples. */
export interface Inverse {
  /** How many samples a block has on each side: 8, or fewer where the image is made smaller. */
  readonly size: number;
  /** What a quantization table is multiplied with in advance. */
  factors(quantization: Uint16Array): Int32Array;
  /** Writes samples from 0 to 255, in rows of the plane's stride. */
  transform(block: Block, plane: Plane): void;
}

export interface Block {
  readonly coefficients: Int16Array;
  /** Where its 64 coefficients begin. */
  from: number;
  readonly factors: Int32Array;
}

export interface Plane {
  readonly samples: Uint8Array;
  readonly stride: number;
  /** Where the block's first sample goes. */
  to: number;
}

/** Centred on 0 to centred on 128. */
export function sample(value: number): number {
  return value < -128 ? 0 : value > 127 ? 255 : value + 128;
}

/** Divided by 2 ** bits, to the nearest. */
export function descaled(value: number, bits: number): number {
  return (value + (1 << (bits - 1))) >> bits;
}
