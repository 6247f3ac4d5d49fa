import { nextFloat32, nextFloat64, roundHalfToEven } from "../mathematics/rounding.ts";
import { widened } from "../values/half.ts";
import { allocate, tensor } from "../values/tensor.ts";
import { binary, unary } from "./elementwise.ts";
import { type Family, hostKernel, type Kernel } from "./kernel.ts";

/** Rounding, and what tells apart the numbers that are none. */
export const rounding: Family = {
  Floor: unary({ floats: Math.floor }),
  Ceil: unary({ floats: Math.ceil }),
  Round: unary({ floats: roundHalfToEven }),
  Rint: unary({ floats: roundHalfToEven }),
  IsNan: test(Number.isNaN),
  IsInf: test((x) => Math.abs(x) === Number.POSITIVE_INFINITY),
  IsFinite: test(Number.isFinite),
  NextAfter: (node) => binary({ floats: node.dtype("T") === "float64" ? nextFloat64 : nextFloat32 })(node),
};

function test(holds: (x: number) => boolean): Kernel {
  return hostKernel(() => ([x]) => {
    const source = widened(x!).data as Float32Array;
    const data = allocate<Uint8Array>("bool", source.length);
    for (let i = 0; i < data.length; i++) data[i] = holds(source[i]!) ? 1 : 0;
    return tensor("bool", x!.shape, data);
  });
}
