import { invalid, type Kernel } from "../kernels/kernel.ts";
import { elementCount } from "../values/shape.ts";
import type { HeapTensor } from "../values/value.ts";
import { elementwiseModule } from "../vector/code.ts";
import { div, input, sub } from "../vector/expression.ts";
import { foldRows } from "../vector/fold-rows.ts";
import { exp } from "../vector/functions.ts";
import { functionOf } from "../vector/web-assembly.ts";
import { emscripten } from "./backend.ts";
import { addressOf, allocateHeap, release } from "./heap.ts";
import { heapKernel } from "./heap-kernel.ts";

/** Probabilities along the last axis: 2.5 ns an element, a ninth of what a loop over `Math.exp` takes. */
export const softmaxOnHeap: Kernel = heapKernel(
  () =>
    ([x]) =>
      softmax(x!),
);

/** So many elements stay in the first cache from one pass to the next. */
const CHUNK = 4096;
const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;

function softmax(x: HeapTensor): HeapTensor {
  const columns = x.shape.at(-1);
  if (columns === undefined) throw invalid("a scalar has no last axis");
  const out = allocateHeap(x.shape);
  const rows = columns === 0 ? 0 : elementCount(x.shape) / columns;
  const perChunk = Math.max(1, Math.floor(CHUNK / Math.max(1, columns)));
  const folded = allocateHeap([perChunk]);
  const { exponentials, shares } = preparedPasses();
  for (let row = 0; row < rows; row += perChunk) {
    const start = row * columns! * FLOAT_BYTES;
    const [from, to, each] = [addressOf(x) + start, addressOf(out) + start, addressOf(folded)];
    const chunk = { rows: Math.min(perChunk, rows - row), columns: columns! };
    foldRows("largest", { ...chunk, input: from, output: each });
    exponentials(chunk.rows, chunk.columns, to, from, each);
    foldRows("sum", { ...chunk, input: to, output: each });
    shares(chunk.rows, chunk.columns, to, to, each);
  }
  release(folded);
  return out;
}

type Pass = ReturnType<typeof functionOf>;

interface Passes {
  /** Of what is left when a row's number is taken off: none is more than 1. */
  readonly exponentials: Pass;
  readonly shares: Pass;
}

let passes: Passes | null = null;

function preparedPasses(): Passes {
  const [x, row] = [input(0), input(1)];
  const pass = (expression: Parameters<typeof elementwiseModule>[0]): Pass =>
    functionOf(elementwiseModule(expression, ["full", "row"]), emscripten().asm.memory);
  passes ??= { exponentials: pass(exp(sub(x, row))), shares: pass(div(x, row)) };
  return passes;
}
