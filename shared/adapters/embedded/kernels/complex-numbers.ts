import { absolute, angle, type Complex, conjugate } from "../mathematics/complex.ts";
import { broadcastIndices, broadcastShape, elementCount } from "../values/shape.ts";
import { allocate, tensor } from "../values/tensor.ts";
import { type Family, hostKernel, type Kernel } from "./kernel.ts";
import { changedPairs, isComplex, type Pairs } from "./pairs.ts";

/** Complex numbers put together and taken apart. */
export const complexNumbers: Family = {
  Real: partOf(([re]) => re),
  Imag: partOf(([, im]) => im),
  ComplexAbs: partOf(absolute),
  Angle: partOf(angle),
  Conj: hostKernel(
    () =>
      ([x]) =>
        isComplex(x!.dtype) ? changedPairs(x!, conjugate) : x!,
  ),
  Complex: hostKernel((node) => {
    const dtype = node.dtype("Tout");
    return ([re, im]) => {
      const shape = broadcastShape(re!.shape, im!.shape);
      const data = allocate<Pairs>(dtype, elementCount(shape));
      const [res, ims] = [broadcastIndices(re!.shape, shape), broadcastIndices(im!.shape, shape)];
      for (let i = 0; i < res.length; i++) {
        data[2 * i] = (re!.data as Pairs)[res[i]!]!;
        data[2 * i + 1] = (im!.data as Pairs)[ims[i]!]!;
      }
      return tensor(dtype, shape, data);
    };
  }),
};

function partOf(part: (z: Complex) => number): Kernel {
  return hostKernel((node) => {
    const dtype = node.dtype("Tout");
    return ([x]) => {
      const source = x!.data as Pairs;
      const data = allocate<Pairs>(dtype, source.length / 2);
      for (let i = 0; i < data.length; i++) data[i] = part([source[2 * i]!, source[2 * i + 1]!]);
      return tensor(dtype, x!.shape, data);
    };
  });
}
