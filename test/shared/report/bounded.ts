import { renderCard } from "../../../shared/report/card.ts";
import { renderComment, renderSummary } from "../../../shared/report/comment.ts";
import { type Report, statusOf } from "../../../shared/report/report.ts";
import { inTheWay } from "../../../shared/report/sections/marks.ts";

const TITLES = { pass: "## ✅ Pass", fail: "## ❌ Fail", inconclusive: "## ❔ Inconclusive" } as const;
const LINES = 30;
const LONGEST = 65_536;
const LONGEST_SUMMARY_BYTES = 2 ** 20;

export interface Bounded {
  /** What does not hold of a report that has to hold of every one. */
  readonly faults: readonly string[];
  readonly isShortened: boolean;
}

export function boundedness(report: Report): Bounded {
  const comment = renderComment(report);
  const isEmpty = report.releases.length + report.failures.length === 0;
  const title = isEmpty ? "## Nothing to judge" : TITLES[statusOf(report)];
  const lines = comment.split(/^<details>$/m, 1)[0]!.split("\n").length - 1;
  const folds = [/^<details>$/gm, /^<\/details>$/gm].map((tag) => comment.match(tag)?.length ?? 0);
  const gates = report.releases.flatMap(({ verdict }) => inTheWay(verdict.gates).map(({ gate }) => gate));
  const faults: readonly (readonly [boolean, string])[] = [
    [comment.length > LONGEST, `${comment.length} characters`],
    [!comment.includes(title), `no ${title}`],
    [lines > LINES, `${lines} lines before the first fold`],
    [folds[0] !== folds[1], `${folds.join(" and ")} ends of folds`],
    ...gates.map((gate) => [!comment.includes(gate), `no ${gate}`] as const),
    [Buffer.byteLength(renderSummary(report)) > LONGEST_SUMMARY_BYTES, "the summary is too long"],
    ...report.releases.slice(0, 1).map((release) => {
      const card = renderCard(release, report.run);
      return [card.length > LONGEST, `a card of ${card.length} characters`] as const;
    }),
  ];
  return {
    faults: faults.flatMap(([isBroken, fault]) => (isBroken ? [fault] : [])),
    isShortened: comment.includes("Left out, for want of room"),
  };
}
