import { lgamma } from "../mathematics/gamma.ts";
import { normalDoubles, RESERVED, type Tick, unitDouble } from "./distributions.ts";
import type { Philox } from "./philox.ts";

/** One element of a distribution, from draws of its own. */
export type Sampler = (draws: Draws) => number;

/** Doubles in [0, 1) and normal ones, in the order in which TensorFlow takes them: the second of each two first. */
export interface Draws {
  uniform(): number;
  normal(): number;
}

/** `out` has `samples` rows of one element for each sampler. */
export function fillByRejection(
  out: { [index: number]: number; readonly length: number },
  samplers: readonly Sampler[],
  start: Philox,
  tick: Tick,
): void {
  const samples = out.length / samplers.length;
  for (let index = 0; index < out.length; index++) {
    if (index % 1024 === 0) tick();
    const column = Math.floor(index / samples);
    const generator = start.copy();
    generator.skip(RESERVED * index);
    out[(index % samples) * samplers.length + column] = samplers[column]!(drawsOf(generator));
  }
}

/** Marsaglia and Tsang's method. */
export function gammaSampler(alpha: number): Sampler {
  if (!(alpha > 0)) return () => (alpha === 0 ? 0 : Number.NaN);
  if (alpha === 1) return (draws) => -Math.log1p(-draws.uniform());
  const isSmall = alpha < 1;
  const d = alpha + (isSmall ? 2 / 3 : -1 / 3);
  const c = 1 / 3 / Math.sqrt(d);
  return (draws) => {
    for (;;) {
      const x = draws.normal();
      const v = (1 + c * x) ** 3;
      if (v <= 0) continue;
      const u = draws.uniform();
      const isIn = u < 1 - 0.0331 * x ** 4 || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v));
      if (isIn) return d * v * (isSmall ? draws.uniform() ** (1 / alpha) : 1);
    }
  };
}

/** Knuth's method for small rates, Hörmann's transformed rejection for others. */
export function poissonSampler(rate: number): Sampler {
  if (!(rate >= 0 && Number.isFinite(rate))) return () => Number.NaN;
  return rate < 10 ? knuthSampler(rate) : hoermannSampler(rate);
}

function knuthSampler(rate: number): Sampler {
  const limit = Math.exp(-rate);
  return (draws) => {
    let count = 0;
    for (let product = draws.uniform(); product > limit; product *= draws.uniform()) count++;
    return count;
  };
}

function hoermannSampler(rate: number): Sampler {
  const b = 0.931 + 2.53 * Math.sqrt(rate);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  return (draws) => {
    for (;;) {
      const u = draws.uniform() - 0.5;
      const v = draws.uniform();
      const left = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / left + b) * u + rate + 0.43);
      if (left >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) return k;
      if (k < 0 || (left < 0.013 && v > left)) continue;
      const drawn = Math.log((v * inverseAlpha) / (a / (left * left) + b));
      if (drawn <= -rate + k * Math.log(rate) - lgamma(k + 1)) return k;
    }
  };
}

function drawsOf(generator: Philox): Draws {
  const normals = new Float64Array(2);
  const uniforms = new Float64Array(2);
  let normalsLeft = 0;
  let uniformsLeft = 0;
  return {
    uniform() {
      if (uniformsLeft === 0) {
        const four = generator.next();
        uniforms[0] = unitDouble(four[0]!, four[1]!);
        uniforms[1] = unitDouble(four[2]!, four[3]!);
        uniformsLeft = 2;
      }
      return uniforms[--uniformsLeft]!;
    },
    normal() {
      if (normalsLeft === 0) {
        normalDoubles(generator.next(), normals, 0);
        normalsLeft = 2;
      }
      return normals[--normalsLeft]!;
    },
  };
}
