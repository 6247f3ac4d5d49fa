import { emptyLine, fourierTransform, type Line } from "../mathematics/fourier.ts";
import { elementCount, stridesOf } from "../values/shape.ts";
import { allocate, numbersOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Context, type Family, hostKernel, invalid, type Kernel } from "./kernel.ts";
import type { Pairs } from "./pairs.ts";

/** Which transform: over the last `rank` axes, between what kinds of numbers. */
interface Form {
  readonly rank: number;
  readonly isInverse: boolean;
  /** Half of a real signal's spectrum says it all: `from` real numbers, or `to` them. */
  readonly real: "from" | "to" | null;
}

/** Discrete Fourier transforms. */
export const fourier: Family = Object.fromEntries(
  [1, 2, 3].flatMap((rank) => {
    const suffix = rank === 1 ? "" : `${rank}D`;
    const forward = transform({ rank, isInverse: false, real: null });
    const inverse = transform({ rank, isInverse: true, real: null });
    return [
      [`FFT${suffix}`, forward],
      [`IFFT${suffix}`, inverse],
      [`BatchFFT${suffix}`, forward],
      [`BatchIFFT${suffix}`, inverse],
      [`RFFT${suffix}`, transform({ rank, isInverse: false, real: "from" })],
      [`IRFFT${suffix}`, transform({ rank, isInverse: true, real: "to" })],
    ];
  }),
);

function transform(form: Form): Kernel {
  return hostKernel(
    () =>
      ([input, length], context) =>
        transformed(input!, sizesOf(form, input!, length), form, context),
  );
}

/** The lengths of the transform's axes. */
function sizesOf({ rank, real }: Form, { shape }: HostTensor, length: HostTensor | undefined): readonly number[] {
  if (shape.length < rank) throw invalid(`a transform over ${rank} axes of a tensor of shape [${shape}]`);
  const inner = shape.slice(shape.length - rank);
  if (real === null) return inner;
  const sizes = numbersOf(length!);
  if (sizes.length !== rank || sizes.some((size) => size < 0)) throw invalid(`a transform of the lengths [${sizes}]`);
  const needed = sizes.map((size, axis) => (real === "to" && axis === rank - 1 ? halfOf(size) : size));
  // An axis of nothing is taken for zeros; one that is too short is a mistake.
  if (inner.some((size, axis) => size !== 0 && size < needed[axis]!)) {
    throw invalid(`a transform of the lengths [${sizes}] of a tensor of shape [${shape}]`);
  }
  return sizes;
}

function transformed(input: HostTensor, sizes: readonly number[], form: Form, context: Context): HostTensor {
  const outer = input.shape.slice(0, input.shape.length - form.rank);
  const inner = input.shape.slice(outer.length);
  const half = sizes.map((size, axis) => (axis === form.rank - 1 ? halfOf(size) : size));
  const box = form.real === "to" ? half : sizes;
  const result = form.real === "from" ? half : sizes;
  const isReal = form.real === "to";
  const isWide = input.dtype === "complex128" || input.dtype === "float64";
  const dtype = isReal ? (isWide ? "float64" : "float32") : isWide ? "complex128" : "complex64";
  const data = allocate<Pairs>(dtype, elementCount(outer) * elementCount(result));
  if (input.shape.includes(0)) return tensor(dtype, [...outer, ...result], data);
  allocate("complex128", elementCount(sizes));
  const read = boxReader(input, inner, box, form.real === "from");
  const step = (isReal ? 1 : 2) * elementCount(result);
  for (let batch = 0; batch < elementCount(outer); batch++) {
    context.checkDeadline();
    const line = read(batch);
    if (isReal) realInverse(line, sizes, data.subarray(batch * step, (batch + 1) * step));
    else spectrum(line, sizes, form.isInverse, result, data.subarray(batch * step, (batch + 1) * step));
  }
  return tensor(dtype, [...outer, ...result], data);
}

/** One transform's numbers, those beyond its lengths cut off. */
function boxReader(
  { data }: HostTensor,
  inner: readonly number[],
  box: readonly number[],
  isReal: boolean,
): (batch: number) => Line {
  const strides = stridesOf(inner);
  const places = placesIn(box, strides);
  const source = data as Pairs;
  const size = elementCount(inner);
  return (batch) => {
    const line = emptyLine(places.length);
    for (let i = 0; i < places.length; i++) {
      const at = batch * size + places[i]!;
      line.re[i] = source[isReal ? at : 2 * at]!;
      line.im[i] = isReal ? 0 : source[2 * at + 1]!;
    }
    return line;
  };
}

function spectrum(
  line: Line,
  sizes: readonly number[],
  isInverse: boolean,
  result: readonly number[],
  out: Pairs,
): void {
  sizes.forEach((_, axis) => {
    alongAxis(line, sizes, axis, isInverse);
  });
  const scale = isInverse ? 1 / elementCount(sizes) : 1;
  placesIn(result, stridesOf(sizes)).forEach((at, i) => {
    out[2 * i] = line.re[at]! * scale;
    out[2 * i + 1] = line.im[at]! * scale;
  });
}

/** From half a spectrum: the axes before the last as they are, then each last line with its mirror image. */
function realInverse(line: Line, sizes: readonly number[], out: Pairs): void {
  const length = sizes.at(-1)!;
  const half = halfOf(length);
  const box = [...sizes.slice(0, -1), half];
  for (let axis = 0; axis < sizes.length - 1; axis++) alongAxis(line, box, axis, true);
  const invert = fourierTransform(length);
  const scale = 1 / elementCount(sizes);
  for (let row = 0; row * length < out.length; row++) {
    const full = emptyLine(length);
    for (let k = 0; k < length; k++) {
      const at = row * half + Math.min(k, length - k);
      full.re[k] = line.re[at]!;
      full.im[k] = 2 * k === length || k === 0 ? 0 : 2 * k < length ? line.im[at]! : -line.im[at]!;
    }
    invert(full, true);
    for (let k = 0; k < length; k++) out[row * length + k] = full.re[k]! * scale;
  }
}

function alongAxis(box: Line, sizes: readonly number[], axis: number, isInverse: boolean): void {
  const length = sizes[axis]!;
  const stride = stridesOf(sizes)[axis]!;
  const run = fourierTransform(length);
  const line = emptyLine(length);
  for (let start = 0; start < box.re.length; start++) {
    if (Math.floor(start / stride) % length !== 0) continue;
    for (let i = 0; i < length; i++) {
      line.re[i] = box.re[start + i * stride]!;
      line.im[i] = box.im[start + i * stride]!;
    }
    run(line, isInverse);
    for (let i = 0; i < length; i++) {
      box.re[start + i * stride] = line.re[i]!;
      box.im[start + i * stride] = line.im[i]!;
    }
  }
}

/** Where the elements of a smaller box lie in a larger one. */
function placesIn(box: readonly number[], strides: readonly number[]): Float64Array {
  const places = new Float64Array(elementCount(box));
  const own = stridesOf(box);
  for (let i = 0; i < places.length; i++) {
    for (let axis = 0; axis < box.length; axis++) {
      places[i]! += (Math.floor(i / own[axis]!) % box[axis]!) * strides[axis]!;
    }
  }
  return places;
}

function halfOf(length: number): number {
  return Math.floor(length / 2) + 1;
}
