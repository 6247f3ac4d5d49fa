import { expect, test } from "vitest";
import { plantAll } from "./planted.ts";
import { PLANTED_BUGS } from "./planted-bugs.ts";

/** Those that are found within seconds; `npm run simulate -- --planted` looks for all of them. */
const QUICK: ReadonlySet<string> = new Set([
  "a lease that was taken over is renewed all the same",
  "who lost the lease is not shut out",
  "the share goes on before its step is judged",
  "what people cannot be told breaks the walk",
]);

test("the simulation finds what is planted", { timeout: 120_000 }, async () => {
  const bugs = PLANTED_BUGS.filter(({ name }) => QUICK.has(name));
  expect(bugs).toHaveLength(QUICK.size);
  expect(await plantAll(() => {}, bugs)).toEqual([]);
});

test("no two planted bugs have one name", () => {
  expect(new Set(PLANTED_BUGS.map(({ name }) => name)).size).toBe(PLANTED_BUGS.length);
});
