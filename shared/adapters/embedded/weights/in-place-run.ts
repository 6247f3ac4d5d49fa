import type { KernelNode, Run } from "../kernels/kernel.ts";
import type { HostTensor } from "../values/value.ts";
import type { Activation } from "../wasm/convolve.ts";
import { release, toHeap } from "../wasm/heap.ts";
import { isInPlace, productInPlace } from "./product.ts";

const WEIGHTS = 1;
/** Of smaller ones a second copy is no matter, and laid out in advance they are faster to read. */
const MIN_BYTES = 2 ** 18;

/** The product with a constant that lies in the weights' memory, and a bias where there is one; null for any other. */
export function inPlaceRun(node: KernelNode, activation: Activation): Run | null {
  const weights = node.constant(WEIGHTS);
  if (weights === null || node.bool("transpose_a") || node.bool("transpose_b") || !isWorthIt(weights)) return null;
  const run: Run = ([a, , added]) => {
    const left = toHeap(a!);
    const bias = added === undefined ? null : toHeap(added);
    const output = productInPlace(left, weights, { bias, activation });
    release(left);
    if (bias !== null) release(bias);
    return output;
  };
  return Object.assign(run, { inPlace: WEIGHTS });
}

function isWorthIt(weights: HostTensor): boolean {
  return isInPlace(weights) && (weights.data as Float32Array).byteLength >= MIN_BYTES;
}
