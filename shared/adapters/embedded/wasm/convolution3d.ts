import type { Family } from "../kernels/kernel.ts";
import { convolved } from "./convolution.ts";
import { convolve, PLAIN } from "./convolve.ts";
import { heapKernel } from "./heap-kernel.ts";
import { windowAttributes } from "./window.ts";

/** Convolutions over three spatial axes. */
export const convolution3d: Family = {
  Conv3D: heapKernel((node) => {
    const attributes = windowAttributes(node, 3, { strides: node.ints("strides"), dilations: node.ints("dilations") });
    return ([x, filter]) => {
      return convolved(x!, filter!, attributes, (input, windows) => convolve(input, filter!, windows, PLAIN));
    };
  }),
};
