import { completeness } from "../../release/completeness.ts";
import { count } from "../../release/quantities.ts";
import type { ReleaseReport, Run } from "../report.ts";
import { code, data, type Html, html, NOTHING, text } from "./markup.ts";
import { fold, section } from "./parts.ts";
import { answersContent, answersHint } from "./sections/answers.ts";
import { cardContent } from "./sections/card.ts";
import { contractContent, contractHint } from "./sections/contract.ts";
import { environmentContent } from "./sections/environment.ts";
import { gatesContent } from "./sections/gates.ts";
import { metricsContent } from "./sections/metrics.ts";
import { planContent } from "./sections/plan.ts";
import { reproduceContent } from "./sections/reproduce.ts";
import { safetyContent } from "./sections/safety.ts";
import { slicesContent } from "./sections/slices.ts";
import { speedContent } from "./sections/speed.ts";
import { verdictSection } from "./sections/verdict.ts";

/** One release, in the order in which it is read; `id` is ours. */
export function releaseArticle(release: ReleaseReport, run: Run | null, id: string): Html {
  const { manifest, plan, verdict, evidence, path } = release;
  const { name, version } = manifest.model;
  const gateOf = (id: string) => verdict.gates.find(({ gate }) => gate === id);
  const metrics = metricsContent({ quality: evidence.quality, gate: gateOf("quality"), manifest });
  return html`<article class="release" id="${text(id)}" aria-labelledby="${text(id)}-title">
<header><h2 id="${text(id)}-title"><bdi>${text(name, 100)}</bdi> <span class="version"><bdi>${text(version, 100)}</bdi></span></h2><p>${code(path)}</p></header>
${verdictSection(release, id)}
${plan === null ? NOTHING : section(`${id}-plan`, "Plan", planContent(release))}
${section(`${id}-metrics`, "Metrics", metrics)}
${section(`${id}-gates`, "Gates", gatesContent(verdict.gates, id))}
${section(`${id}-slices`, "Slices", slicesContent(evidence.quality, gateOf("slices")))}
${section(`${id}-speed`, "Latency, throughput and memory", speedContent(evidence))}
${folds(release, run, id)}
${data(`${id}-verdict`, verdict)}
</article>
`;
}

function folds(
  { manifest, champion, evidence, verdict, ...release }: ReleaseReport,
  run: Run | null,
  id: string,
): Html {
  const { named, of } = completeness(manifest);
  const findings = evidence.safety.findings.length;
  return html`${fold(`${id}-card`, "Model card", { hint: `${named} of ${of} named`, content: cardContent(manifest) })}
${fold(`${id}-contract`, "Contract", { hint: contractHint(evidence.contract), content: contractContent(evidence.contract, champion === null) })}
${fold(`${id}-safety`, "Safety and signature", { hint: findings === 0 ? "nothing found" : count(findings, "finding"), content: safetyContent(evidence) })}
${fold(`${id}-answers`, "Edge cases, golden cases and sanity", { hint: answersHint(evidence), content: answersContent(evidence) })}
${fold(`${id}-environment`, "Environment", { hint: "what it was measured with", content: environmentContent(evidence, verdict) })}
${fold(`${id}-reproduce`, "Reproduce", { hint: "one command", content: reproduceContent({ manifest, champion, evidence, verdict, ...release }, run) })}`;
}
