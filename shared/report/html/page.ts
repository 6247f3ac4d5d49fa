import type { Report, Run, Told } from "../report.ts";
import { head } from "./head.ts";
import { code, type Html, html, NOTHING, text } from "./markup.ts";
import { releaseArticle } from "./release.ts";
import { overview } from "./sections/overview.ts";

/** One file that holds all it needs: it asks nobody for anything, and runs nothing. */
export function renderPage(report: Report): string {
  const { releases, run } = report;
  return html`<!doctype html>
<html lang="en">
${head(titleOf(report))}
<body>
<a class="skip" href="#main">Skip to the report</a>
<header class="top"><h1>Release report</h1>${run === null ? NOTHING : provenance(run)}</header>
${contents(report)}
<main id="main" tabindex="-1">
${overview(report)}
${releases.map((release, index) => releaseArticle(release, run, idOf(index)))}
</main>
<footer class="bottom"><p>Written by model-release. This file loads nothing and runs nothing.</p></footer>
</body>
</html>
`;
}

function idOf(index: number): string {
  return `r${index + 1}`;
}

function titleOf({ releases }: Told): string {
  const names = releases.slice(0, 3).map(({ manifest: { model } }) => `${model.name} ${model.version}`);
  return names.length === 0
    ? "Release report"
    : `${names.join(", ")}${releases.length > names.length ? " …" : ""} · Release report`;
}

function provenance({ repository, number, attempt, commit, base }: Run): Html {
  const again = attempt > 1 ? html`, attempt ${attempt}` : NOTHING;
  const against = base === null ? NOTHING : html` against ${code(base.slice(0, 12))}`;
  return html`<p><bdi>${text(repository, 200)}</bdi>, run ${number}${again}, at ${code(commit.slice(0, 12))}${against}</p>`;
}

const SECTIONS = [
  ["plan", "Plan"],
  ["metrics", "Metrics"],
  ["gates", "Gates"],
  ["slices", "Slices"],
  ["speed", "Latency"],
  ["card", "Model card"],
  ["contract", "Contract"],
  ["safety", "Safety"],
  ["answers", "Edge cases"],
  ["environment", "Environment"],
  ["reproduce", "Reproduce"],
] as const;

/** Of one release its sections, of several the releases. */
function contents({ releases }: Told): Html {
  const [only] = releases;
  if (only === undefined) return NOTHING;
  const sections = SECTIONS.filter(([name]) => name !== "plan" || only.plan !== null);
  const links =
    releases.length === 1
      ? sections.map(([name, title]) => html`<li><a href="#r1-${text(name)}">${text(title)}</a></li>`)
      : releases.map(
          ({ manifest: { model } }, index) =>
            html`<li><a href="#${text(idOf(index))}"><bdi>${text(model.name, 40)} ${text(model.version, 40)}</bdi></a></li>`,
        );
  return html`<nav class="contents" aria-label="Contents"><ul>${links}</ul></nav>`;
}
