import type { QualityEvidence, SliceQuality } from "../../evidence/quality.ts";
import type { Slice } from "../../schema/release.types.ts";
import { inconclusive } from "../reasons.ts";
import type { Reason } from "../verdict.ts";

/**
 * The slices that the policy asks for, each once and as required as it asks. Others would share the level of the test with
 * them, and a thousand of those would leave nothing of it.
 */
export function askedSlices(asked: readonly Slice[], measured: readonly SliceQuality[]): readonly SliceQuality[] {
  const found = new Map<string, SliceQuality>();
  for (const slice of measured) {
    const wishes = asked.filter((wish) => isMeantBy(wish, slice.predicate));
    if (wishes.length === 0) continue;
    const isRequired = slice.isRequired || found.get(slice.predicate)?.isRequired || wishes.some(isRequiredBy);
    found.set(slice.predicate, { ...slice, isRequired });
  }
  return [...found.values()];
}

function isMeantBy(wish: Slice, predicate: string): boolean {
  if (typeof wish === "string") return predicate === wish;
  return "where" in wish ? predicate === wish.where : isOf(wish.by, predicate);
}

function isRequiredBy(wish: Slice): boolean {
  return typeof wish !== "string" && wish.required === true;
}

/** The values of a column share its rows out: more of them than there are rows would be made up. */
export function crowdedColumns(asked: readonly Slice[], { rows, slices }: QualityEvidence): readonly Reason[] {
  const columns = asked.flatMap((wish) => (typeof wish !== "string" && "by" in wish ? [wish.by] : []));
  return columns.flatMap((column) => {
    const own = new Map(
      slices.filter(({ predicate }) => isOf(column, predicate)).map((one) => [one.predicate, one.rows]),
    );
    const sum = own.values().reduce((all, ofValue) => all + ofValue, 0);
    if (!(sum > rows)) return [];
    const message = `the slices by ${column} have ${sum} rows, and there are ${rows}`;
    const fix = "Run `model-release validate` again at this head.";
    return [inconclusive({ rule: `by ${column}`, measured: sum, limit: rows, message, fix })];
  });
}

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
