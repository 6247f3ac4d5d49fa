import type { Dtype, Shape } from "../../../ports/tensor.ts";
import { appended, piecesOf, rowsOf, stacked } from "../values/rows.ts";
import { numberOf, numbersOf, scalar, tensorOf, zeros } from "../values/tensor.ts";
import type { HostTensor, Resource, Value } from "../values/value.ts";
import { detached, share, toHost } from "../wasm/heap.ts";
import { knownShape, requireFit } from "./element-shapes.ts";
import { type Family, invalid, type KernelNode, type Run } from "./kernel.ts";

/** TensorFlow 1's array of tensors. A float that flows from each change to the next keeps their order. */
interface TensorArray {
  readonly dtype: Dtype;
  readonly elementShape: Shape;
  readonly mayGrow: boolean;
  readonly isCleared: boolean;
  readonly items: (HostTensor | null)[];
}

const MAX_ITEMS = 2 ** 24;

/** Arrays of tensors, as loops of TensorFlow 1 fill them. One lives for a prediction. */
export const tensorArrays: Family = {
  TensorArrayV3: create,
  TensorArrayCloseV3: () => () => [],
  TensorArraySizeV3:
    () =>
    ([handle]) =>
      scalar("int32", arrayOf(handle!).items.length),
  TensorArrayWriteV3:
    () =>
    ([handle, index, value, flow]) => {
      put(arrayOf(handle!), numberOf(toHost(index!)), detached(value!));
      return share(flow!);
    },
  TensorArrayReadV3:
    () =>
    ([handle, index]) => {
      const array = arrayOf(handle!);
      const at = numberOf(toHost(index!));
      const item = itemAt(array, at);
      if (array.isCleared) array.items[at] = null;
      return item;
    },
  TensorArrayGatherV3:
    () =>
    ([handle, indices]) => {
      const array = arrayOf(handle!);
      return stackedItems(
        array,
        numbersOf(toHost(indices!)).map((index) => itemAt(array, index)),
      );
    },
  TensorArrayScatterV3:
    () =>
    ([handle, indices, value, flow]) => {
      const rows = rowsOf(detached(value!));
      for (const [row, index] of numbersOf(toHost(indices!)).entries()) put(arrayOf(handle!), index, rows[row]!);
      return share(flow!);
    },
  TensorArrayConcatV3:
    () =>
    ([handle]) => {
      const array = arrayOf(handle!);
      const pieces = array.items.map((_, index) => itemAt(array, index));
      const inner = pieces[0]?.shape.slice(1) ?? knownShape(array.elementShape).slice(1);
      for (const piece of pieces) requireFit(piece.shape.slice(1), inner);
      const lengths = pieces.map(({ shape }) => shape[0] ?? 0);
      return [appended(pieces, inner, array.dtype), tensorOf("int64", [lengths.length], lengths)];
    },
  TensorArraySplitV3:
    () =>
    ([handle, value, lengths, flow]) => {
      const pieces = piecesOf(detached(value!), numbersOf(toHost(lengths!)));
      for (const [index, piece] of pieces.entries()) put(arrayOf(handle!), index, piece);
      return share(flow!);
    },
};

function create(node: KernelNode): Run {
  const [dtype, elementShape] = [node.dtype("dtype"), node.shape("element_shape")];
  const [mayGrow, isCleared] = [node.bool("dynamic_size"), node.bool("clear_after_read")];
  return ([size]) => {
    const count = numberOf(toHost(size!));
    if (!(count >= 0 && count <= MAX_ITEMS)) throw invalid(`an array of ${count} tensors`);
    const state: TensorArray = { dtype, elementShape, mayGrow, isCleared, items: new Array(count).fill(null) };
    return [{ kind: "resource", name: node.name, state }, scalar("float32", 0)];
  };
}

function arrayOf(value: Value): TensorArray {
  const state = (value as Resource).state as TensorArray;
  if (value.kind !== "resource" || !("mayGrow" in state)) throw invalid("what is used as an array of tensors is none");
  return state;
}

function put(array: TensorArray, index: number, value: HostTensor): void {
  const { items, dtype, mayGrow } = array;
  const isOutside = index < 0 || index >= MAX_ITEMS || (index >= items.length && !mayGrow);
  if (isOutside) throw invalid(`there is no element ${index} in an array of ${items.length}`);
  if (value.dtype !== dtype) throw invalid(`a tensor of ${value.dtype} was put into an array of ${dtype}`);
  requireFit(value.shape, array.elementShape);
  while (items.length < index) items.push(null);
  items[index] = value;
}

function itemAt({ items, elementShape, dtype }: TensorArray, index: number): HostTensor {
  const item = items[index];
  if (item === undefined) throw invalid(`there is no element ${index} in an array of ${items.length}`);
  return item ?? zeros(dtype, knownShape(elementShape));
}

function stackedItems({ dtype, elementShape }: TensorArray, items: readonly HostTensor[]): HostTensor {
  const shape = items[0]?.shape ?? knownShape(elementShape);
  for (const item of items) requireFit(item.shape, shape);
  return stacked(items, { dtype, shape });
}
