import type { EdgeCase } from "../../evidence/edge.ts";
import { isMeasured } from "../../evidence/evidence.ts";
import { count } from "../../release/quantities.ts";
import { type Inline, md, text } from "../escape.ts";
import { milliseconds } from "../figures.ts";
import { type Block, fold, list, NOTHING, stacked, table } from "../markdown.ts";
import type { ReleaseReport } from "../report.ts";

const WORDS: Readonly<Record<EdgeCase["outcome"], Inline>> = {
  answered: md`answered`,
  notFinite: md`answered, not with finite numbers`,
  refused: md`refused`,
  died: md`the model died`,
  tookTooLong: md`took too long`,
};

/** How the model took what lies at the edges of its contract, and beyond. */
export function edgesFold({ evidence: { edge } }: ReleaseReport, most: number): Block {
  if (!isMeasured(edge) || edge.cases.length === 0) return NOTHING;
  const ordered = edge.cases.toSorted((a, b) => Number(isFine(a)) - Number(isFine(b)));
  const rest = ordered.length - most;
  const columns = [md`request`, md`contract`, md`answer`, md`after`].map((title) => ({ title, align: "l" as const }));
  return fold(
    `Edge cases: ${edge.cases.length}`,
    stacked([
      table(columns, ordered.slice(0, most).map(cells)),
      rest > 0 ? list([md`and ${text(count(rest, "more case"))}`]) : NOTHING,
    ]),
  );
}

function cells(edge: EdgeCase): readonly Inline[] {
  const { name, isWithinContract, outcome, message, recovered, durationMs } = edge;
  const said = message === null ? md`` : md`: ${text(message, 160)}`;
  return [
    md`${isFine(edge) ? md`✅` : md`❌`} ${text(name, 160)}`,
    isWithinContract ? md`within` : md`outside`,
    md`${WORDS[outcome]}${said}`,
    recovered ? text(milliseconds(durationMs)) : md`❌ not as before`,
  ];
}

/** Within the contract an answer is owed, outside it only a quick one of any kind. */
function isFine({ isWithinContract, outcome, recovered }: EdgeCase): boolean {
  const isTaken = outcome === "answered" || (!isWithinContract && (outcome === "refused" || outcome === "notFinite"));
  return isTaken && recovered;
}
