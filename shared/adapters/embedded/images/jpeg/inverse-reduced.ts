import { type Block, descaled, type Inverse, type Plane, sample } from "./inverse.ts";

/** Smaller blocks from the same coefficients: how libjpeg makes an image 2, 4 or 8 times smaller. */
export const halfInverse: Inverse = { size: 4, factors: Int32Array.from.bind(Int32Array), transform: toFour };
export const quarterInverse: Inverse = { size: 2, factors: Int32Array.from.bind(Int32Array), transform: toTwo };
export const eighthInverse: Inverse = { size: 1, factors: Int32Array.from.bind(Int32Array), transform: toOne };

const columns = new Int32Array(64);
const line = new Int32Array(8);

function toFour(block: Block, { samples, stride, to }: Plane): void {
  for (let column = 0; column < 8; column++) {
    if (column === 4) continue;
    readColumn(block, column);
    invertFour(12);
    for (let k = 0; k < 4; k++) columns[8 * k + column] = line[k]!;
  }
  for (let row = 0; row < 4; row++) {
    for (let k = 0; k < 8; k++) line[k] = columns[8 * row + k]!;
    invertFour(19);
    for (let k = 0; k < 4; k++) samples[to + row * stride + k] = sample(line[k]!);
  }
}

function invertFour(shift: number): void {
  const [a, b, c, d] = [line[7]!, line[5]!, line[3]!, line[1]!];
  const whole = line[0]! << 14;
  const turned = Math.imul(line[2]!, 15137) - Math.imul(line[6]!, 6270);
  const inner = Math.imul(b, 11893) - Math.imul(a, 1730) - Math.imul(c, 17799) + Math.imul(d, 8697);
  const outer = Math.imul(c, 7373) - Math.imul(a, 4176) - Math.imul(b, 4926) + Math.imul(d, 20995);
  line[0] = descaled(whole + turned + outer, shift);
  line[3] = descaled(whole + turned - outer, shift);
  line[1] = descaled(whole - turned + inner, shift);
  line[2] = descaled(whole - turned - inner, shift);
}

function toTwo(block: Block, { samples, stride, to }: Plane): void {
  for (const column of [0, 1, 3, 5, 7]) {
    readColumn(block, column);
    invertTwo(13);
    for (let k = 0; k < 2; k++) columns[8 * k + column] = line[k]!;
  }
  for (let row = 0; row < 2; row++) {
    for (let k = 0; k < 8; k++) line[k] = columns[8 * row + k]!;
    invertTwo(20);
    for (let k = 0; k < 2; k++) samples[to + row * stride + k] = sample(line[k]!);
  }
}

function invertTwo(shift: number): void {
  const whole = line[0]! << 15;
  const odd =
    Math.imul(line[5]!, 6967) - Math.imul(line[7]!, 5906) - Math.imul(line[3]!, 10426) + Math.imul(line[1]!, 29692);
  line[0] = descaled(whole + odd, shift);
  line[1] = descaled(whole - odd, shift);
}

function toOne({ coefficients, from, factors }: Block, { samples, to }: Plane): void {
  samples[to] = sample(descaled(coefficients[from]! * factors[0]!, 3));
}

function readColumn({ coefficients, from, factors }: Block, column: number): void {
  for (let k = 0, at = column; k < 8; k++, at += 8) line[k] = Math.imul(coefficients[from + at]!, factors[at]!);
}
