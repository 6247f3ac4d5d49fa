/** A complex number. */
export type Complex = readonly [re: number, im: number];

export const add = ([a, b]: Complex, [c, d]: Complex): Complex => [a + c, b + d];
export const subtract = ([a, b]: Complex, [c, d]: Complex): Complex => [a - c, b - d];
export const multiply = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
export const isZero = ([a, b]: Complex): boolean => a === 0 && b === 0;
export const conjugate = ([a, b]: Complex): Complex => [a, -b];
export const absolute = ([a, b]: Complex): number => Math.hypot(a, b);
export const angle = ([a, b]: Complex): number => Math.atan2(b, a);

/** Smith's method: no overflow on the way. */
export function divide([a, b]: Complex, [c, d]: Complex): Complex {
  if (Math.abs(c) >= Math.abs(d)) {
    if (c === 0 && d === 0) return [a / c, b / c];
    const ratio = d / c;
    const divisor = c + d * ratio;
    return [(a + b * ratio) / divisor, (b - a * ratio) / divisor];
  }
  const ratio = c / d;
  const divisor = c * ratio + d;
  return [(a * ratio + b) / divisor, (b * ratio - a) / divisor];
}

export function exp([a, b]: Complex): Complex {
  const size = Math.exp(a);
  return b === 0 ? [size, b] : [size * Math.cos(b), size * Math.sin(b)];
}

export function log(z: Complex): Complex {
  return [Math.log(absolute(z)), angle(z)];
}

/** log(1 + z), exact for small z too. */
export function log1p([a, b]: Complex): Complex {
  return [0.5 * Math.log1p(a * (2 + a) + b * b), Math.atan2(b, 1 + a)];
}

/** exp(z) − 1, exact for small z too. */
export function expm1([a, b]: Complex): Complex {
  const grown = Math.expm1(a);
  const half = Math.sin(b / 2);
  return [grown * Math.cos(b) - 2 * half * half, (grown + 1) * Math.sin(b)];
}

export function sqrt([a, b]: Complex): Complex {
  const size = absolute([a, b]);
  if (size === 0) return [0, b];
  const part = Math.sqrt((size + Math.abs(a)) / 2);
  const other = Math.abs(b) / (2 * part);
  const sign = b < 0 || Object.is(b, -0) ? -1 : 1;
  return a >= 0 ? [part, sign * other] : [other, sign * part];
}

export function square(z: Complex): Complex {
  return multiply(z, z);
}

export function reciprocal(z: Complex): Complex {
  return divide([1, 0], z);
}

export function power(z: Complex, w: Complex): Complex {
  if (isZero(z)) return isZero(w) ? [1, 0] : w[0] > 0 ? [0, 0] : [Number.NaN, Number.NaN];
  return exp(multiply(w, log(z)));
}

export function sin([a, b]: Complex): Complex {
  return [Math.sin(a) * Math.cosh(b), Math.cos(a) * Math.sinh(b)];
}

export function cos([a, b]: Complex): Complex {
  return [Math.cos(a) * Math.cosh(b), -Math.sin(a) * Math.sinh(b)];
}

export function tan([a, b]: Complex): Complex {
  const [re, im] = tanh([-b, a]);
  return [im, -re];
}

export function sinh([a, b]: Complex): Complex {
  return [Math.sinh(a) * Math.cos(b), Math.cosh(a) * Math.sin(b)];
}

export function cosh([a, b]: Complex): Complex {
  return [Math.cosh(a) * Math.cos(b), Math.sinh(a) * Math.sin(b)];
}

export function tanh([a, b]: Complex): Complex {
  // Beyond 20 cosh(2a) swamps the cosine, and far beyond it overflows.
  if (Math.abs(a) > 20) return [Math.sign(a), 4 * Math.sin(b) * Math.cos(b) * Math.exp(-2 * Math.abs(a))];
  const divisor = Math.cosh(2 * a) + Math.cos(2 * b);
  return [Math.sinh(2 * a) / divisor, Math.sin(2 * b) / divisor];
}

export function asinh([a, b]: Complex): Complex {
  const [re, im] = asin([-b, a]);
  return [im, -re];
}

export function acosh(z: Complex): Complex {
  return log(add(z, multiply(sqrt(add(z, [1, 0])), sqrt(subtract(z, [1, 0])))));
}

export function atanh(z: Complex): Complex {
  const [re, im] = subtract(log1p(z), log1p([-z[0], -z[1]]));
  return [re / 2, im / 2];
}

/** Kahan's formulas, which keep to the right side of the cuts. */
export function asin(z: Complex): Complex {
  const [below, above] = [sqrt([1 - z[0], -z[1]]), sqrt([1 + z[0], z[1]])];
  return [Math.atan2(z[0], multiply(below, above)[0]), Math.asinh(multiply(conjugate(below), above)[1])];
}

export function acos(z: Complex): Complex {
  const [below, above] = [sqrt([1 - z[0], -z[1]]), sqrt([1 + z[0], z[1]])];
  return [2 * Math.atan2(below[0], above[0]), Math.asinh(multiply(conjugate(above), below)[1])];
}

export function atan([a, b]: Complex): Complex {
  const [re, im] = atanh([-b, a]);
  return [im, -re];
}

export function sigmoid([a, b]: Complex): Complex {
  return reciprocal(add(exp([-a, -b]), [1, 0]));
}

/** z / |z|, and 0 for 0. */
export function sign(z: Complex): Complex {
  const size = absolute(z);
  return size === 0 ? [0, 0] : [z[0] / size, z[1] / size];
}
