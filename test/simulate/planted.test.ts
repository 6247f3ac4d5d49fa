import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mistaken, pathOf, plantAll } from "./planted.ts";
import { PLANTED_BUGS } from "./planted-bugs.ts";

/** Those that are found within seconds; `npm run simulate -- --planted` looks for all of them. */
const QUICK: ReadonlySet<string> = new Set([
  "a step is not written down before its traffic moves",
  "a deployment is not written down before it is asked for",
  "the share goes on before its step is judged",
  "the champion is collected",
]);

test("the simulation finds what is planted", { timeout: 120_000 }, () => {
  const bugs = PLANTED_BUGS.filter(({ name }) => QUICK.has(name));
  expect(bugs).toHaveLength(QUICK.size);
  expect(plantAll(() => {}, bugs)).toEqual([]);
});

test.each(PLANTED_BUGS)("what is planted fits the source: $name", (bug) => {
  const source = readFileSync(pathOf(bug), "utf8");
  expect(mistaken(source, bug)).not.toBe(source);
});

test("no two planted bugs have one name, and there are thirty at least", () => {
  expect(new Set(PLANTED_BUGS.map(({ name }) => name)).size).toBe(PLANTED_BUGS.length);
  expect(PLANTED_BUGS.length).toBeGreaterThanOrEqual(30);
});
