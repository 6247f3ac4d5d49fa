import type { RankedRows } from "./ranked.ts";
import { emptyRows, joined, rowsBetween } from "./row-parts.ts";

/** Parts of one sorted run, in order, as they are read back from wherever they were spilled. */
export type Run = AsyncIterable<RankedRows> | Iterable<RankedRows>;

const PART_ROWS = 8192;

/**
 * Sorted runs of consecutive rows as one: equal scores stay in the order of their rows. Memory holds one part of each run,
 * whatever the rows.
 */
export async function* mergeRuns(runs: readonly Run[]): AsyncGenerator<RankedRows> {
  const cursors = runs.map((run): Cursor => ({ parts: partsOf(run), part: null, next: 0 }));
  for (const cursor of cursors) await refill(cursor);
  const hasWeights = cursors.some(({ part }) => part?.weights !== undefined);
  let out: Filling = { rows: emptyRows(PART_ROWS, hasWeights), filled: 0 };
  for (;;) {
    const [first, rival] = lowestTwo(cursors);
    if (first === null) break;
    take(first, rival, out);
    if (first.next === first.part!.scores.length) await refill(first);
    if (out.filled < PART_ROWS) continue;
    yield out.rows;
    out = { rows: emptyRows(PART_ROWS, hasWeights), filled: 0 };
  }
  if (out.filled > 0) yield rowsBetween(out.rows, 0, out.filled);
}

/** Parts that end where a score ends, for what must see equal scores together. The largest tie has to fit into memory. */
export async function* wholeTies(parts: Run): AsyncGenerator<RankedRows> {
  let kept: readonly RankedRows[] = [];
  for await (const part of parts) {
    const tie = lastTie(part);
    if (tie === 0 && (kept.length === 0 || kept[0]!.scores[0] === part.scores[0])) {
      kept = [...kept, part];
      continue;
    }
    yield joined([...kept, rowsBetween(part, 0, tie)]);
    kept = [rowsBetween(part, tie, part.scores.length)];
  }
  if (kept.length > 0) yield joined(kept);
}

interface Cursor {
  readonly parts: AsyncIterator<RankedRows>;
  part: RankedRows | null;
  next: number;
}

interface Filling {
  readonly rows: RankedRows;
  filled: number;
}

async function* partsOf(run: Run): AsyncGenerator<RankedRows> {
  yield* run;
}

async function refill(cursor: Cursor): Promise<void> {
  do {
    const { done, value } = await cursor.parts.next();
    cursor.part = done === true ? null : value;
    cursor.next = 0;
  } while (cursor.part !== null && cursor.part.scores.length === 0);
}

/** Of equal scores the earlier run is the lower: its rows came first. */
function lowestTwo(cursors: readonly Cursor[]): readonly [Cursor | null, Cursor | null] {
  let first: Cursor | null = null;
  let rival: Cursor | null = null;
  for (const cursor of cursors) {
    if (cursor.part === null) continue;
    if (first === null || scoreOf(cursor) < scoreOf(first)) [first, rival] = [cursor, first];
    else if (rival === null || scoreOf(cursor) < scoreOf(rival)) rival = cursor;
  }
  return [first, rival];
}

function scoreOf({ part, next }: Cursor): number {
  return part!.scores[next]!;
}

/** Rows until the rival's turn; its equals wait for the next round, which knows whose rows came first. */
function take(cursor: Cursor, rival: Cursor | null, out: Filling): void {
  const part = cursor.part!;
  const limit = rival === null ? Number.POSITIVE_INFINITY : scoreOf(rival);
  const { rows } = out;
  do {
    const { next } = cursor;
    rows.scores[out.filled] = part.scores[next]!;
    rows.labels[out.filled] = part.labels[next]!;
    rows.rows[out.filled] = part.rows[next]!;
    if (rows.weights !== undefined) rows.weights[out.filled] = part.weights![next]!;
    cursor.next++;
    out.filled++;
  } while (out.filled < PART_ROWS && cursor.next < part.scores.length && part.scores[cursor.next]! < limit);
}

/** Where the rows of the highest score begin. */
function lastTie({ scores }: RankedRows): number {
  let start = scores.length;
  while (start > 0 && scores[start - 1] === scores.at(-1)) start--;
  return start;
}
