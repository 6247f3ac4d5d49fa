import { binary } from "./elementwise.ts";
import type { Family } from "./kernel.ts";

const SELU_SCALE = 1.0507009873554805;
const SELU_SCALE_ALPHA = 1.7580993408473768;

/** Derivatives, for models that differentiate while they serve. The first input is the function's value or argument. */
export const gradients: Family = {
  SigmoidGrad: binary({ floats: (y, dy) => dy * y * (1 - y) }),
  TanhGrad: binary({ floats: (y, dy) => dy * (1 - y * y) }),
  InvGrad: binary({ floats: (y, dy) => -dy * y * y }),
  ReciprocalGrad: binary({ floats: (y, dy) => -dy * y * y }),
  SqrtGrad: binary({ floats: (y, dy) => (dy * 0.5) / y }),
  RsqrtGrad: binary({ floats: (y, dy) => dy * -0.5 * y * y * y }),
  ReluGrad: binary({ floats: (dy, x) => (x > 0 ? dy : 0) }),
  Relu6Grad: binary({ floats: (dy, x) => (x > 0 && x < 6 ? dy : 0) }),
  LeakyReluGrad: (node) => {
    const alpha = node.float("alpha");
    return binary({ floats: (dy, x) => (x > 0 ? dy : dy * alpha) })(node);
  },
  EluGrad: binary({ floats: (dy, y) => (y < 0 ? dy * (y + 1) : dy) }),
  SeluGrad: binary({ floats: (dy, y) => (y < 0 ? dy * (y + SELU_SCALE_ALPHA) : dy * SELU_SCALE) }),
  SoftplusGrad: binary({ floats: (dy, x) => dy / (1 + Math.exp(-x)) }),
  SoftsignGrad: binary({ floats: (dy, x) => dy / (1 + Math.abs(x)) ** 2 }),
};
