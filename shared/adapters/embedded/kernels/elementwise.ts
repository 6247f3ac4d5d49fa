import type { Dtype } from "../../../ports/tensor.ts";
import type { Complex } from "../mathematics/complex.ts";
import { isHalf, narrowed, widened } from "../values/half.ts";
import { broadcastIndices, broadcastShape, elementCount, sameShape } from "../values/shape.ts";
import { allocate, type BigNumbers, isBig, type Numbers, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { hostKernel, type Kernel, type KernelNode, unsupported } from "./kernel.ts";
import { changedPairs, combinedPairs, isComplex } from "./pairs.ts";

/** One element from two; 64-bit integers have their own arithmetic. */
export interface Combine {
  /** Of real numbers. */
  readonly floats?: (a: number, b: number) => number;
  /** Of integers of up to 32 bits; the result is stored modulo the type's size. */
  readonly integers?: (a: number, b: number) => number;
  readonly bigs?: (a: bigint, b: bigint) => bigint;
  readonly complexes?: (a: Complex, b: Complex) => Complex;
  readonly texts?: (a: Uint8Array, b: Uint8Array) => Uint8Array;
}

/** One element from one. */
export interface Change {
  readonly floats?: (x: number) => number;
  readonly integers?: (x: number) => number;
  readonly bigs?: (x: bigint) => bigint;
  readonly complexes?: (x: Complex) => Complex;
}

type Element = number & bigint;
type Elements = { [index: number]: Element; readonly length: number };

const FLOATS: ReadonlySet<Dtype> = new Set(["float16", "bfloat16", "float32", "float64"]);
const INTEGERS: ReadonlySet<Dtype> = new Set(["int8", "int16", "int32", "uint8", "uint16", "uint32"]);

/** A kernel over two tensors that broadcast; the result has their type. */
export function binary(combine: Combine, typeAttribute = "T"): Kernel {
  return hostKernel((node) => {
    const { complexes } = combine;
    if (complexes && isComplex(node.dtype(typeAttribute))) return ([a, b]) => combinedPairs(a!, b!, complexes);
    const f = chosen(combine, node.dtype(typeAttribute), node);
    return ([a, b]) => combined(a!, b!, f);
  });
}

/** A kernel over each element; the result has the input's type. */
export function unary(change: Change, typeAttribute = "T"): Kernel {
  return hostKernel((node) => {
    const { complexes } = change;
    if (complexes && isComplex(node.dtype(typeAttribute))) return ([x]) => changedPairs(x!, complexes);
    const f = chosen(change, node.dtype(typeAttribute), node);
    return ([x]) => changed(x!, f);
  });
}

export function combinedBy(combine: Combine, a: HostTensor, b: HostTensor): HostTensor {
  return combined(a, b, chosen(combine, a.dtype, null));
}

type Chosen = (a: Element, b: Element) => Element;

function chosen(operator: Combine | Change, dtype: Dtype, node: KernelNode | null): Chosen {
  const { floats, integers, bigs } = operator;
  const texts = "texts" in operator && dtype === "string" ? operator.texts : undefined;
  const f = FLOATS.has(dtype) ? floats : INTEGERS.has(dtype) ? integers : isBig(dtype) ? bigs : texts;
  if (f !== undefined) return f as unknown as Chosen;
  throw node === null ? new TypeError(dtype) : unsupported(node, `type ${dtype}`);
}

function combined(a: HostTensor, b: HostTensor, f: Chosen): HostTensor {
  if (isHalf(a.dtype)) return narrowed(combined(widened(a), widened(b), f), a.dtype);
  const shape = broadcastShape(a.shape, b.shape);
  const data = allocate<Numbers | BigNumbers>(a.dtype, elementCount(shape));
  combineInto(data as unknown as Elements, a, b, shape, f);
  return tensor(a.dtype, shape, data);
}

/** Fills `out`, of the broadcast shape, with what `f` makes of each pair of elements. */
export function combineInto(
  out: { [index: number]: unknown; readonly length: number },
  a: HostTensor,
  b: HostTensor,
  shape: readonly number[],
  f: (a: Element, b: Element) => unknown,
): void {
  const x = a.data as unknown as Elements;
  const y = b.data as unknown as Elements;
  if (sameShape(a.shape, b.shape)) for (let i = 0; i < out.length; i++) out[i] = f(x[i]!, y[i]!);
  else if (y.length === 1) for (let i = 0, one = y[0]!; i < out.length; i++) out[i] = f(x[i]!, one);
  else if (x.length === 1) for (let i = 0, one = x[0]!; i < out.length; i++) out[i] = f(one, y[i]!);
  else {
    const xs = broadcastIndices(a.shape, shape);
    const ys = broadcastIndices(b.shape, shape);
    for (let i = 0; i < out.length; i++) out[i] = f(x[xs[i]!]!, y[ys[i]!]!);
  }
}

function changed(x: HostTensor, f: (x: Element, unused: Element) => Element): HostTensor {
  if (isHalf(x.dtype)) return narrowed(changed(widened(x), f), x.dtype);
  const source = x.data as unknown as Elements;
  const data = allocate<Numbers | BigNumbers>(x.dtype, source.length);
  const out = data as unknown as Elements;
  const change = f as unknown as (x: Element) => Element;
  for (let i = 0; i < out.length; i++) out[i] = change(source[i]!);
  return tensor(x.dtype, x.shape, data);
}
