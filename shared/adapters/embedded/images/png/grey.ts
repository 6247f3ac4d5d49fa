import type { Row } from "./colours.ts";

/** How colours become grey: the depth of a sample, the file's gamma, and whether 16 bits are cut to 8 afterwards. */
export interface Greying {
  readonly depth: 8 | 16;
  /** In 100,000ths; 0 where the file does not say. */
  readonly gamma: number;
  readonly isCut: boolean;
}

/** The weights that TensorFlow names, in 32768ths. */
const RED = 9797;
const GREEN = 19234;
const BLUE = 32768 - RED - GREEN;

/** Light is added up where the file says how its numbers stand for light, the numbers themselves where it does not. */
export function greyed({ samples, channels }: Row, { depth, gamma, isCut }: Greying): Row {
  const out = new Uint16Array((samples.length / channels) * (channels - 2));
  const curves = isSignificant(gamma) ? curvesOf({ depth, gamma, isCut }) : null;
  const rounding = curves !== null || depth === 16 ? 16384 : 0;
  const light = (value: number) => (curves === null ? value : curves.toLight[value >> curves.shift]!);
  for (let i = 0, to = 0; i < samples.length; i += channels) {
    const [red, green, blue] = [samples[i]!, samples[i + 1]!, samples[i + 2]!];
    const sum = (RED * light(red) + GREEN * light(green) + BLUE * light(blue) + rounding) >>> 15;
    const isGrey = red === green && green === blue;
    if (curves === null) out[to++] = isGrey ? red : sum;
    else out[to++] = isGrey ? curves.ofGrey(red) : curves.fromLight[sum >> curves.shift]!;
    if (channels === 4) out[to++] = samples[i + 3]!;
  }
  return { samples: out, channels: channels - 2 };
}

function isSignificant(gamma: number): boolean {
  return gamma !== 0 && (gamma < 95_000 || gamma > 105_000);
}

interface Curves {
  /** How many low bits of a sample the tables leave out: libpng does with 11 bits where 8 come out. */
  readonly shift: number;
  readonly toLight: Uint16Array;
  readonly fromLight: Uint16Array;
  ofGrey(value: number): number;
}

const CUT_SHIFT = 5;
let known: { readonly key: string; readonly curves: Curves } | null = null;

function curvesOf(greying: Greying): Curves {
  const key = JSON.stringify(greying);
  if (known?.key !== key) known = { key, curves: newCurves(greying) };
  return known.curves;
}

function newCurves({ depth, gamma, isCut }: Greying): Curves {
  const shift = depth === 16 && isCut ? CUT_SHIFT : 0;
  const last = (2 ** depth - 1) >> shift;
  const most = 2 ** depth - 1;
  const curve = (exponent: number) =>
    Uint16Array.from({ length: last + 1 }, (_, value) => Math.floor(most * (value / last) ** (exponent / 1e5) + 0.5));
  const inverse = Math.floor(1e10 / gamma + 0.5);
  const toLight = curve(inverse);
  const fromLight = curve(Math.floor(1e10 / inverse + 0.5));
  return { shift, toLight, fromLight, ofGrey: shift === 0 ? (value) => value : (value) => nearestByte(value >> shift) };
}

/** Of 11 bits, as libpng's table for 8 of them has it: in 257ths. */
function nearestByte(value: number): number {
  const last = (1 << (16 - CUT_SHIFT)) - 1;
  const isBelow = (byte: number) => value < Math.floor(((byte * 257 + 128) * last + 32_768) / 65_535) + 1;
  let byte = Math.max(0, Math.floor((value * 255) / last) - 1);
  while (byte < 255 && !isBelow(byte)) byte++;
  return byte * 257;
}
