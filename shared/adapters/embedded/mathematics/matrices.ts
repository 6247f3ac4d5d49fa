/** A square matrix, row after row. */
export type Matrix = Float64Array;

/** A = P⁻¹ L U with L and U in one matrix; `order` says which row of A each row is. */
export interface Factors {
  readonly lu: Matrix;
  readonly order: Int32Array;
  /** −1 for each exchange of rows, all multiplied. */
  readonly sign: number;
  readonly isSingular: boolean;
}

/** Gauss' elimination with the largest pivot of each column. */
export function factorised(matrix: Matrix, size: number): Factors {
  const lu = matrix.slice();
  const order = Int32Array.from({ length: size }, (_, row) => row);
  let sign = 1;
  let isSingular = false;
  for (let column = 0; column < size; column++) {
    const pivot = largestBelow(lu, size, column);
    if (lu[pivot * size + column] === 0) isSingular = true;
    if (pivot !== column) {
      exchangeRows(lu, size, pivot, column);
      [order[pivot], order[column]] = [order[column]!, order[pivot]!];
      sign = -sign;
    }
    for (let row = column + 1; row < size; row++) eliminate(lu, size, row, column);
  }
  return { lu, order, sign, isSingular };
}

/** Solves A X = B for B of so many columns. */
export function solved({ lu, order }: Factors, right: Float64Array, size: number, columns: number): Float64Array {
  const x = new Float64Array(size * columns);
  for (let row = 0; row < size; row++) {
    x.set(right.subarray(order[row]! * columns, (order[row]! + 1) * columns), row * columns);
    for (let k = 0; k < row; k++) subtractRow(x, row, k, lu[row * size + k]!, columns);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) subtractRow(x, row, k, lu[row * size + k]!, columns);
    for (let j = 0; j < columns; j++) x[row * columns + j]! /= lu[row * size + row]!;
  }
  return x;
}

/** Solves T X = B for a triangular T. */
export function solvedTriangular(
  triangle: Matrix,
  right: Float64Array,
  shape: { readonly size: number; readonly columns: number; readonly isLower: boolean },
): Float64Array {
  const { size, columns, isLower } = shape;
  const x = right.slice();
  for (let step = 0; step < size; step++) {
    const row = isLower ? step : size - 1 - step;
    const [from, to] = isLower ? [0, row] : [row + 1, size];
    for (let k = from; k < to; k++) subtractRow(x, row, k, triangle[row * size + k]!, columns);
    for (let j = 0; j < columns; j++) x[row * columns + j]! /= triangle[row * size + row]!;
  }
  return x;
}

/** The lower triangle L of A = L Lᵀ; NaN where A is not positive definite. */
export function cholesky(matrix: Matrix, size: number): Matrix {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!;
      for (let k = 0; k < column; k++) sum -= lower[row * size + k]! * lower[column * size + k]!;
      if (row === column && !(sum > 0)) return notANumber(lower, size);
      lower[row * size + column] = row === column ? Math.sqrt(sum) : sum / lower[column * size + column]!;
    }
  }
  return lower;
}

function notANumber(lower: Matrix, size: number): Matrix {
  for (let row = 0; row < size; row++) lower.fill(Number.NaN, row * size, row * size + row + 1);
  return lower;
}

export function transposed(matrix: Matrix, size: number): Matrix {
  return matrix.map((_, i) => matrix[(i % size) * size + Math.floor(i / size)]!);
}

function largestBelow(lu: Matrix, size: number, column: number): number {
  let best = column;
  for (let row = column + 1; row < size; row++) {
    if (Math.abs(lu[row * size + column]!) > Math.abs(lu[best * size + column]!)) best = row;
  }
  return best;
}

function exchangeRows(lu: Matrix, size: number, a: number, b: number): void {
  const row = lu.slice(a * size, (a + 1) * size);
  lu.copyWithin(a * size, b * size, (b + 1) * size);
  lu.set(row, b * size);
}

function eliminate(lu: Matrix, size: number, row: number, column: number): void {
  const pivot = lu[column * size + column]!;
  if (pivot === 0) return;
  const factor = lu[row * size + column]! / pivot;
  lu[row * size + column] = factor;
  for (let k = column + 1; k < size; k++) lu[row * size + k]! -= factor * lu[column * size + k]!;
}

function subtractRow(x: Float64Array, row: number, other: number, factor: number, columns: number): void {
  if (factor === 0) return;
  for (let j = 0; j < columns; j++) x[row * columns + j]! -= factor * x[other * columns + j]!;
}
