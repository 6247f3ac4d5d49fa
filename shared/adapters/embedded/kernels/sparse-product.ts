import { narrowed, widened } from "../values/half.ts";
import { allocate, type Numbers, tensor } from "../values/tensor.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode, unsupported } from "./kernel.ts";
import { offsetsOf, sparseOf } from "./sparse-tensor.ts";

/** A sparse matrix times a dense one. */
export const sparseProducts: Family = { SparseTensorDenseMatMul: hostKernel(multiply) };

function multiply(node: KernelNode): HostRun {
  const [adjointA, adjointB] = [node.bool("adjoint_a"), node.bool("adjoint_b")];
  const dtype = node.dtype("T");
  if (dtype.startsWith("complex") || dtype.endsWith("int64")) throw unsupported(node, `T ${dtype}`);
  return ([indices, values, shape, dense]) => {
    const a = sparseOf(indices!, widened(values!), shape!);
    if (a.shape.length !== 2 || dense!.shape.length !== 2) throw invalid("SparseTensorDenseMatMul multiplies matrices");
    offsetsOf(a);
    const [rows, inner] = adjointA ? [a.shape[1]!, a.shape[0]!] : [a.shape[0]!, a.shape[1]!];
    const [height, width] = adjointB ? [dense!.shape[1]!, dense!.shape[0]!] : [dense!.shape[0]!, dense!.shape[1]!];
    if (inner !== height)
      throw invalid(`Cannot multiply A and B because inner dimension does not match: ${inner} vs. ${height}`);
    const [down, across] = adjointB ? [1, height] : [width, 1];
    const b = widened(dense!).data as Numbers;
    const product = allocate<Numbers>(a.values.dtype, rows * width);
    for (let index = 0; index < a.values.data.length; index++) {
      const [row, column] = [a.places[2 * index + (adjointA ? 1 : 0)]!, a.places[2 * index + (adjointA ? 0 : 1)]!];
      const value = a.values.data[index] as number;
      for (let at = 0; at < width; at++) product[row * width + at]! += value * b[column * down + at * across]!;
    }
    return narrowed(tensor(a.values.dtype, [rows, width], product), dtype);
  };
}
