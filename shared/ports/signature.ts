import type { TensorSpec } from "./tensor.ts";

/** What a caller may ask of a model: named tensors in, named tensors out, each list sorted by name. */
export interface Signature {
  readonly name: string;
  readonly method: string;
  readonly inputs: readonly TensorSpec[];
  readonly outputs: readonly TensorSpec[];
}
