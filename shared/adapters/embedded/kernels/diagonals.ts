import { productOf } from "../arrays/axes.ts";
import { type Alignment, alignmentOf, type Bands, bandsOf, diagonalsOf, LEFT } from "../arrays/bands.ts";
import { type Cells, copyRun, fillCells } from "../arrays/cells.ts";
import { clearCells, copyAll } from "../arrays/rearranged.ts";
import { copyStrided } from "../arrays/strided-copy.ts";
import { elementCount, type Sizes, sameShape } from "../values/shape.ts";
import { numberOf, numbersOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, invalid, type Kernel, type KernelNode } from "./kernel.ts";
import { type Move, movingKernel } from "./moving.ts";

/** Diagonals of matrices, taken out and put in. */
export const diagonals: Family = {
  MatrixDiag: movingKernel(
    () =>
      ([diagonal]) =>
        diagonalMatrix(diagonal!, [0], [-1, -1], LEFT),
  ),
  MatrixDiagV2: padded(() => LEFT),
  MatrixDiagV3: padded((node) => alignmentOf(node.string("align"))),
  MatrixDiagPart: movingKernel(
    () =>
      ([x]) =>
        diagonalPart(x!, [0], LEFT),
  ),
  MatrixDiagPartV2: movingKernel(
    () =>
      ([x, k]) =>
        diagonalPart(x!, numbersOf(k!), LEFT),
  ),
  MatrixDiagPartV3: movingKernel((node) => {
    const alignment = alignmentOf(node.string("align"));
    return ([x, k]) => diagonalPart(x!, numbersOf(k!), alignment);
  }),
  MatrixSetDiag: movingKernel(
    () =>
      ([x, diagonal]) =>
        withDiagonal(x!, diagonal!, [0], LEFT),
  ),
  MatrixSetDiagV2: movingKernel(
    () =>
      ([x, diagonal, k]) =>
        withDiagonal(x!, diagonal!, numbersOf(k!), LEFT),
  ),
  MatrixSetDiagV3: movingKernel((node) => {
    const alignment = alignmentOf(node.string("align"));
    return ([x, diagonal, k]) => withDiagonal(x!, diagonal!, numbersOf(k!), alignment);
  }),
  MatrixBandPart: band(),
  BatchMatrixBandPart: band(),
  Diag: movingKernel(
    () =>
      ([x]) =>
        spreadOut(x!),
  ),
  DiagPart: movingKernel(
    () =>
      ([x]) =>
        drawnIn(x!),
  ),
};

function padded(alignmentAt: (node: KernelNode) => Alignment): Kernel {
  return movingKernel((node) => {
    const alignment = alignmentAt(node);
    return ([diagonal, k, rows, columns]) => {
      return diagonalMatrix(diagonal!, numbersOf(k!), [numberOf(rows!), numberOf(columns!)], alignment);
    };
  });
}

function band(): Kernel {
  return movingKernel(
    () =>
      ([x, below, above]) =>
        bandPart(x!, numberOf(below!), numberOf(above!)),
  );
}

/** Matrices of zeros, or what is given to pad with, and the diagonals. A size of −1 is as small as can be. */
function diagonalMatrix({ dtype, shape }: HostTensor, k: Sizes, wanted: Sizes, alignment: Alignment): Move {
  const [lowest, highest] = [k[0] ?? 0, k.at(-1) ?? 0];
  const isTable = lowest !== highest;
  const length = shape.at(-1);
  if (length === undefined || (isTable && shape.at(-2) !== highest - lowest + 1)) throw unfitting(shape, k);
  const least = [length - Math.min(highest, 0), length + Math.max(lowest, 0)];
  const sizes = completed(wanted, least);
  const bands = bandsOf(sizes[0]!, sizes[1]!, k, alignment);
  if (bands.length !== length) throw unfitting(shape, k);
  const outer = shape.slice(0, isTable ? -2 : -1);
  const fill: Move["fill"] = (target, sources, width) => {
    if (sources[4] === undefined) clearCells(target);
    else fillCells(target, sources[4], 0, width);
    copyDiagonals(bands, elementCount(outer), { table: sources[0]!, matrix: target, width, isPart: false });
  };
  return { dtype, shape: [...outer, ...sizes], fill };
}

/** Where one size is told and the other is not, the other one is the least that holds the diagonals. */
function completed(wanted: Sizes, least: Sizes): Sizes {
  const isOpen = wanted.every((size) => size === -1);
  if (isOpen) return [Math.max(...least), Math.max(...least)];
  return wanted.map((size, axis) => (size === -1 ? least[axis]! : size));
}

function diagonalPart({ dtype, shape }: HostTensor, k: Sizes, alignment: Alignment): Move {
  if (shape.length < 2) throw invalid(`[${shape}] is no matrix`);
  const bands = bandsOf(shape.at(-2)!, shape.at(-1)!, k, alignment);
  const outer = shape.slice(0, -2);
  const count = bands.highest - bands.lowest + 1;
  const fill: Move["fill"] = (target, sources, width) => {
    if (sources[2] === undefined) clearCells(target);
    else fillCells(target, sources[2], 0, width);
    copyDiagonals(bands, elementCount(outer), { table: target, matrix: sources[0]!, width, isPart: true });
  };
  return { dtype, shape: [...outer, ...(count > 1 ? [count] : []), bands.length], fill };
}

function withDiagonal({ dtype, shape }: HostTensor, diagonal: HostTensor, k: Sizes, alignment: Alignment): Move {
  if (shape.length < 2) throw invalid(`[${shape}] is no matrix`);
  const bands = bandsOf(shape.at(-2)!, shape.at(-1)!, k, alignment);
  const outer = shape.slice(0, -2);
  const count = bands.highest - bands.lowest + 1;
  if (!sameShape(diagonal.shape, [...outer, ...(count > 1 ? [count] : []), bands.length]))
    throw unfitting(diagonal.shape, k);
  const fill: Move["fill"] = (target, sources, width) => {
    copyAll(sources[0]!, target);
    copyDiagonals(bands, elementCount(outer), { table: sources[1]!, matrix: target, width, isPart: false });
  };
  return { dtype, shape, fill };
}

interface DiagonalCopy {
  readonly table: Cells;
  readonly matrix: Cells;
  readonly width: number;
  /** From the matrix to the table, or else back. */
  readonly isPart: boolean;
}

function copyDiagonals(bands: Bands, outer: number, { table, matrix, width, isPart }: DiagonalCopy): void {
  if (matrix.length === 0) return;
  const tableSize = (bands.highest - bands.lowest + 1) * bands.length;
  for (const { count, matrixStart, tableStart } of diagonalsOf(bands)) {
    const inMatrix = { cells: matrix, start: matrixStart, strides: [bands.rows * bands.columns, bands.columns + 1] };
    const inTable = { cells: table, start: tableStart, strides: [tableSize, 1] };
    if (isPart) copyStrided([outer, count], inMatrix, inTable, width);
    else copyStrided([outer, count], inTable, inMatrix, width);
  }
}

/** So many diagonals below and above the main one; a negative number is all of them. */
function bandPart({ dtype, shape }: HostTensor, below: number, above: number): Move {
  if (shape.length < 2) throw invalid(`[${shape}] is no matrix`);
  const [rows, columns] = [shape.at(-2)!, shape.at(-1)!];
  if (below > rows || above > columns) throw invalid(`a band of ${below} and ${above} is wider than [${shape}]`);
  const fill: Move["fill"] = (target, [cells], width) => {
    clearCells(target);
    const lines = columns === 0 ? 0 : target.length / (columns * width);
    for (let line = 0; line < lines; line++) {
      const row = line % rows;
      const start = below < 0 ? 0 : Math.min(columns, Math.max(0, row - below));
      const end = above < 0 ? columns : Math.min(columns, row + above + 1);
      const at = (line * columns + start) * width;
      copyRun(cells!, at, target, at, Math.max(0, end - start) * width);
    }
  };
  return { dtype, shape, fill };
}

/** A tensor of twice as many axes, where both halves of the coordinates are the same. */
function spreadOut({ dtype, shape }: HostTensor): Move {
  if (shape.length === 0) throw invalid("a scalar is no diagonal");
  const count = elementCount(shape);
  const fill: Move["fill"] = (target, [cells], width) => {
    clearCells(target);
    const to = { cells: target, start: 0, strides: [count + 1] };
    copyStrided([count], { cells: cells!, start: 0, strides: [1] }, to, width);
  };
  return { dtype, shape: [...shape, ...shape], fill };
}

function drawnIn({ dtype, shape }: HostTensor): Move {
  const half = shape.slice(0, shape.length / 2);
  if (shape.length % 2 !== 0 || !sameShape(half, shape.slice(half.length))) {
    throw invalid(`[${shape}] has no diagonal`);
  }
  const count = productOf(half, 0, half.length);
  const fill: Move["fill"] = (target, [cells], width) => {
    const from = { cells: cells!, start: 0, strides: [count + 1] };
    copyStrided([count], from, { cells: target, start: 0, strides: [1] }, width);
  };
  return { dtype, shape: half, fill };
}

function unfitting(shape: Sizes, k: Sizes): Error {
  return invalid(`[${shape}] does not hold the diagonals [${k}]`);
}
