import { Failure } from "../../../failure.ts";

/** Some neighbouring diagonals of a matrix, and how they lie in a table with a row for each, the highest one first. */
export interface Bands {
  readonly rows: number;
  readonly columns: number;
  /** 0 is the main diagonal, what is above it is positive. */
  readonly lowest: number;
  readonly highest: number;
  /** How long a row of the table is. */
  readonly length: number;
  readonly alignment: Alignment;
}

/** Which end of a short row is left empty: above the main diagonal, and below it. */
export interface Alignment {
  readonly isRightAbove: boolean;
  readonly isRightBelow: boolean;
}

export const LEFT: Alignment = { isRightAbove: false, isRightBelow: false };

export function alignmentOf(name: string): Alignment {
  return { isRightAbove: name.startsWith("RIGHT"), isRightBelow: name.endsWith("RIGHT") };
}

/** One diagonal: how many elements, where the first one is in the matrix, and where in the table. */
export interface Diagonal {
  readonly count: number;
  readonly matrixStart: number;
  readonly tableStart: number;
}

export function bandsOf(rows: number, columns: number, range: readonly number[], alignment: Alignment): Bands {
  const [lowest, highest] = [range[0]!, range.at(-1)!];
  const isInside = (diagonal: number) => diagonal === 0 || (diagonal > -rows && diagonal < columns);
  if (range.length > 2 || range.length === 0 || lowest > highest || !isInside(lowest) || !isInside(highest)) {
    throw new Failure("prediction-failed", `[${range}] are no diagonals of a matrix of ${rows} × ${columns}`, {
      fix: "Send inputs of the shapes and values that the model was made for.",
    });
  }
  const length = Math.min(rows + Math.min(highest, 0), columns - Math.max(lowest, 0));
  return { rows, columns, lowest, highest, length, alignment };
}

export function diagonalsOf({ rows, columns, lowest, highest, length, alignment }: Bands): readonly Diagonal[] {
  return Array.from({ length: highest - lowest + 1 }, (_, row) => {
    const diagonal = highest - row;
    const count = Math.max(0, Math.min(rows + Math.min(diagonal, 0), columns - Math.max(diagonal, 0)));
    const isRight = (diagonal >= 0 && alignment.isRightAbove) || (diagonal <= 0 && alignment.isRightBelow);
    return {
      count,
      matrixStart: Math.max(-diagonal, 0) * columns + Math.max(diagonal, 0),
      tableStart: row * length + (isRight ? length - count : 0),
    };
  });
}
