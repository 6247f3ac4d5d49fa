import { type Family, invalid, type Kernel, unsupported } from "../kernels/kernel.ts";
import type { HeapTensor, Value } from "../values/value.ts";
import { runKernel } from "./backend.ts";
import { adopt, infoOf, release, toHeap } from "./heap.ts";

const multiply: Kernel = (node) => {
  if (node.dtype("T") !== "float32") throw unsupported(node, `type ${node.dtype("T")}`);
  const transposeA = node.bool("transpose_a");
  const transposeB = node.bool("transpose_b");
  return ([a, b]) => onHeap([a!, b!], ([x, y]) => product(x!, y!, transposeA, transposeB));
};

/** Matrix products on the WebAssembly backend. */
export const linear: Family = { MatMul: multiply };

function onHeap(values: readonly Value[], run: (tensors: readonly HeapTensor[]) => HeapTensor): HeapTensor {
  const tensors = values.map(toHeap);
  const output = run(tensors);
  for (const tensor of tensors) release(tensor);
  return output;
}

function product(a: HeapTensor, b: HeapTensor, transposeA: boolean, transposeB: boolean): HeapTensor {
  const [rows, inner] = transposeA ? [a.shape[1]!, a.shape[0]!] : [a.shape[0]!, a.shape[1]!];
  const [depth, columns] = transposeB ? [b.shape[1]!, b.shape[0]!] : [b.shape[0]!, b.shape[1]!];
  if (inner !== depth) throw invalid(`matrices of shapes [${a.shape}] and [${b.shape}] do not multiply`);
  const out = runKernel(
    "BatchMatMul",
    { a: infoOf(a, [1, ...a.shape]), b: infoOf(b, [1, ...b.shape]) },
    { transposeA, transposeB },
  );
  return adopt({ ...out, shape: [rows, columns] });
}
