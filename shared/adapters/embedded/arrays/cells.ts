import type { Dtype, TensorData } from "../../../ports/tensor.ts";

/**
 * Elements as what only moves: seen by their width in memory and not by their type, so that one loop serves all types
 * and stays fast. An element of 8 or 16 bytes is several cells.
 */
export type Cells = Uint8Array | Uint16Array | Int32Array | Uint8Array[];
type TypedCells = Exclude<Cells, Uint8Array[]>;

const WIDTHS: ReadonlyMap<Dtype, number> = new Map<Dtype, number>([
  ["float64", 2],
  ["int64", 2],
  ["uint64", 2],
  ["complex64", 2],
  ["complex128", 4],
]);

/** How many cells an element takes. */
export function cellWidth(dtype: Dtype): number {
  return WIDTHS.get(dtype) ?? 1;
}

/** The same memory: what is written to the cells is written to the tensor. */
export function cellsOf(data: TensorData): Cells {
  if (!ArrayBuffer.isView(data)) return data as Uint8Array[];
  const { buffer, byteOffset, byteLength, BYTES_PER_ELEMENT } = data;
  if (BYTES_PER_ELEMENT === 1) return new Uint8Array(buffer, byteOffset, byteLength);
  if (BYTES_PER_ELEMENT === 2) return new Uint16Array(buffer, byteOffset, byteLength / 2);
  return new Int32Array(buffer, byteOffset, byteLength / 4);
}

export function isTyped(cells: Cells): cells is TypedCells {
  return !Array.isArray(cells);
}

/** From this length on a native copy is faster than a loop. */
const LONG_RUN = 48;

/** Neighbouring cells, to where they may not overlap. */
export function copyRun(from: Cells, start: number, to: Cells, at: number, count: number): void {
  if (count >= LONG_RUN && isTyped(from)) {
    (to as TypedCells).set(from.subarray(start, start + count), at);
    return;
  }
  for (let i = 0; i < count; i++) to[at + i] = from[start + i]!;
}

/** All of `to` becomes the element of so many cells at `start`. */
export function fillCells(to: Cells, from: Cells, start: number, width: number): void {
  if (width === 1) {
    (to as Uint8Array).fill(from[start] as number);
    return;
  }
  const cells = to as TypedCells;
  for (let i = 0; i < width && i < cells.length; i++) cells[i] = from[start + i] as number;
  for (let done = width; done < cells.length; done *= 2) {
    cells.copyWithin(done, 0, Math.min(done, cells.length - done));
  }
}
