import * as complex from "../mathematics/complex.ts";
import { unary } from "./elementwise.ts";
import type { Family } from "./kernel.ts";

/** Angles and hyperbolas. */
export const trigonometry: Family = {
  Sin: unary({ floats: Math.sin, complexes: complex.sin }),
  Cos: unary({ floats: Math.cos, complexes: complex.cos }),
  Tan: unary({ floats: Math.tan, complexes: complex.tan }),
  Asin: unary({ floats: Math.asin, complexes: complex.asin }),
  Acos: unary({ floats: Math.acos, complexes: complex.acos }),
  Atan: unary({ floats: Math.atan, complexes: complex.atan }),
  Sinh: unary({ floats: Math.sinh, complexes: complex.sinh }),
  Cosh: unary({ floats: Math.cosh, complexes: complex.cosh }),
  Tanh: unary({ floats: Math.tanh, complexes: complex.tanh }),
  Asinh: unary({ floats: Math.asinh, complexes: complex.asinh }),
  Acosh: unary({ floats: Math.acosh, complexes: complex.acosh }),
  Atanh: unary({ floats: Math.atanh, complexes: complex.atanh }),
};
