/** A line of complex numbers, real and imaginary parts apart. */
export interface Line {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Replaces a line by its discrete Fourier transform; the inverse comes without the division by the length. */
export type Transform = (line: Line, isInverse: boolean) => void;

const MAX_KEPT = 16;
const kept = new Map<number, Transform>();

/** For lines of one length. Any length takes n log n steps. */
export function fourierTransform(length: number): Transform {
  const known = kept.get(length) ?? prepared(length);
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(length, known);
  return known;
}

function prepared(length: number): Transform {
  const forward = (length & (length - 1)) === 0 ? powerOfTwo(length) : chirp(length);
  return (line, isInverse) => {
    // Exchanging the parts before and after turns one direction into the other.
    if (isInverse) forward({ re: line.im, im: line.re });
    else forward(line);
  };
}

type Forward = (line: Line) => void;

/** Cooley and Tukey's method: in place, the shortest lines first. */
function powerOfTwo(length: number): Forward {
  const { re: cos, im: sin } = roots(length, Math.max(1, length / 2));
  const order = reversedBits(length);
  return ({ re, im }) => {
    for (let i = 0; i < length; i++) if (i < order[i]!) exchange(re, im, i, order[i]!);
    for (let half = 1; half < length; half *= 2) {
      const stride = length / (2 * half);
      for (let start = 0; start < length; start += 2 * half) {
        for (let k = 0; k < half; k++) {
          const [a, b] = [start + k, start + k + half];
          const [c, s] = [cos[k * stride]!, sin[k * stride]!];
          const [x, y] = [re[b]! * c - im[b]! * s, re[b]! * s + im[b]! * c];
          re[b] = re[a]! - x;
          im[b] = im[a]! - y;
          re[a] = re[a]! + x;
          im[a] = im[a]! + y;
        }
      }
    }
  };
}

/** Bluestein's method: a transform of any length as a convolution, whose length may be a power of two. */
function chirp(length: number): Forward {
  const size = 2 ** Math.ceil(Math.log2(2 * length - 1));
  const transform = powerOfTwo(size);
  const wave = chirpWave(length);
  const filter = emptyLine(size);
  for (let i = 0; i < length; i++) {
    filter.re[i] = filter.re[(size - i) % size] = wave.re[i]!;
    filter.im[i] = filter.im[(size - i) % size] = -wave.im[i]!;
  }
  transform(filter);
  return ({ re, im }) => {
    const work = emptyLine(size);
    for (let i = 0; i < length; i++) setProduct(work, i, re[i]!, im[i]!, wave.re[i]!, wave.im[i]!);
    transform(work);
    // The inverse by way of the conjugate.
    for (let i = 0; i < size; i++) setProduct(work, i, work.re[i]!, work.im[i]!, filter.re[i]!, filter.im[i]!, -1);
    transform(work);
    const line = { re, im };
    for (let i = 0; i < length; i++) {
      setProduct(line, i, work.re[i]! / size, -work.im[i]! / size, wave.re[i]!, wave.im[i]!);
    }
  };
}

/** exp(−πi k² / n); k² modulo 2n keeps the angle small and so exact. */
function chirpWave(length: number): Line {
  const wave = emptyLine(length);
  for (let k = 0, square = 0; k < length; square = (square + 2 * k + 1) % (2 * length), k++) {
    wave.re[k] = Math.cos((Math.PI * square) / length);
    wave.im[k] = -Math.sin((Math.PI * square) / length);
  }
  return wave;
}

/** exp(−2πi k / n) */
function roots(length: number, count: number): Line {
  const line = emptyLine(count);
  for (let k = 0; k < count; k++) {
    line.re[k] = Math.cos((2 * Math.PI * k) / length);
    line.im[k] = -Math.sin((2 * Math.PI * k) / length);
  }
  return line;
}

function reversedBits(length: number): Uint32Array {
  const order = new Uint32Array(length);
  for (let i = 1; i < length; i++) order[i] = (order[i >> 1]! >> 1) | (i & 1 ? length >> 1 : 0);
  return order;
}

function exchange(re: Float64Array, im: Float64Array, i: number, j: number): void {
  [re[i], re[j]] = [re[j]!, re[i]!];
  [im[i], im[j]] = [im[j]!, im[i]!];
}

function setProduct({ re, im }: Line, at: number, a: number, b: number, c: number, d: number, sign = 1): void {
  re[at] = a * c - b * d;
  im[at] = sign * (a * d + b * c);
}

export function emptyLine(length: number): Line {
  return { re: new Float64Array(length), im: new Float64Array(length) };
}
