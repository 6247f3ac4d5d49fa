import { count } from "../../../release/quantities.ts";
import type { FailedRelease, ReleaseReport, Told } from "../../report.ts";
import { statusOf } from "../../report.ts";
import { inTheWay } from "../../sections/marks.ts";
import { code, type Html, html, NOTHING, text } from "../markup.ts";
import { status } from "../parts.ts";
import { table } from "../table.ts";
import { HEADLINES } from "./verdict.ts";

/** All releases at a glance; a single one says it itself. */
export function overview(report: Told): Html {
  const { releases, failures } = report;
  if (releases.length + failures.length === 0)
    return html`<section class="overview"><h2>Nothing to judge</h2><p>No release is added or changed.</p></section>`;
  if (releases.length === 1 && failures.length === 0) return NOTHING;
  const found = statusOf(report);
  const total = count(releases.length + failures.length, "release");
  return html`<section class="overview" aria-labelledby="overview-title"><h2 id="overview-title">${text(total)}</h2>
<p class="sentence">${status(found, HEADLINES[found])}</p>
${releases.length === 0 ? NOTHING : releaseTable(releases)}</section>
${failures.map(failureArticle)}`;
}

function releaseTable(releases: readonly ReleaseReport[]): Html {
  const rows = releases.map(({ manifest: { model }, champion, verdict }, index) => ({
    cells: [
      html`<a href="#r${index + 1}"><bdi>${text(model.name, 100)} ${text(model.version, 100)}</bdi></a>`,
      champion === null
        ? html`<span class="faint">the first</span>`
        : html`<bdi>${text(champion.model.version, 100)}</bdi>`,
      status(verdict.status),
      text(
        inTheWay(verdict.gates)
          .map(({ gate }) => gate)
          .join(", ") || "nothing",
      ),
    ],
  }));
  const columns = ["Release", "Champion", "Verdict", "In the way"].map((title) => ({ title }));
  return table({ caption: "Each release by itself", columns, rows });
}

const MOST_PROBLEMS = 100;

/** What could not be judged, and where its file is at fault. */
function failureArticle({ path, failure }: FailedRelease, index: number): Html {
  const { code: name, message, fix, problems } = failure;
  const places = problems
    .slice(0, MOST_PROBLEMS)
    .map(
      (problem) =>
        html`<li>${code(`${problem.file}:${problem.line}:${problem.column}`)} <bdi>${text(problem.message, 1000)}</bdi><span class="fix"><bdi>${text(problem.fix, 1000)}</bdi></span></li>`,
    );
  const rest = problems.length - places.length;
  return html`<article class="failure" aria-labelledby="failure-${index + 1}"><h2 id="failure-${index + 1}">${path === null ? text("The run itself") : code(path)}</h2>
<p>${status("inconclusive", "could not be judged")} <small>${text(name)}</small></p>
${places.length > 0 ? html`<ul class="reasons">${places}</ul>` : html`<p><bdi>${text(message)}</bdi></p><p class="fix"><bdi>${text(fix)}</bdi></p>`}
${rest > 0 ? html`<p>and ${rest} more.</p>` : NOTHING}</article>
`;
}
