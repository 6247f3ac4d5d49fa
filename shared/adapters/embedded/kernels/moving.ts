import type { Dtype } from "../../../ports/tensor.ts";
import { type Cells, cellsOf, cellWidth } from "../arrays/cells.ts";
import { elementCount, type Sizes } from "../values/shape.ts";
import { allocate, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { allocateHeap, toHost, viewOf } from "../wasm/heap.ts";
import type { Context, Kernel, KernelNode } from "./kernel.ts";

/** What becomes of the elements, told before any is touched: the output is then made where its input is. */
export interface Move {
  readonly dtype: Dtype;
  readonly shape: Sizes;
  /** Sources are the cells of the kernel's inputs, in their order; the target's are zero, empty or arbitrary. */
  fill(target: Cells, sources: readonly Cells[], width: number): void;
}

export type Plan = (inputs: readonly HostTensor[], context: Context) => Move;

/** Fewer elements than this are cheaper to copy than to find a place for on the WebAssembly heap. */
const MIN_HEAP_COUNT = 1024;
const MAX_HEAP_COUNT = 2 ** 28;

/** A kernel whose only output has elements of its inputs, in another order. */
export function movingKernel(prepare: (node: KernelNode) => Plan): Kernel {
  return (node) => {
    const plan = prepare(node);
    return (values, context) => {
      const inputs = values.map(toHost);
      const move = plan(inputs, context);
      const count = elementCount(move.shape);
      const isOnHeap = values.some((value) => value.kind === "heap");
      if (!isOnHeap || count < MIN_HEAP_COUNT || count > MAX_HEAP_COUNT) return movedOnHost(move, inputs);
      const output = allocateHeap(move.shape);
      // Room on the heap may move it: views from before are void.
      move.fill(cellsOf(viewOf(output)), values.map(toHost).map(cells), 1);
      return output;
    };
  };
}

export function movedOnHost({ dtype, shape, fill }: Move, inputs: readonly HostTensor[]): HostTensor {
  const data = allocate(dtype, elementCount(shape));
  fill(cellsOf(data), inputs.map(cells), cellWidth(dtype));
  return tensor(dtype, shape, data);
}

function cells({ data }: HostTensor): Cells {
  return cellsOf(data);
}
