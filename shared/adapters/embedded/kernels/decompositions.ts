import { corner, type Dense, factoredOrthogonally } from "../arrays/householder.ts";
import { eigenOf, singularOf } from "../arrays/jacobi.ts";
import { elementCount, type Sizes } from "../values/shape.ts";
import { allocate, tensor, zeros } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid, type Kernel, type KernelNode, unsupported } from "./kernel.ts";

/** Matrices as products of simpler ones; vectors are unique only up to their sign. */
export const decompositions: Family = {
  Qr: decomposing((node) => {
    const isFull = node.bool("full_matrices");
    return (matrix, tick) => {
      const { q, r } = factoredOrthogonally(matrix, tick);
      const size = Math.min(matrix.rows, matrix.columns);
      return isFull ? [q, r] : [corner(q, q.rows, size), corner(r, size, r.columns)];
    };
  }),
  SelfAdjointEigV2: decomposing((node) => {
    const hasVectors = node.bool("compute_v");
    return (matrix, tick) => {
      if (matrix.rows !== matrix.columns) throw invalid(`a matrix of ${matrix.rows} × ${matrix.columns} is not square`);
      const eigen = eigenOf(matrix, tick);
      if (eigen === null) throw invalid("the eigenvalues of what is not finite are asked for");
      return [eigen.values, hasVectors ? eigen.vectors : null];
    };
  }),
  Svd: decomposing((node) => {
    const [hasVectors, isFull] = [node.bool("compute_uv"), node.bool("full_matrices")];
    return (matrix, tick) => {
      const { values, left, right } = singularOf(matrix, tick);
      if (!hasVectors) return [values, null, null];
      const [u, v] = [left, right].map((vectors) => completed(vectors, isFull, tick));
      return [values, u!, v!];
    };
  }),
};

/** Q of so many rows is 32 MB in double precision. */
const MAX_SIZE = 2048;
const MAX_MATRICES = 2 ** 20;

/** A matrix, a vector, or what is not asked for. */
type Result = Dense | Float64Array | null;
type Decompose = (matrix: Dense, tick: () => void) => readonly Result[];

/** Of each matrix in the last two axes. */
function decomposing(prepare: (node: KernelNode) => Decompose): Kernel {
  return hostKernel((node) => {
    const dtype = node.dtype("T");
    if (dtype !== "float32" && dtype !== "float64") throw unsupported(node, `type ${dtype}`);
    const decompose = prepare(node);
    return ([x], { checkDeadline }) => {
      const [rows, columns] = x!.shape.slice(-2) as [number, number];
      if (x!.shape.length < 2) throw invalid(`[${x!.shape}] is no matrix`);
      // Refuses what whole factors of one matrix would not fit in.
      if (Math.max(rows, columns) > MAX_SIZE)
        throw invalid(`a matrix of ${rows} × ${columns} is too large to take apart`);
      return stacked(x!, rows * columns, (data) => decompose({ rows, columns, data }, checkDeadline));
    };
  });
}

/** The results of all matrices, each kind of them in one tensor; of no matrix the shapes tell what one would give. */
function stacked(x: HostTensor, size: number, each: (data: Float64Array) => readonly Result[]): readonly HostTensor[] {
  const outer = x.shape.slice(0, -2);
  const count = elementCount(outer);
  // Matrices without elements may be any number.
  if (count > MAX_MATRICES) throw invalid(`${count} matrices are to be taken apart`);
  const numbers = x.data as Float32Array;
  const all = Array.from({ length: count }, (_, i) =>
    each(Float64Array.from(numbers.subarray(i * size, (i + 1) * size))),
  );
  const sample = all[0] ?? each(allocate<Float64Array>("float64", size));
  return sample.map((result, which) => {
    if (result === null) return zeros(x.dtype, []);
    const inner = numbersIn(result).length;
    const data = allocate<Float32Array>(x.dtype, count * inner);
    all.forEach((results, i) => {
      data.set(numbersIn(results[which]!), i * inner);
    });
    return tensor(x.dtype, [...outer, ...shapeOf(result)], data);
  });
}

function numbersIn(result: Dense | Float64Array): Float64Array {
  return result instanceof Float64Array ? result : result.data;
}

function shapeOf(result: Dense | Float64Array): Sizes {
  return result instanceof Float64Array ? [result.length] : [result.rows, result.columns];
}

/** With something orthogonal where a column is zero, and for a whole basis with as many columns as rows. */
function completed(vectors: Dense, isFull: boolean, tick: () => void): Dense {
  const { q } = factoredOrthogonally(vectors, tick);
  const result = corner(q, q.rows, isFull ? q.columns : vectors.columns);
  for (let column = 0; column < vectors.columns; column++) {
    const isZero = columnIsZero(vectors, column);
    for (let row = 0; row < vectors.rows && !isZero; row++) {
      result.data[row * result.columns + column] = vectors.data[row * vectors.columns + column]!;
    }
  }
  return result;
}

function columnIsZero({ rows, columns, data }: Dense, column: number): boolean {
  for (let row = 0; row < rows; row++) if (data[row * columns + column] !== 0) return false;
  return true;
}
