import { BLOCK_ROWS } from "../../statistics/block-rows.ts";
import { type BatchForm, formOf, requireFit, type ScoredBatch } from "./scored-batch.ts";

/** Batches of any size in, blocks of always the same rows out: so no sum knows how the rows were handed over. */
export interface Blocks {
  readonly add: (batch: ScoredBatch) => void;
  /** Hands over what is left. */
  readonly end: () => void;
}

/** A block is gone when the next one is handed over: what is kept of it has to be copied. */
export function blockwise(consume: (block: ScoredBatch) => void, firstRow = 0): Blocks {
  let next = firstRow;
  let form: BatchForm | null = null;
  let filling: Filling | null = null;
  const fill = (batch: ScoredBatch, from: number): number => {
    filling ??= emptyBlock(form!);
    const taken = Math.min(BLOCK_ROWS - filling.filled, batch.rows - from);
    copyRows(filling, batch, { from, taken, width: form!.width });
    if (filling.filled === BLOCK_ROWS) consume(filled(filling, form!, next + from + taken));
    return taken;
  };
  return {
    add(batch) {
      form ??= formOf(batch);
      requireFit(batch, form, next);
      if (batch.rows === BLOCK_ROWS && (filling === null || filling.filled === 0)) consume(batch);
      else for (let from = 0; from < batch.rows; ) from += fill(batch, from);
      next += batch.rows;
    },
    end() {
      if (filling !== null && filling.filled > 0) consume(filled(filling, form!, next));
    },
  };
}

interface Filling {
  readonly block: ScoredBatch;
  filled: number;
}

function emptyBlock({ width, slices, hasWeights, hasChampion }: BatchForm): Filling {
  const scores = () => ({ values: new Float64Array(BLOCK_ROWS * width), width });
  const block = {
    firstRow: 0,
    rows: BLOCK_ROWS,
    labels: new Float64Array(BLOCK_ROWS),
    slices: Array.from({ length: slices }, () => new Uint8Array(BLOCK_ROWS)),
    challenger: scores(),
    champion: hasChampion ? scores() : null,
  };
  return { block: hasWeights ? { ...block, weights: new Float64Array(BLOCK_ROWS) } : block, filled: 0 };
}

interface Copied {
  readonly from: number;
  readonly taken: number;
  readonly width: number;
}

function copyRows(filling: Filling, batch: ScoredBatch, { from, taken, width }: Copied): void {
  const { block, filled } = filling;
  const end = from + taken;
  block.labels.set(batch.labels.subarray(from, end), filled);
  block.weights?.set(batch.weights!.subarray(from, end), filled);
  for (const [slice, members] of block.slices.entries()) members.set(batch.slices[slice]!.subarray(from, end), filled);
  block.challenger.values.set(batch.challenger.values.subarray(from * width, end * width), filled * width);
  block.champion?.values.set(batch.champion!.values.subarray(from * width, end * width), filled * width);
  filling.filled += taken;
}

/** What was filled, up to before row `end`; from then on it is empty again. */
function filled(filling: Filling, { width }: BatchForm, end: number): ScoredBatch {
  const { block, filled: rows } = filling;
  const { labels, weights, slices, challenger, champion } = block;
  const scores = (values: Float64Array) => ({ values: values.subarray(0, rows * width), width });
  filling.filled = 0;
  const own = {
    firstRow: end - rows,
    rows,
    labels: labels.subarray(0, rows),
    slices: slices.map((members) => members.subarray(0, rows)),
    challenger: scores(challenger.values),
    champion: champion === null ? null : scores(champion.values),
  };
  return weights === undefined ? own : { ...own, weights: weights.subarray(0, rows) };
}
