import { expect, test } from "vitest";
import { renderComment } from "../../../shared/report/comment.ts";
import { reportOf } from "../../../shared/report/report.ts";
import { inTheWay } from "../../../shared/report/sections/marks.ts";
import { threadClock } from "../../thread-clock.ts";
import { seeded } from "../statistics/random.ts";
import { boundedness } from "./bounded.ts";
import { randomRelease, randomReport } from "./random-report.ts";
import { RUN } from "./told.ts";

test("of 1,000 random reports each has its verdict and all that is in its way, and none is too long", () => {
  const draw = seeded(11);
  let shortened = 0;
  for (let run = 0; run < 1_000; run += 1) {
    const { faults, isShortened } = boundedness(randomReport(draw));
    expect(faults).toEqual([]);
    shortened += isShortened ? 1 : 0;
  }
  expect(shortened).toBeGreaterThan(50);
});

test("500 slices and 200 gates take at most 200 ms", () => {
  const release = randomRelease(seeded(5), 0, { gates: 200, reasons: 3, slices: 500 });
  const report = reportOf({ releases: [release], failures: [], run: RUN });
  renderComment(report);
  const elapsedMs = threadClock();
  const comment = renderComment(report);
  expect(elapsedMs()).toBeLessThanOrEqual(200);
  expect(comment.length).toBeLessThanOrEqual(65_536);
  for (const { gate } of inTheWay(release.verdict.gates)) expect(comment).toContain(gate);
});
