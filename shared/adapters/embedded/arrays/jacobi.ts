import { type Dense, dense, identity, turned } from "./householder.ts";

/** Each sweep about squares the error that is left; a matrix that needs more has no finite elements. */
const MAX_SWEEPS = 60;

export interface Eigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** In columns. */
  readonly vectors: Dense;
}

/** Of a symmetric matrix, of which only the lower half is read; null where the elements are not finite. */
export function eigenOf(matrix: Dense, tick: () => void): Eigen | null {
  const size = matrix.rows;
  const a = matrix.data.slice();
  for (let row = 0; row < size; row++) for (let k = 0; k < row; k++) a[k * size + row] = a[row * size + k]!;
  const vectors = identity(size);
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    tick();
    if (!sweepSymmetric({ rows: size, columns: size, data: a }, vectors)) break;
  }
  const values = Float64Array.from({ length: size }, (_, i) => a[i * size + i]!);
  if (!values.every(Number.isFinite)) return null;
  const order = [...values.keys()].sort((x, y) => values[x]! - values[y]!);
  return { values: values.map((_, i) => values[order[i]!]!), vectors: columnsOf(vectors, order) };
}

/** Whether anything was left to turn. */
function sweepSymmetric(a: Dense, vectors: Dense): boolean {
  const { rows: size, data } = a;
  let isTurned = false;
  for (let p = 0; p < size; p++) {
    for (let q = p + 1; q < size; q++) {
      const apart = data[p * size + q]!;
      const [x, y] = [data[p * size + p]!, data[q * size + q]!];
      if (Math.abs(apart) <= Number.EPSILON * 2 ** -10 * Math.sqrt(Math.abs(x * y)) || Math.abs(apart) < 1e-300)
        continue;
      const turn = rotationFor(x, y, apart);
      rotateRows(a, p, q, turn);
      rotateColumns(a, p, q, turn);
      rotateColumns(vectors, p, q, turn);
      isTurned = true;
    }
  }
  return isTurned;
}

interface Rotation {
  readonly cosine: number;
  readonly sine: number;
}

/** What makes the element between two of the diagonal zero. */
function rotationFor(x: number, y: number, apart: number): Rotation {
  const ratio = (y - x) / (2 * apart);
  const tangent = Math.sign(ratio || 1) / (Math.abs(ratio) + Math.hypot(1, ratio));
  const cosine = 1 / Math.hypot(1, tangent);
  return { cosine, sine: tangent * cosine };
}

function rotateColumns({ rows, columns, data }: Dense, p: number, q: number, { cosine, sine }: Rotation): void {
  for (let at = 0; at < rows * columns; at += columns) {
    const [x, y] = [data[at + p]!, data[at + q]!];
    data[at + p] = cosine * x - sine * y;
    data[at + q] = sine * x + cosine * y;
  }
}

function rotateRows({ columns, data }: Dense, p: number, q: number, { cosine, sine }: Rotation): void {
  for (let column = 0; column < columns; column++) {
    const [x, y] = [data[p * columns + column]!, data[q * columns + column]!];
    data[p * columns + column] = cosine * x - sine * y;
    data[q * columns + column] = sine * x + cosine * y;
  }
}

export interface Singular {
  /** Descending. */
  readonly values: Float64Array;
  /** In columns; where a value is 0 the column on the left is too. */
  readonly left: Dense;
  readonly right: Dense;
}

/** A = U S Vᵀ: columns are turned until all are orthogonal, which keeps small values exact. */
export function singularOf(matrix: Dense, tick: () => void): Singular {
  if (matrix.rows < matrix.columns) {
    const { values, left, right } = singularOf(turned(matrix), tick);
    return { values, left: right, right: left };
  }
  const work: Dense = { ...matrix, data: matrix.data.slice() };
  const right = identity(matrix.columns);
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    tick();
    if (!sweepColumns(work, right)) break;
  }
  const lengths = Float64Array.from({ length: work.columns }, (_, column) => lengthOf(work, column));
  const order = [...lengths.keys()].sort((x, y) => lengths[y]! - lengths[x]!);
  const left = columnsOf(work, order);
  const values = lengths.map((_, i) => lengths[order[i]!]!);
  left.data.forEach((value, at) => {
    const length = values[at % left.columns]!;
    left.data[at] = length === 0 ? 0 : value / length;
  });
  return { values, left, right: columnsOf(right, order) };
}

function sweepColumns(work: Dense, right: Dense): boolean {
  let isTurned = false;
  for (let p = 0; p < work.columns; p++) {
    for (let q = p + 1; q < work.columns; q++) {
      const [x, y, apart] = [dot(work, p, p), dot(work, q, q), dot(work, p, q)];
      if (!(Math.abs(apart) > 2 * Number.EPSILON * Math.sqrt(x * y))) continue;
      const turn = rotationFor(x, y, apart);
      rotateColumns(work, p, q, turn);
      rotateColumns(right, p, q, turn);
      isTurned = true;
    }
  }
  return isTurned;
}

function dot({ rows, columns, data }: Dense, p: number, q: number): number {
  let sum = 0;
  for (let at = 0; at < rows * columns; at += columns) sum += data[at + p]! * data[at + q]!;
  return sum;
}

function lengthOf(matrix: Dense, column: number): number {
  return Math.sqrt(dot(matrix, column, column));
}

function columnsOf({ rows, columns, data }: Dense, order: readonly number[]): Dense {
  const result = dense(rows, order.length);
  for (let row = 0; row < rows; row++) {
    order.forEach((column, place) => {
      result.data[row * order.length + place] = data[row * columns + column]!;
    });
  }
  return result;
}
