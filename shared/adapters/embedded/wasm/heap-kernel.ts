import type { Kernel, KernelNode, Run } from "../kernels/kernel.ts";
import { unsupported } from "../kernels/kernel.ts";
import { isHalf, narrowed, widened } from "../values/half.ts";
import type { HeapTensor, HostTensor, Value } from "../values/value.ts";
import { release, toHeap, toHost } from "./heap.ts";

/** Borrows its inputs; what it makes on the way it releases. `others` are the inputs that stay on the host. */
export type HeapRun = (inputs: readonly HeapTensor[], others: readonly HostTensor[]) => HeapTensor;

export interface HeapOptions {
  /** The attribute that names the type to compute in. */
  readonly type?: string;
  /** Inputs that are sizes or axes. */
  readonly hosts?: readonly number[];
}

/**
 * A kernel over float32 tensors on the WebAssembly heap. 16-bit floats are computed as TensorFlow does it on a CPU:
 * widened, summed in float32, and rounded once.
 */
export function heapKernel(
  prepare: (node: KernelNode) => HeapRun,
  { type = "T", hosts = [] }: HeapOptions = {},
): Kernel {
  const kernel = (node: KernelNode): Run => {
    const dtype = node.dtype(type);
    if (dtype !== "float32" && !isHalf(dtype)) throw unsupported(node, `type ${dtype}`);
    const run = prepare(node);
    const computed: Run = (inputs) => {
      const others = hosts.map((input) => toHost(inputs[input]!));
      const floats = hosts.length === 0 ? inputs : inputs.filter((_, input) => !hosts.includes(input));
      return onHeap(floats, (tensors) => run(tensors, others));
    };
    return dtype === "float32" ? computed : roundedTo(dtype, computed);
  };
  return Object.assign(kernel, { isOnHeap: true } as const);
}

function roundedTo(dtype: "float16" | "bfloat16", run: Run): Run {
  return (inputs, context) => {
    const wide = inputs.map((input) => (input.kind === "host" ? widened(input) : input));
    const output = run(wide, context) as HeapTensor;
    const rounded = narrowed(toHost(output), dtype);
    release(output);
    return rounded;
  };
}

/** Runs with all values on the heap for as long as that takes. */
function onHeap(values: readonly Value[], run: (tensors: readonly HeapTensor[]) => HeapTensor): HeapTensor {
  const tensors = values.map(toHeap);
  const output = run(tensors);
  for (const tensor of tensors) release(tensor);
  return output;
}
