import { allocate } from "../../values/tensor.ts";
import { checkedArea } from "../pixels.ts";
import { damaged } from "./segments.ts";

/** What the frame header says, with room for the coefficients of every component. */
export interface Frame {
  readonly isProgressive: boolean;
  readonly width: number;
  readonly height: number;
  readonly maxAcross: number;
  readonly maxDown: number;
  readonly mcusAcross: number;
  readonly mcusDown: number;
  readonly components: readonly Component[];
}

export interface Component {
  readonly id: number;
  /** Sampling factors: how many of its blocks an interleaved unit has. */
  readonly across: number;
  readonly down: number;
  readonly quantizationIndex: number;
  /** Blocks that hold samples, and those of a whole number of units. */
  readonly blocksAcross: number;
  readonly blocksDown: number;
  readonly stride: number;
  readonly coefficients: Int16Array;
  /** As it was when the component's first scan began. */
  quantization: Uint16Array | null;
  lastDc: number;
}

const MAX_SIDE = 65_500;
const MAX_COMPONENTS = 4;
const MAX_SAMPLING = 4;
const BLOCK = 8;

type Sampled = Pick<Component, "id" | "across" | "down" | "quantizationIndex">;

export interface FrameOptions {
  readonly isProgressive: boolean;
  /** No room for coefficients is needed. */
  readonly onlyHeader: boolean;
}

export function readFrame(segment: Uint8Array, options: FrameOptions): Frame {
  const [precision, heightHigh, heightLow, widthHigh, widthLow, count] = segment;
  const height = (heightHigh! << 8) | heightLow!;
  const width = (widthHigh! << 8) | widthLow!;
  if (segment.length < 6 || segment.length !== 6 + 3 * count! || count! < 1) throw damaged("its frame header");
  if (precision !== 8) throw damaged(`samples of ${precision} bits`);
  if (count! > MAX_COMPONENTS || Math.max(width, height) > MAX_SIDE) throw damaged("its size");
  checkedArea("JPEG", width, height * count!);
  return laidOut({ width, height, ...options }, readComponents(segment.subarray(6)));
}

function readComponents(bytes: Uint8Array): readonly Sampled[] {
  return Array.from({ length: bytes.length / 3 }, (_, index) => {
    const [id, sampling, quantizationIndex] = bytes.subarray(3 * index) as unknown as [number, number, number];
    const [across, down] = [sampling >> 4, sampling & 15];
    if (across < 1 || across > MAX_SAMPLING || down < 1 || down > MAX_SAMPLING) throw damaged("its sampling factors");
    return { id, across, down, quantizationIndex };
  });
}

function laidOut(
  { width, height, isProgressive, onlyHeader }: Pick<Frame, "width" | "height"> & FrameOptions,
  sampled: readonly Sampled[],
): Frame {
  const maxAcross = Math.max(...sampled.map(({ across }) => across));
  const maxDown = Math.max(...sampled.map(({ down }) => down));
  const mcusAcross = Math.ceil(width / (BLOCK * maxAcross));
  const mcusDown = Math.ceil(height / (BLOCK * maxDown));
  const components = sampled.map((component) => ({
    ...component,
    blocksAcross: Math.ceil((width * component.across) / (BLOCK * maxAcross)),
    blocksDown: Math.ceil((height * component.down) / (BLOCK * maxDown)),
    stride: mcusAcross * component.across,
    coefficients: allocate<Int16Array>(
      "int16",
      onlyHeader ? 0 : mcusAcross * component.across * mcusDown * component.down * 64,
    ),
    quantization: null,
    lastDc: 0,
  }));
  return { width, height, isProgressive, maxAcross, maxDown, mcusAcross, mcusDown, components };
}
