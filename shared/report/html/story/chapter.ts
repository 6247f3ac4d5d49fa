import type { ReleaseReport } from "../../report.ts";
import { type Html, html, NOTHING, text } from "../markup.ts";
import { fold, section, status } from "../parts.ts";
import { gatesContent } from "../sections/gates.ts";
import { metricsContent } from "../sections/metrics.ts";
import { slicesContent } from "../sections/slices.ts";
import { verdictSection } from "../sections/verdict.ts";
import { ledgerTable } from "./ledger-table.ts";
import type { Chapter, StoryLine } from "./story.ts";

/** What happened, what the pull request's comment says of it, and what the ledger keeps. */
export function chapterArticle(chapter: Chapter, number: number): Html {
  const { title, seconds, lines, release, entries } = chapter;
  const id = `s${number}`;
  return html`<article class="release story" id="${text(id)}" aria-labelledby="${text(id)}-title">
<header><h2 id="${text(id)}-title"><span class="version">${number}</span> ${text(title)}</h2><p>${text(seconds.toFixed(1))} s</p></header>
${section(`${id}-told`, "What a person sees", told(lines))}
${release === null ? NOTHING : comment(release, chapter, id)}
${entries.length === 0 ? NOTHING : section(`${id}-ledger`, "What the ledger keeps", ledgerTable("Lines of this step", entries))}
</article>
`;
}

function told(lines: readonly StoryLine[]): Html {
  const groups: { readonly label: string; readonly lines: StoryLine[] }[] = [];
  for (const line of lines) {
    if (line.label === "" && groups.length > 0) groups.at(-1)!.lines.push(line);
    else groups.push({ label: line.label, lines: [line] });
  }
  return html`<dl class="facts told">${groups.map(
    ({ label, lines: own }) =>
      html`<div><dt>${text(label)}</dt>${own.map((line) => html`<dd>${toned(line)}</dd>`)}</div>`,
  )}</dl>`;
}

function toned({ text: words, tone }: StoryLine): Html {
  if (tone === "plain") return html`<bdi>${text(words)}</bdi>`;
  return status(tone === "good" ? "pass" : "fail", words.replace(/^[✓✕] /, ""));
}

/** As on GitHub, in the page's own form. */
function comment(release: ReleaseReport, { reportHref }: Chapter, id: string): Html {
  const { verdict, evidence, manifest, champion } = release;
  const gateOf = (name: string) => verdict.gates.find(({ gate }) => gate === name);
  if (evidence.shortcut !== null) return html`${verdictSection(release, id)}${gates(release, id)}`;
  const metrics = metricsContent({ quality: evidence.quality, gate: gateOf("quality"), manifest });
  const slices = section(`${id}-slices`, "Slices", slicesContent(evidence.quality, gateOf("slices")));
  return html`${verdictSection(release, id)}
${section(`${id}-metrics`, "Metrics", metrics)}
${champion === null ? NOTHING : slices}
${gates(release, id)}
${reportHref === null ? NOTHING : html`<p class="whole"><a href="${text(reportHref)}">The whole report of ${text(manifest.model.name)} ${text(manifest.model.version)}</a></p>`}`;
}

function gates({ verdict }: ReleaseReport, id: string): Html {
  const open = verdict.gates.filter(({ status: found }) => found === "fail").length;
  const hint = open === 0 ? "none fails" : `${open} of ${verdict.gates.length} fails`;
  return fold(`${id}-gates`, "Gates", { hint, content: gatesContent(verdict.gates, id) });
}
