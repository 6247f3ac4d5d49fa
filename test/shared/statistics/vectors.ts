import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { project } from "../../repo/project.ts";

/** Numbers, and what the Python libraries made of them: `.github/tools/statistics-vectors.py` wrote them. */
export function vectors<T>(name: "metrics" | "tests" | "intervals"): T {
  return JSON.parse(readFileSync(join(project, "fixtures/statistics", `${name}.json`), "utf8"));
}

type Numbers = Readonly<Record<string, number | null>>;

const TOLERANCE = 1e-12;

/** Within 1e-12, of the value where it is larger than 1; null exactly where null is expected. */
export function expectClose(measured: object, expected: Numbers): void {
  const off = Object.entries(expected).filter(([key, value]) => !isClose((measured as Numbers)[key], value));
  expect(Object.fromEntries(off.map(([key]) => [key, (measured as Numbers)[key]]))).toEqual(Object.fromEntries(off));
}

export function isClose(measured: number | null | undefined, expected: number | null): boolean {
  if (expected === null || measured === null || measured === undefined) return measured === expected;
  return Math.abs(measured - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
}

export function columnOf(values: readonly number[] | null): Float64Array | undefined {
  return values === null ? undefined : Float64Array.from(values);
}
