import type { GroupRows } from "./group-rows.ts";
import type { BatchForm } from "./scored-batch.ts";

/** Rows as one run of numbers: all labels, then all weights, then the challenger's scores, then the champion's. */
export type PackedRows = Float64Array<ArrayBuffer>;

export type RowForm = Omit<BatchForm, "slices">;

interface Column {
  /** Numbers of one row in the columns before. */
  readonly before: number;
  /** Numbers of one row in this one. */
  readonly width: number;
}

function columnsOf({ width, hasWeights, hasChampion }: RowForm): readonly Column[] {
  const widths = [1, ...(hasWeights ? [1] : []), width, ...(hasChampion ? [width] : [])];
  return widths.map((own, index) => ({ before: sum(widths.slice(0, index)), width: own }));
}

/** Numbers of one row in all columns. */
export function strideOf({ width, hasWeights, hasChampion }: RowForm): number {
  return 1 + (hasWeights ? 1 : 0) + width * (hasChampion ? 2 : 1);
}

export function rowFormOf({ width, weights, champion }: GroupRows): RowForm {
  return { width, hasWeights: weights !== undefined, hasChampion: champion !== null };
}

export function packed(rows: GroupRows): PackedRows {
  const all: PackedRows = new Float64Array(rows.rows * strideOf(rowFormOf(rows)));
  packInto(all, rows);
  return all;
}

/** At the beginning of `room`. */
function packInto(room: PackedRows, { labels, weights, challenger, champion }: GroupRows): void {
  let at = 0;
  for (const column of [labels, weights, challenger, champion]) {
    if (column === undefined || column === null) continue;
    room.set(column, at);
    at += column.length;
  }
}

/** Views, not copies. */
export function unpacked(all: PackedRows, form: RowForm): GroupRows {
  const rows = all.length / strideOf(form);
  const columns = columnsOf(form).map(({ before, width }) => all.subarray(before * rows, (before + width) * rows));
  const [labels, ...others] = columns as [Float64Array, ...Float64Array[]];
  const weights = form.hasWeights ? others.shift()! : undefined;
  const [challenger, champion = null] = others as [Float64Array, Float64Array | undefined];
  return { rows, labels, weights, challenger, champion, width: form.width };
}

/** Rows of several parts as one, at least one. */
export function gatheredRows(parts: readonly GroupRows[]): GroupRows {
  const form = rowFormOf(parts[0]!);
  const rows = sum(parts.map((part) => part.rows));
  const all = unpacked(new Float64Array(rows * strideOf(form)), form);
  let from = 0;
  for (const part of parts) {
    all.labels.set(part.labels, from);
    all.weights?.set(part.weights!, from);
    all.challenger.set(part.challenger, from * form.width);
    all.champion?.set(part.champion!, from * form.width);
    from += part.rows;
  }
  return all;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
