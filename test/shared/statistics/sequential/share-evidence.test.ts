import { describe, expect, test } from "vitest";
import { isProven, shareEvidence } from "../../../../shared/statistics/sequential/share-evidence.ts";
import { seeded } from "../random.ts";

const ODDS = [1.5, 2, 5, 20];
const ALPHA = 0.01;

test("is the likelihood ratio, for a single alternative", () => {
  // Odds of 1 : 3 become 2 : 3, so the share of 0.25 becomes 0.4.
  const expected = 3 * Math.log(0.4 / 0.25) + 7 * Math.log(0.6 / 0.75);
  expect(shareEvidence({ successes: 3, trials: 10 }, 0.25, [2])).toBeCloseTo(expected, 12);
});

test("is the average over alternatives, also where each of them is too small for a double", () => {
  const counts = { successes: 10_000, trials: 10_000_000 };
  const [one, other] = [shareEvidence(counts, 0.5, [2]), shareEvidence(counts, 0.5, [3])];
  expect(Math.exp(one)).toBe(0);
  expect(shareEvidence(counts, 0.5, [2, 3])).toBeCloseTo(Math.max(one, other) + Math.log(0.5), 6);
});

test.each([
  ["nothing seen is no evidence", 0, 0, 0.1, 0],
  ["a share of nothing cannot be doubted", 3, 10, 0, Number.NEGATIVE_INFINITY],
  ["a share of everything cannot be exceeded", 10, 10, 1, Number.NEGATIVE_INFINITY],
])("%s", (_, successes, trials, share, expected) => {
  expect(shareEvidence({ successes, trials }, share, ODDS)).toBe(expected);
});

test.each([
  ["exactly 1 / α is proof", Math.log(100), true],
  ["just less is none", Math.log(100) - 1e-9, false],
])("%s", (_, evidence, expected) => {
  expect(isProven(evidence, ALPHA)).toBe(expected);
});

describe("looked at after every one of 1,000 trials", () => {
  test.each([
    [0.001, 2_000],
    [0.05, 2_000],
    [0.5, 2_000],
  ])("a true share of %d is doubted at most once in a hundred times", (share, runs) => {
    expect(timesProven(share, share, runs)).toBeLessThanOrEqual(ALPHA * runs);
  });

  test("a smaller share is doubted less often still", () => {
    expect(timesProven(0.03, 0.05, 1_000)).toBe(0);
  });

  test("twice the share is found nearly always", () => {
    expect(timesProven(0.1, 0.05, 500)).toBeGreaterThan(480);
  });
});

function timesProven(truth: number, share: number, runs: number): number {
  const draw = seeded(7);
  let proven = 0;
  for (let run = 0; run < runs; run++) {
    let successes = 0;
    for (let trials = 1; trials <= 1_000; trials++) {
      if (draw() >= truth) continue;
      // It only ever grows with a success: looking between them finds nothing.
      successes += 1;
      if (!isProven(shareEvidence({ successes, trials }, share, ODDS), ALPHA)) continue;
      proven += 1;
      break;
    }
  }
  return proven;
}
