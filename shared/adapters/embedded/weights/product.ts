import { invalid } from "../kernels/kernel.ts";
import { type Panels, withPanels } from "../products/panels.ts";
import { sumProducts } from "../products/sum-products.ts";
import { sameShape } from "../values/shape.ts";
import type { HeapTensor, HostTensor } from "../values/value.ts";
import { emscripten } from "../wasm/backend.ts";
import { clampOf, type Finish, finished } from "../wasm/convolve.ts";
import { addressOf, allocateHeap, release, viewOf } from "../wasm/heap.ts";
import { zerosOnHeap } from "../wasm/rearrange.ts";
import { MAX_PAGES, memoryOf, type WeightMemory } from "./memory.ts";
import { instanceOverTwo, moduleOverTwo, type Natives } from "./two-memories.ts";
import { PACKED_COLUMNS, PANEL_COLUMNS, packing, streamedProduct } from "./weights-code.ts";

/** For so many rows it is faster to read the weights again than to lay them out anew. */
const MAX_STREAMED_ROWS = 2;
/** What is laid out at a time stays in the second cache until it is used. */
const PACKED_FLOATS = 2 ** 16;
const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;

type ProductNatives = Natives<"streamed" | "packing">;

const instances = new WeakMap<WeightMemory, ProductNatives>();
let code: Uint8Array<ArrayBuffer> | null = null;

/** Whether a product can read this right side where it lies. */
export function isInPlace({ dtype, shape, data }: HostTensor): boolean {
  const isMatrix = dtype === "float32" && shape.length === 2 && data.length > 0;
  return isMatrix && memoryOf(data as Float32Array) !== null;
}

/**
 * The product with a matrix of weights, with all that is done to it. Each sum goes along the inner axis in its order,
 * however many rows there are: a batch may be cut between any two of them.
 */
export function productInPlace(a: HeapTensor, weights: HostTensor, finish: Finish): HeapTensor {
  const [rows, inner] = a.shape as readonly [number, number];
  const [depth, columns] = weights.shape as readonly [number, number];
  const { bias } = finish;
  if (a.shape.length !== 2 || inner !== depth || (bias !== null && !sameShape(bias.shape, [columns]))) {
    throw invalid(`matrices of shapes [${a.shape}] and [${weights.shape}] do not multiply`);
  }
  if (rows === 0) return zerosOnHeap([0, columns]);
  const product = { a, weights, out: allocateHeap([rows, columns]), finish };
  if (rows <= MAX_STREAMED_ROWS) streamed(product);
  else packed(product);
  return finished(product.out, finish);
}

interface Product {
  readonly a: HeapTensor;
  readonly weights: HostTensor;
  readonly out: HeapTensor;
  readonly finish: Finish;
}

function streamed({ a, weights, out, finish }: Product): void {
  const [inner, columns] = weights.shape as readonly [number, number];
  const { byteOffset } = weights.data as Float32Array;
  const multiply = nativesFor(weights).streamed;
  const sums = viewOf(out).fill(0);
  const bias = finish.bias === null ? null : viewOf(finish.bias);
  for (let row = 0; row < a.shape[0]!; row++) {
    if (bias !== null) sums.set(bias, row * columns);
    const [from, to] = [addressOf(a) + row * inner * FLOAT_BYTES, addressOf(out) + row * columns * FLOAT_BYTES];
    multiply(from, byteOffset, columns * FLOAT_BYTES, inner, to, columns);
  }
  const clamp = clampOf(finish);
  if (clamp === "none") return;
  const highest = clamp === "relu6" ? 6 : Number.POSITIVE_INFINITY;
  for (let index = 0; index < sums.length; index++) {
    const sum = sums[index]!;
    if (sum < 0) sums[index] = 0;
    else if (sum > highest) sums[index] = highest;
  }
}

function packed(product: Product): void {
  const { bias } = product.finish;
  const columns = product.weights.shape[1]!;
  if (bias === null) inBlocks(product, null);
  else {
    const row = { rows: 1, columns, rowStep: columns, columnStep: 1, start: 0 };
    withPanels(bias, row, (panels) => inBlocks(product, panels));
  }
}

/** So many columns at a time as are laid out in one go. */
function inBlocks({ a, weights, out, finish }: Product, bias: Panels | null): void {
  const [inner, columns] = weights.shape as readonly [number, number];
  const perBlock = PACKED_COLUMNS * Math.max(1, Math.floor(PACKED_FLOATS / inner / PACKED_COLUMNS));
  const room = allocateHeap([inner * Math.min(perBlock, PACKED_COLUMNS * Math.ceil(columns / PACKED_COLUMNS))]);
  const rows = { lines: [addressOf(a)], perLine: a.shape[0]!, step: inner * FLOAT_BYTES, runs: [0], run: inner };
  for (let first = 0; first < columns; first += perBlock) {
    const block = { first, count: Math.min(perBlock, columns - first) };
    sumProducts({
      rows,
      columns: pack(weights, block, addressOf(room)),
      bias: bias === null ? null : { ...bias, address: bias.address + (first / PANEL_COLUMNS) * bias.panelStep },
      output: { address: addressOf(out) + first * FLOAT_BYTES, rowStep: columns * FLOAT_BYTES },
      clamp: clampOf(finish),
    });
  }
  release(room);
}

function pack(weights: HostTensor, { first, count }: { first: number; count: number }, address: number): Panels {
  const [inner, columns] = weights.shape as readonly [number, number];
  const { byteOffset } = weights.data as Float32Array;
  const { packing: copy } = nativesFor(weights);
  // Past the last column lies the next row, or room at the memory's end; nothing of it is written.
  for (let column = 0; column < count; column += PACKED_COLUMNS) {
    const from = byteOffset + (first + column) * FLOAT_BYTES;
    copy(from, columns * FLOAT_BYTES, inner, address + column * inner * FLOAT_BYTES);
  }
  const rowStep = PANEL_COLUMNS * FLOAT_BYTES;
  return { address, rowStep, panelStep: inner * rowStep, columns: count };
}

function nativesFor({ data }: HostTensor): ProductNatives {
  const memory = memoryOf(data as Float32Array)!;
  code ??= moduleOverTwo(MAX_PAGES, { streamed: streamedProduct(), packing: packing() });
  const known =
    instances.get(memory) ?? instanceOverTwo<keyof ProductNatives>(code, emscripten().asm.memory, memory.memory);
  instances.set(memory, known);
  return known;
}
