import { type Block, descaled, type Inverse, type Plane, sample } from "./inverse.ts";

/** libjpeg's "accurate integer" transform, of Loeffler, Ligtenberg and Moschytz: constants of 13 bits. */
export const accurateInverse: Inverse = {
  size: 8,
  factors: (quantization) => Int32Array.from(quantization),
  transform,
};

const COLUMN_SHIFT = 11;
const ROW_SHIFT = 18;

const columns = new Int16Array(64);
const line = new Int32Array(8);

function transform({ coefficients, from, factors }: Block, { samples, stride, to }: Plane): void {
  for (let column = 0; column < 8; column++) {
    for (let k = 0, at = column; k < 8; k++, at += 8) line[k] = Math.imul(coefficients[from + at]!, factors[at]!);
    invertLine(COLUMN_SHIFT);
    for (let k = 0, at = column; k < 8; k++, at += 8) columns[at] = line[k]!;
  }
  for (let row = 0; row < 8; row++) {
    for (let k = 0; k < 8; k++) line[k] = columns[8 * row + k]!;
    invertLine(ROW_SHIFT);
    const start = to + row * stride;
    for (let k = 0; k < 8; k++) samples[start + k] = sample(line[k]!);
  }
}

function invertLine(shift: number): void {
  const common = Math.imul(line[2]! + line[6]!, 4433);
  const low = common - Math.imul(line[6]!, 15137);
  const high = common + Math.imul(line[2]!, 6270);
  const outer = (line[0]! + line[4]!) << 13;
  const inner = (line[0]! - line[4]!) << 13;
  const [even0, even3, even1, even2] = [outer + high, outer - high, inner + low, inner - low];
  const [a, b, c, d] = [line[7]!, line[5]!, line[3]!, line[1]!];
  const all = Math.imul(a + c + b + d, 9633);
  const z1 = -Math.imul(a + d, 7373);
  const z2 = -Math.imul(b + c, 20995);
  const z3 = all - Math.imul(a + c, 16069);
  const z4 = all - Math.imul(b + d, 3196);
  const odd0 = Math.imul(a, 2446) + z1 + z3;
  const odd1 = Math.imul(b, 16819) + z2 + z4;
  const odd2 = Math.imul(c, 25172) + z2 + z3;
  const odd3 = Math.imul(d, 12299) + z1 + z4;
  line[0] = descaled(even0 + odd3, shift);
  line[7] = descaled(even0 - odd3, shift);
  line[1] = descaled(even1 + odd2, shift);
  line[6] = descaled(even1 - odd2, shift);
  line[2] = descaled(even2 + odd1, shift);
  line[5] = descaled(even2 - odd1, shift);
  line[3] = descaled(even3 + odd0, shift);
  line[4] = descaled(even3 - odd0, shift);
}
