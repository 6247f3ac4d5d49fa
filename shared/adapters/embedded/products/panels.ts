import type { HeapTensor } from "../values/value.ts";
import { addressOf, allocateHeap, companionOf, release, viewOf } from "../wasm/heap.ts";
import { PANEL_COLUMNS } from "./tile-code.ts";

/** A matrix within a tensor, in elements. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly rowStep: number;
  readonly columnStep: number;
  readonly start: number;
}

/** Columns as the products read them: eight beside each other, row by row, then the next eight. In bytes. */
export interface Panels {
  readonly address: number;
  readonly rowStep: number;
  readonly panelStep: number;
  readonly columns: number;
}

const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;

/** Weights are laid out once; what lies right is read where it is; anything else is copied for the time of the work. */
export function withPanels<T>(tensor: HeapTensor, matrix: Matrix, work: (panels: Panels) => T): T {
  const { rows, columns, rowStep, columnStep, start } = matrix;
  const isWeight = tensor.block.references === Number.POSITIVE_INFINITY;
  if (isWeight) {
    const key = `panels ${rows} ${columns} ${rowStep} ${columnStep} ${start}`;
    return work(
      packedPanels(
        companionOf(tensor, key, () => packed(tensor, matrix)),
        matrix,
      ),
    );
  }
  if (columnStep === 1 && columns % PANEL_COLUMNS === 0) {
    const address = addressOf(tensor) + start * FLOAT_BYTES;
    return work({ address, rowStep: rowStep * FLOAT_BYTES, panelStep: PANEL_COLUMNS * FLOAT_BYTES, columns });
  }
  const copy = packed(tensor, matrix);
  const result = work(packedPanels(copy, matrix));
  release(copy);
  return result;
}

function packedPanels(tensor: HeapTensor, { rows, columns }: Matrix): Panels {
  const rowStep = PANEL_COLUMNS * FLOAT_BYTES;
  return { address: addressOf(tensor), rowStep, panelStep: rows * rowStep, columns };
}

/** Zeros where the last panel has fewer columns. */
function packed(tensor: HeapTensor, { rows, columns, rowStep, columnStep, start }: Matrix): HeapTensor {
  const out = allocateHeap([Math.ceil(columns / PANEL_COLUMNS), rows, PANEL_COLUMNS]);
  const [source, target] = [viewOf(tensor), viewOf(out)];
  for (let column = 0, to = 0; column < columns; column += PANEL_COLUMNS) {
    const width = Math.min(PANEL_COLUMNS, columns - column);
    for (let row = 0; row < rows; row++, to += PANEL_COLUMNS) {
      const from = start + row * rowStep + column * columnStep;
      for (let lane = 0; lane < width; lane++) target[to + lane] = source[from + lane * columnStep]!;
      for (let lane = width; lane < PANEL_COLUMNS; lane++) target[to + lane] = 0;
    }
  }
  return out;
}
