import type { Problems } from "../columns/problems.ts";
import type { Sink } from "../columns/sinks.ts";
import type { Intern } from "../text/interner.ts";
import type { RowReader } from "../text/table.ts";
import type { Refusal } from "../text/values.ts";
import type { Window } from "../text/window.ts";

/** How far a file of JSON lines has been read. */
export interface Lines extends RowReader {
  readonly window: Window;
  /** The file's columns in the order of its first rows. */
  readonly names: readonly string[];
  /** `"name":` of each, since what follows a key is most often the next; null where the name takes escapes. */
  readonly keys: readonly (Uint8Array | null)[];
  /** By the Latin-1 text of the key. */
  readonly places: ReadonlyMap<string, number>;
  /** For each column where its values go; null where nobody asks. */
  readonly sinks: readonly (Sink | null)[];
  /** The number of the last line that gave the column a value. */
  readonly given: Float64Array;
  readonly problems: Problems;
  /** Of texts with escapes, as they are written. */
  readonly written: Intern;
  /** What they say. */
  readonly unescaped: Map<Uint8Array, Uint8Array>;
  /** The row of the block that is being read. */
  row: number;
  /** False where lines are only counted. */
  readonly isRead: boolean;
}

export type Report = (sink: Sink, refusal: Refusal) => void;

export function reporter({ firstRow, line, row, problems }: Lines): Report {
  return (sink, refusal) => problems.add({ row: firstRow + row + 1, line, column: sink.column, ...refusal });
}
