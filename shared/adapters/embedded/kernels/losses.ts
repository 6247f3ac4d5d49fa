import { broadcastIndices, broadcastShape } from "../values/shape.ts";
import { allocate, numbersOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid, unsupported } from "./kernel.ts";
import type { Pairs } from "./pairs.ts";

/** How far logits are from labels, and the derivative of that. */
export const losses: Family = {
  SparseSoftmaxCrossEntropyWithLogits: hostKernel((node) => {
    if (node.dtype("T").includes("16")) throw unsupported(node, "16-bit floats");
    return ([logits, labels]) => {
      const [rows, classes] = matrixOf(logits!);
      const indices = numbersOf(labels!);
      if (indices.length !== rows) throw invalid(`${indices.length} labels for ${rows} rows of logits`);
      const wrong = indices.find((label) => label < 0 || label >= classes);
      if (wrong !== undefined) throw invalid(`the label ${wrong} is not one of ${classes} classes`);
      return crossEntropy(logits!, [rows, classes], (row, column) => (indices[row] === column ? 1 : 0));
    };
  }),
  SoftmaxCrossEntropyWithLogits: hostKernel((node) => {
    if (node.dtype("T").includes("16")) throw unsupported(node, "16-bit floats");
    return ([logits, labels]) => {
      const shape = broadcastShape(logits!.shape, labels!.shape);
      const [rows, classes] = matrixOf({ ...logits!, shape });
      const [at, from] = [broadcastIndices(logits!.shape, shape), broadcastIndices(labels!.shape, shape)];
      const [source, targets] = [logits!.data as Pairs, labels!.data as Pairs];
      const data = allocate<Pairs>(logits!.dtype, at.length);
      for (let i = 0; i < at.length; i++) data[i] = source[at[i]!]!;
      const target = (row: number, column: number) => targets[from[row * classes + column]!]!;
      return crossEntropy({ ...logits!, shape, data }, [rows, classes], target);
    };
  }),
};

function matrixOf({ shape }: HostTensor): readonly [number, number] {
  if (shape.length === 2) return shape as unknown as readonly [number, number];
  throw invalid(`logits of shape [${shape}] are no matrix`);
}

function crossEntropy(
  logits: HostTensor,
  [rows, classes]: readonly [number, number],
  target: (row: number, column: number) => number,
): readonly HostTensor[] {
  const loss = allocate<Pairs>(logits.dtype, rows);
  const slope = allocate<Pairs>(logits.dtype, rows * classes);
  for (let row = 0; row < rows; row++) {
    const values = (logits.data as Float64Array).subarray(row * classes, (row + 1) * classes);
    const largest = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const total = values.reduce((sum, value) => sum + Math.exp(value - largest), 0);
    let sum = 0;
    for (let column = 0; column < classes; column++) {
      const wanted = target(row, column);
      const shifted = values[column]! - largest;
      if (wanted !== 0) sum += wanted * (Math.log(total) - shifted);
      slope[row * classes + column] = Math.exp(shifted) / total - wanted;
    }
    loss[row] = sum;
  }
  return [tensor(logits.dtype, [rows], loss), tensor(logits.dtype, [rows, classes], slope)];
}
