import { sigmoid } from "../mathematics/complex.ts";
import { unary } from "./elementwise.ts";
import type { Family, KernelNode } from "./kernel.ts";

const SELU_SCALE = 1.0507009873554805;
const SELU_SCALE_ALPHA = 1.7580993408473768;

/** What layers put behind a linear map, element by element. */
export const activations: Family = {
  Relu: unary({ floats: (x) => (x < 0 ? 0 : x), integers: (x) => Math.max(x, 0), bigs: (x) => (x < 0n ? 0n : x) }),
  Relu6: unary({
    floats: (x) => (x < 0 ? 0 : x > 6 ? 6 : x),
    integers: (x) => Math.min(Math.max(x, 0), 6),
    bigs: (x) => (x < 0n ? 0n : x > 6n ? 6n : x),
  }),
  LeakyRelu: (node) => {
    const alpha = node.float("alpha");
    return unary({ floats: (x) => (x > 0 ? x : x * alpha) })(node);
  },
  Elu: (node) => {
    const grown = expMinusOne(node);
    return unary({ floats: (x) => (x < 0 ? grown(x) : x) })(node);
  },
  Selu: (node) => {
    const grown = expMinusOne(node);
    return unary({ floats: (x) => (x < 0 ? SELU_SCALE_ALPHA * grown(x) : SELU_SCALE * x) })(node);
  },
  Sigmoid: unary({ floats: (x) => 1 / (1 + Math.exp(-x)), complexes: sigmoid }),
  Softplus: unary({ floats: (x) => (x > 30 ? x : Math.log1p(Math.exp(x))) }),
  Softsign: unary({ floats: (x) => x / (1 + Math.abs(x)) }),
};

/** TensorFlow subtracts 1 from the rounded exponential, which costs digits near 0; who compares wants the same cost. */
function expMinusOne(node: KernelNode): (x: number) => number {
  if (node.dtype("T") === "float64") return (x) => Math.exp(x) - 1;
  return (x) => Math.fround(Math.exp(x)) - 1;
}
