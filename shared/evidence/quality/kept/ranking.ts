import type { UnrankedRows } from "../../../statistics/order/ranked.ts";
import type { Model } from "../curves.ts";
import type { GroupRows } from "../group-rows.ts";

/** One of the orders that a task needs the rows in. Every group goes through the rows in it before the next one's turn. */
export interface Ranking {
  readonly model: Model;
  /** Of several classes the one against all others; else 0. */
  readonly column: number;
  /** What the rows are sorted by, and which of them count as positive. */
  readonly sortBy: (part: GroupRows) => UnrankedRows;
}
