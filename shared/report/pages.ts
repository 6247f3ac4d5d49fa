import { renderCard } from "./card.ts";
import { renderComment } from "./comment.ts";
import { renderPage } from "./html/page.ts";
import { type ReleaseReport, type Report, type Run, reportOf } from "./report.ts";
import { statementOf, statementText } from "./statement.ts";

/** Files by their names. */
type Pages<Name extends string> = Readonly<Record<Name, string>>;

/** What tells of all releases together. */
export function reportPages(report: Report): Pages<"comment.md" | "report.html"> {
  return { "comment.md": renderComment(report), "report.html": renderPage(report) };
}

/** What goes with one release, wherever it goes. */
export function releasePages(release: ReleaseReport, run: Run | null): Pages<"card.md" | "statement.json"> {
  return { "card.md": renderCard(release, run), "statement.json": statementText(statementOf(release, run)) };
}

/** What a person sees of one release on their own machine: nobody has planned or reviewed it there. */
export function ownPages(release: Omit<ReleaseReport, "plan" | "approvals">): Pages<string> {
  const report = reportOf({ releases: [{ ...release, plan: null, approvals: [] }], failures: [], run: null });
  return { ...reportPages(report), ...releasePages(report.releases[0]!, null) };
}
