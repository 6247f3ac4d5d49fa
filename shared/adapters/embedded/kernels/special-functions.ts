import { erf, erfc, erfinv, ndtri } from "../mathematics/error-function.ts";
import { digamma, lgamma, polygamma, zeta } from "../mathematics/gamma.ts";
import { betainc, igamma, igammac } from "../mathematics/incomplete.ts";
import { broadcastIndices, broadcastShape, elementCount } from "../values/shape.ts";
import { allocate, tensor } from "../values/tensor.ts";
import { binary, unary } from "./elementwise.ts";
import { type Family, hostKernel } from "./kernel.ts";

/** The error function, the gamma function and their relatives, computed in double precision. */
export const specialFunctions: Family = {
  Erf: unary({ floats: erf }),
  Erfc: unary({ floats: erfc }),
  Erfinv: unary({ floats: erfinv }),
  Ndtri: unary({ floats: ndtri }),
  Lgamma: unary({ floats: lgamma }),
  Digamma: unary({ floats: digamma }),
  Polygamma: binary({ floats: polygamma }),
  Zeta: binary({ floats: zeta }),
  Igamma: binary({ floats: igamma }),
  Igammac: binary({ floats: igammac }),
  Betainc: hostKernel(() => ([a, b, x]) => {
    const shape = broadcastShape(broadcastShape(a!.shape, b!.shape), x!.shape);
    const data = allocate<Float32Array | Float64Array>(x!.dtype, elementCount(shape));
    const at = [a!, b!, x!].map((value) => broadcastIndices(value.shape, shape));
    const [as, bs, xs] = [a!, b!, x!].map((value) => value.data as Float32Array);
    for (let i = 0; i < data.length; i++) data[i] = betainc(as![at[0]![i]!]!, bs![at[1]![i]!]!, xs![at[2]![i]!]!);
    return tensor(x!.dtype, shape, data);
  }),
};
