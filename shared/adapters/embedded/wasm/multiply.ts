import { invalid } from "../kernels/kernel.ts";
import { type Matrix, withPanels } from "../products/panels.ts";
import { sumProducts } from "../products/sum-products.ts";
import { broadcastIndices, broadcastShape, elementCount } from "../values/shape.ts";
import type { HeapTensor } from "../values/value.ts";
import { clampOf, type Finish, finished, PLAIN } from "./convolve.ts";
import { addressOf, allocateHeap, release } from "./heap.ts";
import { reshape, transpose, zerosOnHeap } from "./rearrange.ts";

/** Matrices that lie one after the other in the last two axes. */
export interface Product {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
  readonly finish?: Finish;
}

/** The product of each pair of matrices; what is in front of the last two axes broadcasts. */
export function multiply(a: HeapTensor, b: HeapTensor, { transposeA, transposeB, finish }: Product = {}): HeapTensor {
  const left = transposeA ? matrixTransposed(a) : reshape(a, a.shape);
  const output = product(left, b, { isTurned: transposeB === true, finish: finish ?? PLAIN });
  release(left);
  return output;
}

/** The transposed matrices of all in front of them. */
function matrixTransposed(x: HeapTensor): HeapTensor {
  const rank = x.shape.length;
  return transpose(x, [...Array(rank - 2).keys(), rank - 1, rank - 2]);
}

interface Right {
  /** Its columns are in its rows. */
  readonly isTurned: boolean;
  readonly finish: Finish;
}

function product(a: HeapTensor, b: HeapTensor, { isTurned, finish }: Right): HeapTensor {
  const [rows, inner] = a.shape.slice(-2) as [number, number];
  const [depth, columns] = (isTurned ? b.shape.slice(-2).reverse() : b.shape.slice(-2)) as [number, number];
  if (inner !== depth) throw invalid(`matrices of shapes [${a.shape}] and [${b.shape}] do not multiply`);
  const [batchA, batchB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const batch = broadcastShape(batchA, batchB);
  const shape = [...batch, rows, columns];
  if (elementCount(shape) === 0 || inner === 0) return zerosOnHeap(shape);
  const out = allocateHeap(shape);
  const layout = { rows: inner, columns, rowStep: isTurned ? 1 : columns, columnStep: isTurned ? inner : 1 };
  const step = { rows, inner, columns, finish };
  if (elementCount(batchB) === 1) {
    // One matrix for all: the batch is just more rows.
    multiplyPart({ a, b, out, layout: { ...layout, start: 0 } }, [0, 0], { ...step, rows: rows * elementCount(batch) });
    return finished(out, finish);
  }
  const [as, bs] = [broadcastIndices(batchA, batch), broadcastIndices(batchB, batch)];
  for (let i = 0; i < as.length; i++) {
    const part = { a, b, out, layout: { ...layout, start: bs[i]! * inner * columns } };
    multiplyPart(part, [as[i]! * rows * inner, i * rows * columns], step);
  }
  return finished(out, finish);
}

interface Part {
  readonly a: HeapTensor;
  readonly b: HeapTensor;
  readonly out: HeapTensor;
  readonly layout: Matrix;
}

interface Step {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  readonly finish: Finish;
}

const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;

/** From one element of the left side on, to one of the output on. */
export function multiplyPart({ a, b, out, layout }: Part, [from, to]: readonly [number, number], step: Step): void {
  const { rows, inner, columns, finish } = step;
  withPanels(b, layout, (panels) => {
    const sum = (bias: typeof panels | null) =>
      sumProducts({
        rows: {
          lines: [addressOf(a) + from * FLOAT_BYTES],
          perLine: rows,
          step: inner * FLOAT_BYTES,
          runs: [0],
          run: inner,
        },
        columns: panels,
        bias,
        output: { address: addressOf(out) + to * FLOAT_BYTES, rowStep: columns * FLOAT_BYTES },
        clamp: clampOf(finish),
      });
    if (finish.bias === null) sum(null);
    else withPanels(finish.bias, { rows: 1, columns, rowStep: columns, columnStep: 1, start: 0 }, sum);
  });
}
