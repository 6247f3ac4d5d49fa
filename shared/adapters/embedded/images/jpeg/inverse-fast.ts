import { type Block, descaled, type Inverse, type Plane, sample } from "./inverse.ts";

/**
 * TensorFlow's default: libjpeg's "fast integer" transform of Arai, Agui and Nakajima. All its sums are of 16 bits, as in
 * the vector instructions that TensorFlow runs it on, so that extreme blocks overflow in the same way.
 */
export const fastInverse: Inverse = { size: 8, factors, transform };

const SQRT_2 = 362;
const COS_1 = 473;
const COS_2 = 277;
const COS_3 = 669;

/** The algorithm's own scaling of each row and column, which the factors take over. */
const SCALE = [1, 1.387039845, 1.306562965, 1.175875602, 1, 0.785694958, 0.5411961, 0.275899379];

function factors(quantization: Uint16Array): Int32Array {
  return Int32Array.from(quantization, (value, index) => {
    const scale = Math.round(SCALE[index >> 3]! * SCALE[index & 7]! * 2 ** 14);
    return (descaled(value * scale, 12) << 16) >> 16;
  });
}

const columns = new Int16Array(64);
const line = new Int32Array(8);

function transform({ coefficients, from, factors }: Block, { samples, stride, to }: Plane): void {
  for (let column = 0; column < 8; column++) {
    for (let k = 0, at = column; k < 8; k++, at += 8) line[k] = Math.imul(coefficients[from + at]!, factors[at]!);
    invertLine();
    for (let k = 0, at = column; k < 8; k++, at += 8) columns[at] = line[k]!;
  }
  for (let row = 0; row < 8; row++) {
    for (let k = 0; k < 8; k++) line[k] = columns[8 * row + k]!;
    invertLine();
    const start = to + row * stride;
    for (let k = 0; k < 8; k++) samples[start + k] = sample((line[k]! << 16) >> 21);
  }
}

/** A factor in 256ths; the product's fraction is cut off. */
function times(value: number, factor: number): number {
  return (((value << 18) >> 16) * (factor << 6)) >> 16;
}

/** One row or column, in place. */
function invertLine(): void {
  const outer = line[0]! + line[4]!;
  const inner = line[0]! - line[4]!;
  const sum = line[2]! + line[6]!;
  const turned = times(line[2]! - line[6]!, SQRT_2) - sum;
  const [even0, even3, even1, even2] = [outer + sum, outer - sum, inner + turned, inner - turned];
  const z13 = line[5]! + line[3]!;
  const z10 = line[5]! - line[3]!;
  const z11 = line[1]! + line[7]!;
  const z12 = line[1]! - line[7]!;
  const odd7 = z11 + z13;
  const z5 = times(z10 + z12, COS_1);
  // 669 overflows 16 bits once it is scaled: one whole is taken apart.
  const odd6 = times(z10, 256 - COS_3) - z10 + z5 - odd7;
  const odd5 = times(z11 - z13, SQRT_2) - odd6;
  const odd4 = times(z12, COS_2) - z5 + odd5;
  line[0] = even0 + odd7;
  line[7] = even0 - odd7;
  line[1] = even1 + odd6;
  line[6] = even1 - odd6;
  line[2] = even2 + odd5;
  line[5] = even2 - odd5;
  line[4] = even3 + odd4;
  line[3] = even3 - odd4;
}
