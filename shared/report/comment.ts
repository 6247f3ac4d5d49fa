import { type Budget, COMMENT, fitted, type Part, SUMMARY } from "./budget.ts";
import { md } from "./escape.ts";
import { runLink } from "./links.ts";
import { type Block, NOTHING, paragraph } from "./markdown.ts";
import { markerText } from "./marker.ts";
import { type Detail, foldedRelease, releaseParts } from "./release-parts.ts";
import type { Report, Run } from "./report.ts";
import { failureList } from "./sections/failures.ts";
import { allReleasesFold, overallBlock, releaseTable, worstFirst } from "./sections/releases.ts";

const IN_COMMENT: Detail = { prose: 600, rows: 120, problems: 6 };
const IN_SUMMARY: Detail = { prose: 4_000, rows: 2_000, problems: 500 };
const ROWS = [
  { most: 8, length: 160 },
  { most: 8, length: 0 },
] as const;
const ALL_ROWS = [
  { most: 1_000, length: 120 },
  { most: 1_000, length: 0 },
  { most: 200, length: 0 },
  { most: 50, length: 0 },
] as const;

/** The comment on the pull request, marked as ours: never longer than GitHub takes, the verdict always in it. */
export function renderComment(report: Report): string {
  const { run } = report;
  const marker = run === null ? NOTHING : (markerText({ runId: run.id, attempt: run.attempt }) as Block);
  const parts = [kept(marker), ...reportParts(report, IN_COMMENT), kept(footer(run))];
  return `${fitted(parts, COMMENT)}\n`;
}

/** The same for the job's page, where there is more room. */
export function renderSummary(report: Report, budget: Budget = SUMMARY): string {
  return `${fitted(reportParts(report, IN_SUMMARY), budget)}\n`;
}

function reportParts(report: Report, detail: Detail): readonly Part[] {
  const { releases, failures, run } = report;
  const [only] = releases;
  if (only !== undefined && releases.length === 1 && failures.length === 0) return releaseParts(only, run, detail);
  return [
    kept(overallBlock(report)),
    shrinking(failureSizes(detail), (size) => failureList(failures, size)),
    ...(releases.length === 0 ? [] : [shrinking(ROWS, (size) => releaseTable(releases, size))]),
    ...(releases.length <= ROWS[0].most ? [] : [shrinking(ALL_ROWS, (size) => allReleasesFold(releases, size))]),
    ...worstFirst(releases).map((release) => foldedRelease(release, run, detail)),
  ];
}

function failureSizes({ problems }: Detail) {
  return [
    { most: problems, length: 400 },
    { most: 6, length: 120 },
    { most: 1, length: 120 },
  ];
}

/** What says how it ends, however short it has to be. */
function shrinking<Size>(sizes: readonly Size[], render: (size: Size) => Block): Part {
  return { name: md`what is in the way`, rank: 1, isKept: true, forms: sizes.map((size) => () => render(size)) };
}

function kept(block: Block): Part {
  return { name: md`the verdict`, rank: 0, isKept: true, forms: [() => block] };
}

function footer(run: Run | null): Block {
  return run === null ? NOTHING : paragraph(md`The whole report is with ${runLink(run)}.`);
}
