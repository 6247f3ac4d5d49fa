import { invalid } from "../kernels/kernel.ts";
import { sameShape } from "../values/shape.ts";
import type { HeapTensor, HostTensor } from "../values/value.ts";
import { emscripten, runKernel, wasm } from "../wasm/backend.ts";
import { adopt, allocateHeap, infoOf, release, viewOf } from "../wasm/heap.ts";
import { zerosOnHeap } from "../wasm/rearrange.ts";
import { FLOAT_BYTES } from "./assembly.ts";
import { MAX_PAGES, memoryOf, type WeightMemory } from "./memory.ts";
import { streamedProduct } from "./streamed-product.ts";
import { PACKED_COLUMNS, packing, TILE_COLUMNS, tiledProduct } from "./tiled-product.ts";
import { instanceOverTwo, moduleOverTwo, type Natives } from "./two-memories.ts";

/** What is done to each column before the result is written. */
export interface Finish {
  readonly bias: HeapTensor | null;
  /** Its name as the compiler knows it; `linear` is none. */
  readonly activation: string;
}

/** Fewer are not worth the packing; the weights are read once for each. */
const MAX_STREAMED_ROWS = 3;

const BOUNDS: Readonly<Record<string, readonly [low: number, high: number]>> = {
  relu: [0, Number.POSITIVE_INFINITY],
  relu6: [0, 6],
};
const UNBOUND = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
/** What the backend has kernels for, where it is no matter of bounds. */
const KERNELS: Readonly<Record<string, string>> = { sigmoid: "Sigmoid", elu: "Elu" };

type ProductNatives = Natives<"streamed" | "tiled" | "packing">;

const instances = new WeakMap<WeightMemory, ProductNatives>();
let code: Uint8Array<ArrayBuffer> | null = null;

/** Whether a product can read this right side where it lies. */
export function isInPlace({ dtype, shape, data }: HostTensor): boolean {
  const [inner, columns] = shape as readonly [number, number];
  const isMatrix = dtype === "float32" && shape.length === 2 && inner > 0 && columns >= PACKED_COLUMNS;
  return isMatrix && memoryOf(data as Float32Array) !== null;
}

/** The product with a matrix of weights, with all that is done to it. */
export function productInPlace(a: HeapTensor, weights: HostTensor, { bias, activation }: Finish): HeapTensor {
  const [rows, inner] = a.shape as readonly [number, number];
  const [depth, columns] = weights.shape as readonly [number, number];
  if (a.shape.length !== 2 || inner !== depth || (bias !== null && !sameShape(bias.shape, [columns]))) {
    throw invalid(`matrices of shapes [${a.shape}] and [${weights.shape}] do not multiply`);
  }
  if (rows === 0) return zerosOnHeap([0, columns]);
  const out = allocateHeap([rows, columns]);
  const product = { a, weights, bias, out, bounds: BOUNDS[activation] ?? UNBOUND };
  if (rows <= MAX_STREAMED_ROWS) streamed(product);
  else tiled(product);
  const kernel = KERNELS[activation];
  return kernel === undefined ? out : replaced(out, kernel);
}

interface Product {
  readonly a: HeapTensor;
  readonly weights: HostTensor;
  readonly bias: HeapTensor | null;
  readonly out: HeapTensor;
  readonly bounds: readonly [low: number, high: number];
}

function streamed({ a, weights, bias, out, bounds: [low, high] }: Product): void {
  const [rows, inner] = a.shape as readonly [number, number];
  const columns = weights.shape[1]!;
  const { byteOffset } = weights.data as Float32Array;
  const sums = viewOf(out).fill(0);
  for (let row = 0; row < rows; row++) {
    const to = addressOf(out) + row * columns * FLOAT_BYTES;
    const from = addressOf(a) + row * inner * FLOAT_BYTES;
    nativesFor(weights).streamed(from, byteOffset, columns * FLOAT_BYTES, inner, to, columns);
  }
  const added = bias === null ? null : viewOf(bias);
  for (let index = 0; index < sums.length; index++) {
    if (added !== null) sums[index]! += added[index % columns]!;
    sums[index] = Math.min(high, Math.max(low, sums[index]!));
  }
}

function tiled({ a, weights, bias, out, bounds: [low, high] }: Product): void {
  const [rows, inner] = a.shape as readonly [number, number];
  const columns = weights.shape[1]!;
  const { packing: pack, tiled: multiply } = nativesFor(weights);
  const { byteOffset } = weights.data as Float32Array;
  const stride = columns * FLOAT_BYTES;
  const room = allocateHeap([inner * PACKED_COLUMNS]);
  const packed = addressOf(room);
  for (let column = 0; column < columns; column += PACKED_COLUMNS) {
    // The last ones overlap those before, and are computed to the same again.
    const first = Math.min(column, columns - PACKED_COLUMNS);
    pack(byteOffset + first * FLOAT_BYTES, stride, inner, packed);
    for (let tile = 0; tile < PACKED_COLUMNS; tile += TILE_COLUMNS) {
      const at = (first + tile) * FLOAT_BYTES;
      const from = packed + tile * inner * FLOAT_BYTES;
      const added = bias === null ? 0 : addressOf(bias) + at;
      multiply(addressOf(a), inner * FLOAT_BYTES, rows, from, inner, addressOf(out) + at, stride, added, low, high);
    }
  }
  release(room);
}

function replaced(tensor: HeapTensor, kernel: string): HeapTensor {
  const output = adopt(runKernel(kernel, { x: infoOf(tensor) }));
  release(tensor);
  return output;
}

function addressOf({ block }: HeapTensor): number {
  return wasm().getMemoryOffset(block.dataId);
}

function nativesFor({ data }: HostTensor): ProductNatives {
  const memory = memoryOf(data as Float32Array)!;
  code ??= moduleOverTwo(MAX_PAGES, {
    streamed: streamedProduct(),
    tiled: tiledProduct(),
    packing: packing(),
  });
  const known =
    instances.get(memory) ?? instanceOverTwo<keyof ProductNatives>(code, emscripten().asm.memory, memory.memory);
  instances.set(memory, known);
  return known;
}
