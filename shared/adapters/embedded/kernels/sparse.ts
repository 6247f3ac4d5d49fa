import { elementCount } from "../values/shape.ts";
import { allocate, numbersOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";
import {
  type Elements,
  indicesTensor,
  offsetsOf,
  outputsOf,
  placeAt,
  type Sparse,
  sorted,
  sparseOf,
  valuesTensor,
} from "./sparse-tensor.ts";

/** Sparse tensors as a whole: their shape, their order, what is not there. */
export const sparse: Family = {
  SparseToDense: hostKernel(toDense),
  SparseReshape: hostKernel(() => reshape),
  SparseReorder: hostKernel(
    () =>
      ([indices, values, shape]) =>
        outputsOf(sorted(sparseOf(indices!, values!, shape!))).slice(0, 2),
  ),
  SparseFillEmptyRows: hostKernel(() => fillEmptyRows),
};

function toDense(node: KernelNode): HostRun {
  const isChecked = node.bool("validate_indices");
  return ([indices, outputShape, values, byDefault]) => {
    const shape = numbersOf(outputShape!);
    const count = indices!.shape[0] ?? 1;
    if (values!.shape.length > 0 && values!.data.length !== count) {
      throw invalid(`sparse_values has incorrect shape [${values!.shape}], should be [] or [${count}]`);
    }
    const width = indices!.shape[1] ?? 1;
    if (width !== shape.length) throw invalid(`output_shape has ${shape.length} sizes, but indices have ${width}`);
    const dense = allocate(values!.dtype, elementCount(shape));
    (dense as Uint8Array).fill(byDefault!.data[0] as never);
    const offsets = offsetsOf({ places: numbersOf(indices!), shape });
    if (isChecked) checkOrder(offsets);
    for (let index = 0; index < count; index++) {
      (dense as Elements)[offsets[index]!] = values!.data[values!.shape.length === 0 ? 0 : index];
    }
    return tensor(values!.dtype, shape, dense);
  };
}

function checkOrder(offsets: readonly number[]): void {
  for (let index = 1; index < offsets.length; index++) {
    const [before, offset] = [offsets[index - 1]!, offsets[index]!];
    if (offset <= before) throw invalid(`indices[${index}] is ${offset === before ? "repeated" : "out of order"}`);
  }
}

/** One size may be −1: what is left. */
function reshape([indices, inputShape, newShape]: readonly HostTensor[]): readonly HostTensor[] {
  const from = numbersOf(inputShape!);
  const to = knownShape(from, numbersOf(newShape!));
  const offsets = offsetsOf({ places: numbersOf(indices!), shape: from });
  const places = offsets.flatMap((offset) => unfolded(offset, to));
  return [indicesTensor(places, to.length), valuesTensor("int64", to.map(BigInt))];
}

function knownShape(from: readonly number[], asked: readonly number[]): readonly number[] {
  const open = asked.flatMap((size, axis) => (size < 0 ? [axis] : []));
  const known = elementCount(asked.filter((size) => size >= 0));
  const total = elementCount(from);
  if (open.length > 1) throw invalid(`only one output dimension may be -1, not both ${open[0]} and ${open[1]}`);
  if (open.length === 1 && known === 0)
    throw invalid("reshape cannot infer the missing input size for an empty tensor");
  const shape = asked.map((size) => (size < 0 ? total / known : size));
  if (elementCount(shape) === total && shape.every(Number.isInteger)) return shape;
  throw invalid(`Input to reshape is a tensor with ${total} dense values, but the requested shape is [${asked}]`);
}

function unfolded(offset: number, shape: readonly number[]): readonly number[] {
  let rest = offset;
  const place = new Array<number>(shape.length);
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    place[axis] = rest % shape[axis]!;
    rest = Math.floor(rest / shape[axis]!);
  }
  return place;
}

/** Every row gets a value: one without any has the default in its first place. */
function fillEmptyRows([indices, values, denseShape, byDefault]: readonly HostTensor[]): readonly HostTensor[] {
  const input = sparseOf(indices!, values!, denseShape!);
  const rows = groupedByRow(input);
  const places: number[] = [];
  const filled: unknown[] = [];
  const places0 = new Array<number>(input.shape.length - 1).fill(0);
  const movedTo = new BigInt64Array(values!.data.length);
  for (const [row, members] of rows.entries()) {
    if (members.length === 0) {
      places.push(row, ...places0);
      filled.push(byDefault!.data[0]);
    }
    for (const index of members) {
      movedTo[index] = BigInt(filled.length);
      places.push(...placeAt(input, index));
      filled.push(values!.data[index]);
    }
  }
  const isEmpty = Uint8Array.from(rows, (members) => (members.length === 0 ? 1 : 0));
  return [
    indicesTensor(places, input.shape.length),
    valuesTensor(values!.dtype, filled),
    tensor("bool", [rows.length], isEmpty),
    tensor("int64", [movedTo.length], movedTo),
  ];
}

function groupedByRow({ places, shape }: Sparse): readonly number[][] {
  const rank = shape.length;
  if (rank === 0) throw invalid("a sparse tensor of rank 0 has no rows");
  const rows = Array.from({ length: allocate<Uint8Array>("bool", shape[0]!).length }, (): number[] => []);
  for (let at = 0; at < places.length; at += rank) {
    const row = rows[places[at]!];
    if (row === undefined) throw invalid(`indices(${at / rank}, 0) is invalid: ${places[at]} >= ${shape[0]}`);
    row.push(at / rank);
  }
  return rows;
}
