/** A matrix by rows, in double precision. */
export interface Dense {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

export function dense(rows: number, columns: number): Dense {
  return { rows, columns, data: new Float64Array(rows * columns) };
}

export function identity(size: number): Dense {
  const matrix = dense(size, size);
  for (let i = 0; i < size; i++) matrix.data[i * size + i] = 1;
  return matrix;
}

export function turned({ rows, columns, data }: Dense): Dense {
  const result = dense(columns, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) result.data[column * rows + row] = data[row * columns + column]!;
  }
  return result;
}

/** The first rows and columns of a matrix. */
export function corner(matrix: Dense, rows: number, columns: number): Dense {
  const result = dense(rows, columns);
  for (let row = 0; row < rows; row++) {
    const start = row * matrix.columns;
    result.data.set(matrix.data.subarray(start, start + columns), row * columns);
  }
  return result;
}

/** A = Q R by Householder's reflections, with the signs that LAPACK and Eigen choose. Both are whole. */
export function factoredOrthogonally(matrix: Dense, tick: () => void): { readonly q: Dense; readonly r: Dense } {
  const r: Dense = { ...matrix, data: matrix.data.slice() };
  const reflections: Reflection[] = [];
  for (let step = 0; step < Math.min(r.rows, r.columns); step++) {
    tick();
    const reflection = reflectionAt(r, step);
    reflect(r, reflection, step);
    reflections.push(reflection);
    // Below the diagonal only rounding is left.
    for (let row = step + 1; row < r.rows; row++) r.data[row * r.columns + step] = 0;
  }
  const q = identity(r.rows);
  for (let step = reflections.length - 1; step >= 0; step--) {
    tick();
    reflect(q, reflections[step]!, step);
  }
  return { q, r };
}

/** x becomes x − factor · direction (direction · x), from a row on; the direction begins with 1. */
interface Reflection {
  readonly direction: Float64Array;
  readonly factor: number;
  readonly start: number;
}

function reflectionAt({ rows, columns, data }: Dense, step: number): Reflection {
  const direction = new Float64Array(rows - step);
  for (let i = 0; i < direction.length; i++) direction[i] = data[(step + i) * columns + step]!;
  const first = direction[0]!;
  const below = direction.subarray(1).reduce((sum, value) => sum + value * value, 0);
  direction[0] = 1;
  if (below === 0) return { direction, factor: 0, start: step };
  const length = Math.sqrt(first * first + below);
  const beta = first >= 0 ? -length : length;
  for (let i = 1; i < direction.length; i++) direction[i] = direction[i]! / (first - beta);
  return { direction, factor: (beta - first) / beta, start: step };
}

/** From a column on: those before are done. */
function reflect({ columns, data }: Dense, { direction, factor, start }: Reflection, from: number): void {
  if (factor === 0) return;
  for (let column = from; column < columns; column++) {
    let dot = 0;
    for (let i = 0; i < direction.length; i++) dot += direction[i]! * data[(start + i) * columns + column]!;
    for (let i = 0; i < direction.length; i++) {
      const at = (start + i) * columns + column;
      data[at] = data[at]! - factor * dot * direction[i]!;
    }
  }
}
