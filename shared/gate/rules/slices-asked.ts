import type { SliceQuality } from "../../evidence/quality.ts";
import type { Slice } from "../../schema/release.types.ts";
import { inconclusive } from "../reasons.ts";
import type { Reason } from "../verdict.ts";

/** Slices that the policy asks for and the evidence does not have. A column without values has no slice to miss. */
export function unmeasuredSlices(asked: readonly Slice[], measured: readonly SliceQuality[]): readonly Reason[] {
  return asked.filter((slice) => !isMeasured(slice, measured)).map(notMeasured);
}

function isMeasured(slice: Slice, measured: readonly SliceQuality[]): boolean {
  if (typeof slice === "string") return measured.some(({ predicate }) => predicate === slice);
  const isAsked = (isRequired: boolean): boolean => isRequired || slice.required !== true;
  if ("where" in slice) return measured.some((one) => one.predicate === slice.where && isAsked(one.isRequired));
  return slice.required !== true || measured.some((one) => isOf(slice.by, one.predicate) && one.isRequired);
}

/** `region = 'DE'`, or `"my region" = 'DE'`. */
function isOf(column: string, predicate: string): boolean {
  return [column, `"${column.replaceAll('"', '""')}"`].some((name) => predicate.startsWith(`${name} = `));
}

function notMeasured(slice: Slice): Reason {
  const name = typeof slice === "string" ? slice : "where" in slice ? slice.where : `by ${slice.by}`;
  const fix = "Evaluate on data that has such rows.";
  return inconclusive({ rule: name, measured: 0, message: `the slice ${name} has no rows`, fix });
}
