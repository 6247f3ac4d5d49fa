import { broadcastIndices, elementCount, stridesOf } from "../values/shape.ts";
import { allocate, numberOf, numbersOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type HostRun, invalid, type KernelNode } from "./kernel.ts";

/** Any tensor's elements, while they are being filled. */
export type Elements = { [index: number]: unknown };

/** One level of a ragged tensor: the number of rows, and how many values each of them has, in order. */
interface Level {
  readonly rowOf: Int32Array;
  readonly rowCount: number;
}

/** Short rows are filled up with the default, long ones cut to the shape that is asked for. */
export function raggedToTensor(node: KernelNode): HostRun {
  const kinds = node.strings("row_partition_types");
  return ([shape, values, byDefault, ...partitions]) => {
    const levels = levelsOf(kinds, partitions, values!);
    const inner = values!.shape.slice(1);
    const sizes = outputShape(numbersOf(shape!), shape!.shape.length === 0, { levels, inner });
    const result = filledWith(byDefault!, sizes, inner);
    const strides = stridesOf(sizes);
    const places = placesOf(levels, sizes, strides);
    const size = elementCount(inner);
    for (let value = 0; value < places.length; value++) {
      if (places[value]! < 0) continue;
      for (let at = 0; at < size; at++) (result as Elements)[places[value]! + at] = values!.data[value * size + at];
    }
    return tensor(values!.dtype, sizes, result);
  };
}

function levelsOf(kinds: readonly string[], partitions: readonly HostTensor[], values: HostTensor): readonly Level[] {
  const levels: Level[] = [];
  let rowCount: number | null = null;
  for (const [index, kind] of kinds.entries()) {
    const partition = partitions[index]!;
    if (kind === "FIRST_DIM_SIZE") {
      rowCount = numberOf(partition);
      continue;
    }
    const level: Level = kind === "ROW_SPLITS" ? fromSplits(partition) : fromIdentifiers(kind, partition, rowCount);
    levels.push(level);
    rowCount = level.rowOf.length;
  }
  if (levels.length === 0) throw invalid("there is no partition of rows");
  if (levels.at(-1)!.rowOf.length > values.shape[0]!) throw invalid("Invalid row split size.");
  return levels;
}

function fromSplits(partition: HostTensor): Level {
  const splits = numbersOf(partition);
  const isOrdered = splits.every((split, row) => split >= (splits[row - 1] ?? 0)) && splits[0] === 0;
  if (!isOrdered) throw invalid("Invalid row split size.");
  const rowOf = allocate<Int32Array>("int32", splits.at(-1)!);
  for (let row = 0; row + 1 < splits.length; row++) rowOf.fill(row, splits[row], splits[row + 1]);
  return { rowOf, rowCount: splits.length - 1 };
}

function fromIdentifiers(kind: string, partition: HostTensor, rowCount: number | null): Level {
  if (kind !== "VALUE_ROWIDS" || rowCount === null) throw invalid(`a partition of type ${kind} cannot be first`);
  const rowOf = Int32Array.from(numbersOf(partition));
  if (rowOf.some((row, index) => row < (rowOf[index - 1] ?? 0)))
    throw invalid("Value row identifiers must not decrease");
  if (rowOf.length > 0 && rowOf.at(-1)! >= rowCount) throw invalid(`There is no row ${rowOf.at(-1)} of ${rowCount}`);
  return { rowOf, rowCount };
}

interface Content {
  readonly levels: readonly Level[];
  readonly inner: readonly number[];
}

function outputShape(asked: readonly number[], isUnknown: boolean, { levels, inner }: Content): readonly number[] {
  const natural = [levels[0]!.rowCount, ...levels.map(longestRow), ...inner];
  if (isUnknown) return natural;
  if (asked.length !== natural.length)
    throw invalid(`shape has ${asked.length} sizes for a tensor of rank ${natural.length}`);
  return natural.map((size, axis) => {
    const wanted = asked[axis]!;
    if (wanted >= 0 && axis > levels.length && wanted !== size) {
      throw invalid(
        `rt_input.shape and shape=[${asked}] are incompatible: rt_input.shape[${axis}] = ${size} but shape[${axis}] = ${wanted}`,
      );
    }
    return wanted < 0 ? size : wanted;
  });
}

function longestRow({ rowOf }: Level): number {
  let longest = 0;
  for (let index = 0, length = 0; index < rowOf.length; index++) {
    length = index > 0 && rowOf[index] === rowOf[index - 1] ? length + 1 : 1;
    if (length > longest) longest = length;
  }
  return longest;
}

function filledWith(byDefault: HostTensor, sizes: readonly number[], inner: readonly number[]) {
  const count = elementCount(sizes);
  const result = allocate(byDefault.dtype, count);
  if (byDefault.data.length === 1) return (result as Uint8Array).fill(byDefault.data[0] as never);
  const from = broadcastIndices(byDefault.shape, inner);
  for (let index = 0; index < count; index++) (result as Elements)[index] = byDefault.data[from[index % from.length]!];
  return result;
}

/** Where each value goes; −1 for what is cut off. */
function placesOf(levels: readonly Level[], sizes: readonly number[], strides: readonly number[]): Int32Array {
  let places = Int32Array.from({ length: levels[0]!.rowCount }, (_, row) => (row < sizes[0]! ? row * strides[0]! : -1));
  for (const [level, { rowOf }] of levels.entries()) {
    const next = new Int32Array(rowOf.length);
    for (let index = 0, column = 0; index < rowOf.length; index++) {
      column = index > 0 && rowOf[index] === rowOf[index - 1] ? column + 1 : 0;
      const parent = places[rowOf[index]!] ?? -1;
      next[index] = parent < 0 || column >= sizes[level + 1]! ? -1 : parent + column * strides[level + 1]!;
    }
    places = next;
  }
  return places;
}
