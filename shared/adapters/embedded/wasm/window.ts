import { invalid, type KernelNode } from "../kernels/kernel.ts";

/** How a filter or pool slides along one spatial axis. */
export interface Window {
  readonly size: number;
  readonly stride: number;
  readonly dilation: number;
  /** Zeros before and after the input. */
  readonly before: number;
  readonly after: number;
  /** How many places it takes. */
  readonly places: number;
}

/** What a node says of its windows, before any size is known; one number for each spatial axis. */
export interface WindowAttributes {
  readonly isChannelsFirst: boolean;
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly sizes: readonly number[];
  readonly padding: string;
  /** Before and after, of each spatial axis. */
  readonly explicit: readonly (readonly [number, number])[];
}

export interface WindowNames {
  readonly strides?: readonly number[];
  readonly dilations?: readonly number[];
  readonly sizes?: readonly number[];
}

/** `given` has what an operator takes as an input instead of an attribute. */
export function windowAttributes(node: KernelNode, spatial: number, given: WindowNames): WindowAttributes {
  const isChannelsFirst = node.string("data_format").startsWith("NC");
  const first = isChannelsFirst ? 2 : 1;
  const inSpace = (values: readonly number[] | undefined): readonly number[] => {
    const all = values === undefined || values.length === 0 ? new Array<number>(spatial + 2).fill(1) : values;
    if (all.length !== spatial + 2) throw invalid(`${all.length} window sizes for ${spatial} spatial axes`);
    return all.slice(first, first + spatial);
  };
  const padding = node.string("padding");
  const explicit = padding === "EXPLICIT" ? node.ints("explicit_paddings") : [];
  const pads = Array.from({ length: spatial }, (_, axis) => {
    const at = 2 * (first + axis);
    return [explicit[at] ?? 0, explicit[at + 1] ?? 0] as const;
  });
  return {
    isChannelsFirst,
    strides: inSpace(given.strides),
    dilations: inSpace(given.dilations),
    sizes: inSpace(given.sizes),
    padding,
    explicit: pads,
  };
}

/** Over an input of these spatial sizes. */
export function windowsOver(
  { strides, dilations, padding, explicit }: WindowAttributes,
  inputs: readonly number[],
  sizes: readonly number[],
): readonly Window[] {
  return inputs.map((input, axis) => {
    const [size, stride, dilation] = [sizes[axis]!, strides[axis]!, dilations[axis]!];
    const reach = (size - 1) * dilation + 1;
    if (!(size > 0 && stride > 0 && dilation > 0)) throw invalid(`a window of ${size} with steps of ${stride}`);
    const [before, after] = paddingOf(padding, explicit[axis]!, { input, reach, stride });
    const places = Math.trunc((input + before + after - reach + stride) / stride);
    if (places < 0) {
      throw invalid(`a window that reaches over ${reach} elements does not fit an input of ${input}`);
    }
    return { size, stride, dilation, before, after, places };
  });
}

interface Reach {
  readonly input: number;
  readonly reach: number;
  readonly stride: number;
}

/** SAME keeps one place for each step of the input, the odd zero at its end. */
function paddingOf(padding: string, explicit: readonly [number, number], sizes: Reach): readonly [number, number] {
  if (padding === "EXPLICIT") return explicit;
  if (padding !== "SAME") return [0, 0];
  const { input, reach, stride } = sizes;
  const total = Math.max(0, (Math.ceil(input / stride) - 1) * stride + reach - input);
  return [Math.floor(total / 2), total - Math.floor(total / 2)];
}
