import { widened } from "../values/half.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, numbersOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid, unsupported } from "./kernel.ts";
import type { Pairs } from "./pairs.ts";

const { fround } = Math;

/** What a neighbour weighs by its distance, up to a radius. */
interface Filter {
  readonly radius: number;
  weight(distance: number): number;
}

const FILTERS: Readonly<Record<string, Filter>> = {
  lanczos1: lanczos(1),
  lanczos3: lanczos(3),
  lanczos5: lanczos(5),
  gaussian: { radius: 1.5, weight: (x) => (x >= 1.5 ? 0 : Math.exp((-x * x) / (2 * 0.5 * 0.5))) },
  box: { radius: 1, weight: (x) => (x < 0.5 ? 1 : x === 0.5 ? 0.5 : 0) },
  triangle: { radius: 1, weight: (x) => (x < 1 ? 1 - x : 0) },
  keyscubic: {
    radius: 2,
    weight: (x) => (x >= 2 ? 0 : x >= 1 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : (1.5 * x - 2.5) * x * x + 1),
  },
  mitchellcubic: {
    radius: 2,
    weight: (x) =>
      x >= 2 ? 0 : x >= 1 ? (((-7 / 18) * x + 2) * x - 10 / 3) * x + 16 / 9 : ((7 / 6) * x - 2) * x * x + 8 / 9,
  },
};

/** Images to another size with antialiasing. */
export const imageScaling: Family = {
  ScaleAndTranslate: hostKernel((node) => {
    const filter = FILTERS[node.string("kernel_type")];
    if (filter === undefined) throw unsupported(node, `kernel ${node.string("kernel_type")}`);
    const isSmooth = node.bool("antialias");
    return ([images, size, scale, translation], { checkDeadline }) => {
      const to = numbersOf(size!);
      if (images!.shape.length !== 4 || to.length !== 2 || to.some((length) => !(length > 0))) {
        throw invalid(`images of shape [${images!.shape}] to size [${to}]`);
      }
      const scales = numbersOf(scale!);
      if (scales.some((each) => !(each > 0))) throw invalid(`images are scaled by [${scales}]`);
      const spans = to.map((length, axis) =>
        spansOf(filter, {
          to: length,
          from: images!.shape[1 + axis]!,
          scale: scales[axis]!,
          shift: numbersOf(translation!)[axis]!,
          isSmooth,
        }),
      );
      return scaled(images!, spans, checkDeadline);
    };
  }),
};

function lanczos(radius: number): Filter {
  return {
    radius,
    weight(x) {
      if (x > radius) return 0;
      if (x <= 1e-3) return 1;
      return (radius * Math.sin(Math.PI * x) * Math.sin((Math.PI * x) / radius)) / (Math.PI * Math.PI * x * x);
    },
  };
}

interface Span {
  readonly start: number;
  readonly weights: readonly number[];
}

interface Axis {
  readonly to: number;
  readonly from: number;
  readonly scale: number;
  readonly shift: number;
  readonly isSmooth: boolean;
}

/** For each place of the result, which neighbours it is made of; none outside of the image. */
function spansOf(filter: Filter, { to, from, scale, shift, isSmooth }: Axis): readonly Span[] {
  const inverse = fround(1 / scale);
  const stretch = isSmooth ? Math.max(inverse, 1) : 1;
  return Array.from({ length: to }, (_, place) => {
    const at = fround(fround((place + 0.5) * inverse) + fround(-inverse * shift));
    if (!(at >= 0 && at <= from)) return { start: 0, weights: [] };
    const reach = filter.radius * stretch;
    const start = Math.min(Math.max(Math.ceil(at - reach - 0.5), 0), from - 1);
    const end = Math.min(Math.max(Math.floor(at + reach - 0.5), 0), from - 1);
    const weights = Array.from({ length: end - start + 1 }, (_, i) =>
      fround(filter.weight(Math.abs(fround((start + i + 0.5 - at) / stretch)))),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    // What weighs nothing together leaves the place empty.
    if (Math.abs(total) < 1.2e-35) return { start, weights: [] };
    return { start, weights: weights.map((weight) => fround(weight / total)) };
  });
}

function scaled(
  images: HostTensor,
  [rows, columns]: readonly (readonly Span[])[],
  checkDeadline: () => void,
): HostTensor {
  const [count, height, width, channels] = images.shape as readonly [number, number, number, number];
  const source = widened(images).data as Pairs;
  const lines = allocate<Float32Array>("float32", count * rows!.length * width * channels);
  blend(source, lines, rows!, { outer: count, from: height, inner: width * channels, checkDeadline });
  const shape = [count, rows!.length, columns!.length, channels];
  const data = allocate<Float32Array>("float32", elementCount(shape));
  blend(lines, data, columns!, { outer: count * rows!.length, from: width, inner: channels, checkDeadline });
  return tensor("float32", shape, data);
}

interface Blocks {
  readonly outer: number;
  readonly from: number;
  readonly inner: number;
  readonly checkDeadline: () => void;
}

function blend(
  source: Pairs,
  out: Float32Array,
  spans: readonly Span[],
  { outer, from, inner, checkDeadline }: Blocks,
): void {
  for (let block = 0; block < outer; block++) {
    checkDeadline();
    spans.forEach(({ start, weights }, place) => {
      const to = (block * spans.length + place) * inner;
      const first = (block * from + start) * inner;
      for (let i = 0; i < inner; i++) {
        let sum = 0;
        for (let w = 0; w < weights.length; w++) sum += weights[w]! * Number(source[first + w * inner + i]!);
        out[to + i] = sum;
      }
    });
  }
}
