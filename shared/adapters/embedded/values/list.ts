import type { Dtype, Shape } from "../../../ports/tensor.ts";
import type { HostTensor, Value, Variant } from "./value.ts";
import type { Versioned } from "./versions.ts";

/** An element of a list; null before anything was put there. */
export type Item = HostTensor | Variant | null;

/** TensorFlow 2's list of tensors of one type. */
export interface TensorList {
  readonly dtype: Dtype;
  /** What all elements fit. */
  readonly elementShape: Shape;
  readonly items: Versioned<Item>;
  /** −1 is no limit. */
  readonly maxLength: number;
}

export function listVariant(content: TensorList): Variant {
  return { kind: "variant", content };
}

export function isTensorList(value: Value): value is Variant & { readonly content: TensorList } {
  return value.kind === "variant" && "elementShape" in value.content;
}
