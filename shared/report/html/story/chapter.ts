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
  const { title, about, seconds, lines, release, entries } = chapter;
  const id = `s${number}`;
  return html`<article class="release story" id="${text(id)}" aria-labelledby="${text(id)}-title">
<header><h2 id="${text(id)}-title"><span class="version">${number}</span> ${text(title)}</h2></header>
<p>${text(about)} <span class="faint">${text(seconds.toFixed(1))} s.</span></p>
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

/** As on GitHub, in the page's own form: the verdict, and behind it what it rests on. */
function comment(release: ReleaseReport, { reportHref }: Chapter, id: string): Html {
  const { name, version } = release.manifest.model;
  const whole = `The whole report of ${name} ${version}`;
  return html`<h3 class="check">What the check says of ${text(name)} ${text(version)}</h3>
${verdictSection(release, id)}
${release.evidence.shortcut === null ? measured(release, id) : NOTHING}
${gates(release, id)}
${reportHref === null ? NOTHING : html`<p class="whole"><a href="${text(reportHref)}">${text(whole)}</a></p>`}`;
}

function measured({ evidence: { quality }, verdict, manifest, champion }: ReleaseReport, id: string): Html {
  const gateOf = (name: string) => verdict.gates.find(({ gate }) => gate === name);
  const slices = slicesContent(quality, gateOf("slices"));
  const isLost = gateOf("slices")?.status === "fail";
  const shown = isLost ? section(`${id}-slices`, "Slices", slices) : sliceFold(slices, id);
  const metrics = metricsContent({ quality, gate: gateOf("quality"), manifest });
  return html`${champion === null ? NOTHING : shown}
${fold(`${id}-metrics`, "Metrics", { hint: champion === null ? "held to their floors" : "against the champion", content: metrics })}`;
}

function sliceFold(content: Html, id: string): Html {
  return fold(`${id}-slices`, "Slices", { hint: "none loses", content });
}

function gates({ verdict }: ReleaseReport, id: string): Html {
  const failed = verdict.gates.filter(({ status: found }) => found === "fail").length;
  const hint = failed === 0 ? "none fails" : `${failed} of ${verdict.gates.length} fails`;
  return fold(`${id}-gates`, "Gates", { hint, content: gatesContent(verdict.gates, id) });
}
