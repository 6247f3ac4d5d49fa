import { expect, test } from "vitest";
import { paceOf } from "../../../../shared/adapters/github/pace.ts";

test("the first five writes go at once, the others one after another", async () => {
  const queue = paceOf(40).key("any");
  const begun = performance.now();
  const times = await Promise.all(Array.from({ length: 8 }, () => queue.schedule({}, () => performance.now() - begun)));
  for (const [index, time] of times.entries()) {
    // A timer may be early by a millisecond, counted twice.
    expect(time).toBeGreaterThanOrEqual(Math.max(0, index - 5) * 40 - 2);
  }
  expect(times.toSorted((a, b) => a - b)).toEqual(times);
});
