import { describe, expect, test } from "vitest";
import { type Ending, type Judge, ours, played } from "./played.ts";
import { SITUATIONS, type Situation } from "./situations.ts";

const RUNS = 20;
/** What one step of 400 answers cannot always tell: `npm run bench -- canary` has the figures. */
const MISSED: Readonly<Record<string, number>> = {
  "sparse errors: 0.1 % become 0.5 %": 12,
  "sparse errors: 0.1 % become 1 %": 4,
};

function endingsOf(situation: Situation, judge: Judge = ours, runs = RUNS): readonly Ending[] {
  return Array.from({ length: runs }, (_, run) => played(situation, run + 1, [judge])[0]!);
}

describe("what is well", () => {
  test.each(SITUATIONS.filter(({ isHealthy }) => isHealthy))("is never aborted: $name", (situation) => {
    expect(endingsOf(situation)).not.toContain("aborted");
  });

  test.each(SITUATIONS.filter(({ isHealthy, traffic }) => isHealthy && traffic[0] < 10))(
    "is held, not passed, where there is too little of it: $name",
    (situation) => {
      expect(new Set(endingsOf(situation))).toEqual(new Set(["held"]));
    },
  );

  test("is not aborted either by whoever looks a hundred times more, and never lets it go", () => {
    const stubborn: Judge = (readings, minutes) => (ours(readings, minutes) === "fail" ? "fail" : "more");
    expect(endingsOf(SITUATIONS[0]!, stubborn, 4)).not.toContain("aborted");
  });
});

describe("what is broken", () => {
  test.each(SITUATIONS.filter(({ isHealthy }) => !isHealthy))("is aborted: $name", (situation) => {
    const passed = endingsOf(situation).filter((ending) => ending === "passed");
    expect(passed.length).toBeLessThanOrEqual(MISSED[situation.name] ?? 1);
  });
});
