import { expect, test } from "vitest";
import { distributionBand } from "../../../../shared/statistics/sequential/distribution-band.ts";
import { seeded } from "../random.ts";

const ALPHA = 0.05;

test("is Howard and Ramdas' boundary", () => {
  // By hand: ln(1 + ln 400) = 1.9449, 0.8 ln 322,400 = 10.1469, their sum over 400 = 0.030229.
  expect(distributionBand(400, 0.005)).toBeCloseTo(0.85 * Math.sqrt(0.030229), 4);
});

test.each([
  ["no value says nothing", 0],
  ["one value says nothing", 1],
])("%s", (_, values) => {
  expect(distributionBand(values, ALPHA)).toBe(1);
});

test("a hundred times as many values tell about ten times as much", () => {
  const ratio = distributionBand(1_000, ALPHA) / distributionBand(100_000, ALPHA);
  expect(ratio).toBeGreaterThan(9);
  expect(ratio).toBeLessThan(10);
});

test("uniform values leave it more seldom than stated, looked at again and again", () => {
  const draw = seeded(3);
  const left = Array.from({ length: 200 }, () => leavesBand(draw)).filter(Boolean);
  expect(left.length).toBeLessThanOrEqual(ALPHA * 200);
});

function leavesBand(draw: () => number): boolean {
  const values: number[] = [];
  for (let look = 0; look < 40; look++) {
    for (let each = 0; each < 10; each++) values.push(draw());
    const sorted = Float64Array.from(values).sort();
    const farthest = sorted.reduce(
      (most, value, rank) => Math.max(most, (rank + 1) / sorted.length - value, value - rank / sorted.length),
      0,
    );
    if (farthest > distributionBand(values.length, ALPHA)) return true;
  }
  return false;
}
