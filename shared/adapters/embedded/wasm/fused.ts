import { ACTIVATION, FUSED } from "../compile/fuse.ts";
import { VECTOR } from "../compile/group.ts";
import type { Family, KernelNode } from "../kernels/kernel.ts";
import type { VectorProgram } from "../vector/program.ts";
import { vectorRun } from "../vector/run.ts";
import { inPlaceRun } from "../weights/in-place-run.ts";
import { convolutionRun } from "./convolution.ts";
import { type Activation, convolve, convolveDepthwise } from "./convolve.ts";
import { heapKernel } from "./heap-kernel.ts";
import { multiply } from "./multiply.ts";

/** What the compiler makes of a convolution or product and what follows it: the third input is the bias. */
export const fusedOperators: Family = {
  [`Conv2D ${FUSED}`]: heapKernel((node) => convolutionRun(node, convolve, activationOf(node))),
  [`DepthwiseConv2dNative ${FUSED}`]: heapKernel((node) => convolutionRun(node, convolveDepthwise, activationOf(node))),
  [`MatMul ${FUSED}`]: Object.assign(
    (node: KernelNode) => inPlaceRun(node, activationOf(node)) ?? onHeapProduct(node),
    { isOnHeap: true } as const,
  ),
  [VECTOR]: Object.assign(({ made }: KernelNode) => vectorRun(made as VectorProgram), { isOnHeap: true } as const),
};

const onHeapProduct = heapKernel((node) => {
  const sides = { transposeA: node.bool("transpose_a"), transposeB: node.bool("transpose_b") };
  const activation = activationOf(node);
  return ([a, b, bias]) => multiply(a!, b!, { ...sides, finish: { bias: bias!, activation } });
});

function activationOf(node: KernelNode): Activation {
  return node.string(ACTIVATION) as Activation;
}
