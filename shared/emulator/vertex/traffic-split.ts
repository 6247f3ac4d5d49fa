import { badField } from "../protos/misfit.ts";
import type { TrafficSplit } from "./documents.ts";

/** Refuses percents that are not 0 to 100 each and 100 together, or that go to what is not deployed. */
export function checkSplit(split: TrafficSplit, deployedIds: readonly string[]): void {
  const entries = Object.entries(split);
  if (entries.length === 0) return;
  for (const [id, percent] of entries) {
    if (!deployedIds.includes(id)) {
      throw badField("traffic_split", `The traffic split names ${id.slice(0, 100)}, which is not deployed here.`);
    }
    if (percent < 0 || percent > 100) {
      throw badField("traffic_split", `The traffic split gives ${percent} % to ${id}: a percentage is 0 to 100.`);
    }
  }
  const sum = entries.reduce((total, [, percent]) => total + percent, 0);
  if (sum !== 100) throw badField("traffic_split", `The traffic split must sum to 100, and sums to ${sum}.`);
}

/** Whom a request goes to, by a number below 100; null where nobody has traffic. */
export function chosen(split: TrafficSplit, drawn: number): string | null {
  let reached = 0;
  for (const [id, percent] of Object.entries(split)) {
    reached += percent;
    if (drawn < reached) return id;
  }
  return null;
}
