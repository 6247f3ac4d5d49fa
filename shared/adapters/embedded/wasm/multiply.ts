import { invalid } from "../kernels/kernel.ts";
import { broadcastIndices, broadcastShape, elementCount } from "../values/shape.ts";
import type { HeapTensor } from "../values/value.ts";
import { emscripten, type NativeCall, wasm } from "./backend.ts";
import { type Activation, type Finish, PLAIN } from "./convolve.ts";
import { allocateHeap, release } from "./heap.ts";
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
  const right = transposeB ? matrixTransposed(b) : reshape(b, b.shape);
  const output = product(left, right, finish ?? PLAIN);
  release(left);
  release(right);
  return output;
}

/** The transposed matrices of all in front of them. */
function matrixTransposed(x: HeapTensor): HeapTensor {
  const rank = x.shape.length;
  return transpose(x, [...Array(rank - 2).keys(), rank - 1, rank - 2]);
}

function product(a: HeapTensor, b: HeapTensor, finish: Finish): HeapTensor {
  const [rows, inner] = a.shape.slice(-2) as [number, number];
  const [depth, columns] = b.shape.slice(-2) as [number, number];
  if (inner !== depth) throw invalid(`matrices of shapes [${a.shape}] and [${b.shape}] do not multiply`);
  const [batchA, batchB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const batch = broadcastShape(batchA, batchB);
  const shape = [...batch, rows, columns];
  if (elementCount(shape) === 0 || inner === 0) return zerosOnHeap(shape);
  const out = allocateHeap(shape);
  const sizes = { inner, columns };
  if (elementCount(batchB) === 1) {
    // One matrix for all: the batch is just more rows, and weights are packed but once.
    callProduct(place(a, 0), place(b, 0), place(out, 0), { ...sizes, rows: rows * elementCount(batch) }, finish);
    return out;
  }
  const [as, bs] = [broadcastIndices(batchA, batch), broadcastIndices(batchB, batch)];
  for (let i = 0; i < as.length; i++) {
    const [x, y] = [place(a, as[i]! * rows * inner), place(b, bs[i]! * inner * columns)];
    callProduct(x, y, place(out, i * rows * columns), { ...sizes, rows }, finish);
  }
  return out;
}

interface Sizes {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
}

/** A part of a tensor on the heap, from one element on. */
interface Place {
  readonly tensor: HeapTensor;
  readonly start: number;
}

function place(tensor: HeapTensor, start: number): Place {
  return { tensor, start };
}

let fusedMatMul: NativeCall | null = null;
/** The backend counts its own from 1. */
const FIRST_ID = 2 ** 30;
const ACTIVATIONS: Readonly<Record<Activation, number>> = { linear: 0, relu: 1, relu6: 2, sigmoid: 5, elu: 6 };

/**
 * One product by XNNPACK, which the backend uses for single matrices only; its own loop for batches is a tenth as
 * fast. Parts of tensors are made known for the time of the call.
 */
export function callProduct(a: Place, b: Place, out: Place, { rows, inner, columns }: Sizes, finish: Finish): void {
  fusedMatMul ??= emscripten().cwrap("_FusedMatMul", null, ARGUMENTS);
  const [x, y, z] = [known(a, rows * inner, 0), known(b, inner * columns, 1), known(out, rows * columns, 2)];
  const bias = finish.bias === null ? 0 : ownId(finish.bias);
  const activation = ACTIVATIONS[finish.activation];
  fusedMatMul(x, bytesOf(1, rows, inner), 3, y, bytesOf(1, inner, columns), 3, 0, 0, activation, bias, 0, 0, z);
  forget(x);
  forget(y);
  forget(z);
}

/** A whole tensor keeps its own number: by it the packed weights are found again. */
function known({ tensor, start }: Place, count: number, slot: number): number {
  if (start === 0 && count === tensor.block.count) return ownId(tensor);
  const bytes = wasm().getMemoryOffset(tensor.block.dataId) + start * Float32Array.BYTES_PER_ELEMENT;
  wasm().wasm.tfjs.registerTensor(FIRST_ID + slot, count, bytes);
  return FIRST_ID + slot;
}

function forget(id: number): void {
  if (id >= FIRST_ID) wasm().wasm.tfjs.disposeData(id);
}

function ownId({ block }: HeapTensor): number {
  return wasm().dataIdMap.get(block.dataId).id;
}

function bytesOf(...sizes: readonly number[]): Uint8Array {
  return new Uint8Array(Int32Array.from(sizes).buffer);
}

const ARGUMENTS = [
  ...["number", "array", "number", "number", "array", "number", "number", "number"],
  ...["number", "number", "number", "number", "number"],
];
