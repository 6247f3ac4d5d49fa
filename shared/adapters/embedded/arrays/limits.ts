import type { Dtype } from "../../../ports/tensor.ts";

type Limits = readonly [lowest: number, highest: number] | readonly [lowest: bigint, highest: bigint];

const LARGEST_FLOAT32 = 3.4028234663852886e38;
const LARGEST_BFLOAT16 = 3.3895313892515355e38;

const LIMITS: Partial<Record<Dtype, Limits>> = {
  bool: [0, 1],
  int8: [-128, 127],
  uint8: [0, 255],
  int16: [-32768, 32767],
  uint16: [0, 65535],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 2 ** 32 - 1],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
  float16: [-65504, 65504],
  bfloat16: [-LARGEST_BFLOAT16, LARGEST_BFLOAT16],
  float32: [-LARGEST_FLOAT32, LARGEST_FLOAT32],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE],
};

/** The finite elements that a type goes from and to. */
export function limitsOf(dtype: Dtype): Limits {
  return LIMITS[dtype] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
}
