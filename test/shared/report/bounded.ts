import { expect } from "vitest";
import { renderCard } from "../../../shared/report/card.ts";
import { renderComment, renderSummary } from "../../../shared/report/comment.ts";
import { type Report, statusOf } from "../../../shared/report/report.ts";
import { inTheWay } from "../../../shared/report/sections/marks.ts";

const TITLES = { pass: "## ✅ Pass", fail: "## ❌ Fail", inconclusive: "## ❔ Inconclusive" } as const;
const LINES = 30;
const LONGEST = 65_536;

/** What holds of every report; tells whether something had to be left out or shortened. */
export function expectBounded(report: Report): boolean {
  const comment = renderComment(report);
  expect(comment.length).toBeLessThanOrEqual(LONGEST);
  const isEmpty = report.releases.length + report.failures.length === 0;
  expect(comment).toContain(isEmpty ? "## Nothing to judge" : TITLES[statusOf(report)]);
  expect(comment.split(/^<details>$/m, 1)[0]!.split("\n").length - 1).toBeLessThanOrEqual(LINES);
  const missing = report.releases
    .flatMap(({ verdict }) => inTheWay(verdict.gates).map(({ gate }) => gate))
    .filter((gate) => !comment.includes(gate));
  expect(missing).toEqual([]);
  expect(comment.match(/^<details>$/gm)?.length).toBe(comment.match(/^<\/details>$/gm)?.length);
  const [first] = report.releases;
  if (first !== undefined) expect(renderCard(first, report.run).length).toBeLessThanOrEqual(LONGEST);
  return comment.includes("Left out, for want of room");
}

export function expectSummaryBounded(report: Report): void {
  expect(Buffer.byteLength(renderSummary(report))).toBeLessThanOrEqual(2 ** 20);
}
