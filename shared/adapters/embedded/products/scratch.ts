import { elementCount } from "../values/shape.ts";
import type { HeapTensor } from "../values/value.ts";
import { addressOf, allocateHeap, pin, unpin } from "../wasm/heap.ts";

let kept: HeapTensor | null = null;

/** The address of so many 32-bit numbers on the heap, the caller's until the next call. */
export function scratch(count: number): number {
  if (kept === null || elementCount(kept.shape) < count) {
    if (kept !== null) unpin(kept);
    kept = pin(allocateHeap([2 * count]));
  }
  return addressOf(kept);
}
