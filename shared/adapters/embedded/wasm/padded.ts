import { stridedIndices, stridesOf } from "../values/shape.ts";
import type { HeapTensor } from "../values/value.ts";
import { emscripten } from "./backend.ts";
import { addressOf, allocateHeap, share, viewOf } from "./heap.ts";
import type { Window } from "./window.ts";

/** With the zeros around it that the windows read. */
export function padded(x: HeapTensor, windows: readonly Window[]): HeapTensor {
  if (windows.every(({ before, after }) => before <= 0 && after <= 0)) return share(x);
  const [batch, ...rest] = x.shape as [number, ...number[]];
  const spatial = rest.slice(0, -1);
  const sizes = spatial.map((size, axis) => size + windows[axis]!.before + windows[axis]!.after);
  const out = allocateHeap([batch, ...sizes, rest.at(-1)!]);
  viewOf(out).fill(0);
  copyLines(x, out, windows);
  return out;
}

/** Line by line along the last spatial axis. */
function copyLines(x: HeapTensor, out: HeapTensor, windows: readonly Window[]): void {
  const [strides, targetStrides] = [stridesOf(x.shape), stridesOf(out.shape)];
  const lines = x.shape.slice(0, -2);
  const starts = (own: readonly number[], first: number) => stridedIndices(lines, own.slice(0, -2), first);
  const before = windows.reduce((sum, window, axis) => sum + window.before * targetStrides[axis + 1]!, 0);
  const [from, to] = [starts(strides, addressOf(x) / 4), starts(targetStrides, addressOf(out) / 4 + before)];
  const length = x.shape.at(-2)! * x.shape.at(-1)!;
  const heap = new Float32Array(emscripten().HEAPU8.buffer);
  for (let line = 0; line < from.length; line++) heap.copyWithin(to[line]!, from[line]!, from[line]! + length);
}
