import type { Dtype } from "../../../ports/tensor.ts";
import {
  anyBits,
  type Elements,
  fill,
  fillTruncatedNormal,
  normal,
  type Tick,
  uniform,
  wholeNumbers,
} from "../random/distributions.ts";
import type { Philox } from "../random/philox.ts";
import { isHalf, narrowed } from "../values/half.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, numbersOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { invalid, type KernelNode, unsupported } from "./kernel.ts";

/** Which distribution an operator draws from, whatever its generator. */
export type Kind = "uniform" | "normal" | "truncated" | "bits" | "range";

export interface Wanted {
  readonly kind: Kind;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** Of kind "range": the lowest number, and the first above. */
  readonly limits?: readonly [HostTensor, HostTensor];
}

const FLOATS: ReadonlySet<Dtype> = new Set(["float16", "bfloat16", "float32", "float64"]);
const INTEGERS: ReadonlySet<Dtype> = new Set(["int32", "int64", "uint32", "uint64"]);

/** The type of the output, if that kind exists for it. */
export function sampledType(node: KernelNode, kind: Kind, attribute = "dtype"): Dtype {
  const dtype = node.dtype(attribute);
  const isFine = kind === "bits" || kind === "range" ? INTEGERS.has(dtype) : FLOATS.has(dtype);
  if (!isFine) throw unsupported(node, `type ${dtype}`);
  return dtype;
}

export function sampled({ kind, dtype, shape, limits }: Wanted, generator: Philox, tick: Tick): HostTensor {
  if (isHalf(dtype) && kind !== "uniform") {
    return narrowed(sampled({ kind, dtype: "float32", shape }, generator, tick), dtype);
  }
  const out = allocate<Elements>(isHalf(dtype) ? "float32" : dtype, elementCount(shape));
  if (kind === "truncated") fillTruncatedNormal(out as Float32Array, generator, tick);
  else fill(out, distribution({ kind, dtype, shape, limits: limits! }), generator, tick);
  return isHalf(dtype) ? narrowed(tensor("float32", shape, out), dtype) : tensor(dtype, shape, out);
}

/** A shape that an input asks for. */
export function wantedShape(input: HostTensor): readonly number[] {
  const shape = numbersOf(input);
  if (input.shape.length !== 1) throw invalid(`a shape has the shape [${input.shape}]`);
  if (shape.some((size) => size < 0)) throw invalid(`random numbers of the shape [${shape}]`);
  return shape;
}

function distribution({ kind, dtype, limits }: Wanted) {
  if (kind === "normal") return normal(dtype);
  if (kind === "bits") return anyBits(dtype);
  if (kind === "uniform") return uniform(dtype);
  const [low, above] = limits!.map(({ data }) => BigInt((data as Int32Array)[0]!));
  if (low! >= above!) throw invalid(`no whole number is at least ${low} and less than ${above}`);
  return wholeNumbers(dtype, low!, above! - low!);
}
