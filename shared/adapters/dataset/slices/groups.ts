import { Failure } from "../../../failure.ts";
import { quote } from "../../../schema/phrases.ts";
import type { Value } from "./value.ts";

/** The values of a column that are slices of their own. */
export interface Groups {
  /** A predicate for each. */
  readonly names: readonly string[];
  readonly indexOf: (value: Value) => number | undefined;
  /** Said where not every value is one. */
  readonly remark?: string;
}

/** Counts a column's values; a column of nearly as many values as rows is no grouping, and is not counted to its end. */
export interface Counter {
  count(value: Value): void;
  groups(): Groups;
}

const MAX_GROUPS = 200;
const MAX_COUNTED = 10_000;

/** `isTyped` says that a text is one: without, `7` may be written for what the file calls nothing. */
export function countValues(column: string, isTyped: boolean): Counter {
  const counts = new Map<Value, number>();
  let isGrouping = true;
  return {
    count(value) {
      if (value === null || !isGrouping) return;
      counts.set(value, (counts.get(value) ?? 0) + 1);
      isGrouping = counts.size <= MAX_COUNTED;
    },
    groups() {
      if (!isGrouping) return none(column);
      requireExact(column, counts);
      return largest(column, counts, isTyped);
    },
  };
}

/** Integers beyond are read as their neighbours: two groups would be one, under the name of either. */
function requireExact(column: string, counts: ReadonlyMap<Value, number>): void {
  const inexact = counts.keys().find((value) => typeof value === "number" && Math.abs(value) >= 2 ** 53);
  if (inexact === undefined) return;
  const what = `the column ${quote(column)}, which a slice goes by, holds numbers beyond 2^53, such as ${inexact}`;
  throw new Failure("dataset-invalid", what, { fix: "Write the column as text." });
}

/** In the order of their values, so that it depends neither on how the file is ordered nor on how it is split. */
function largest(column: string, counts: ReadonlyMap<Value, number>, isTyped: boolean): Groups {
  const areNumbers = !isTyped && areAllNumbers([...counts.keys()]);
  const shown = (value: Value): Value => (areNumbers ? Number(value) : value);
  const byShown = (a: Value, b: Value): number => byValue(shown(a), shown(b));
  const kept = [...counts]
    .sort(([a, rowsOfA], [b, rowsOfB]) => rowsOfB - rowsOfA || byShown(a, b))
    .slice(0, MAX_GROUPS)
    .map(([value]) => value)
    .sort(byShown);
  const indices = new Map(kept.map((value, index) => [value, index]));
  const names = kept.map((value) => `${identifier(column)} = ${literal(shown(value))}`);
  const groups = { names, indexOf: (value: Value) => indices.get(value) };
  if (counts.size <= MAX_GROUPS) return groups;
  return {
    ...groups,
    remark: `The column ${quote(column)} has ${counts.size} values: the ${MAX_GROUPS} with the most rows are slices.`,
  };
}

/** As programs write them, those of floats among them: `2.0`. Where `2` is another value, both are texts. */
function areAllNumbers(values: readonly Value[]): boolean {
  const isNumber = (value: Value): boolean => String(value).replace(/\.0$/, "") === String(Number(value));
  return values.every(isNumber) && new Set(values.map(Number)).size === values.length;
}

function none(column: string): Groups {
  const remark = `The column ${quote(column)} has more than ${MAX_COUNTED} values: none of them is a slice.`;
  return { names: [], indexOf: () => undefined, remark };
}

function byValue(a: Value, b: Value): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

function identifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function literal(value: Value): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}
