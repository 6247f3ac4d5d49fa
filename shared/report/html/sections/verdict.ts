import { type Evidence, isMeasured } from "../../../evidence/evidence.ts";
import type { JudgedGate, Verdict } from "../../../gate/verdict.ts";
import { decimalsFor, fixed, milliseconds, signed, whole } from "../../figures.ts";
import type { ReleaseReport } from "../../report.ts";
import { isOnlyWarned } from "../../sections/marks.ts";
import { sentence } from "../../sentence.ts";
import { code, type Html, html, NOTHING, text } from "../markup.ts";
import { facts, status } from "../parts.ts";

/** Whether to merge, and the few numbers that say most. */
export function verdictSection(release: ReleaseReport, id: string): Html {
  const { verdict } = release;
  return html`<div class="verdict ${text(verdict.status)}">
<p class="sentence">${status(verdict.status, HEADLINES[verdict.status])} <span>${text(sentence(release), 600)}</span></p>
${gateChips(verdict.gates, id)}
${headlines(release)}
</div>
`;
}

export const HEADLINES: Readonly<Record<Verdict["status"], string>> = {
  pass: "Ready to merge",
  fail: "Do not merge",
  inconclusive: "Not decided",
};

function gateChips(gates: readonly JudgedGate[], id: string): Html {
  const chips = gates.map((judged) => {
    const { gate, status: found } = judged;
    const words = isOnlyWarned(judged) ? `${gate} (warns)` : gate;
    return html`<li><a href="#${text(id)}-gate-${text(gate)}">${status(found, words)}<span class="unseen">: ${text(found)}</span></a></li>`;
  });
  return html`<ul class="chips" aria-label="Gates">${chips}</ul>`;
}

type Line = readonly [name: string, value: Html];

function headlines(release: ReleaseReport): Html {
  const { evidence, champion, approvals } = release;
  const { dataset, runtime } = evidence;
  const against = champion === null ? html`none <small>the first release</small>` : code(champion.model.version);
  const lines: readonly Line[] = [
    ...metricLine(evidence),
    ...latencyLine(evidence),
    ...(isMeasured(dataset) ? [["rows", text(whole(dataset.rows))] as const] : []),
    ...(isMeasured(runtime)
      ? [["computed by", html`${text(runtime.name)} <small>${text(runtime.device, 60)}</small>`] as const]
      : []),
    ["compared with", against],
    ...(approvals.length === 0 ? [] : [["approved by", html`<bdi>${text(approvals.join(", "), 200)}</bdi>`] as const]),
  ];
  return html`<div class="headlines">${facts(lines)}</div>`;
}

function metricLine({ quality }: Evidence): readonly Line[] {
  if (!isMeasured(quality)) return [];
  const { primaryMetric, metrics } = quality;
  const { challenger = null, difference = null, lower = null, upper = null } = metrics[primaryMetric] ?? {};
  if (challenger === null) return [];
  const decimals = decimalsFor(challenger, { lower, upper });
  const change = difference === null ? NOTHING : html` <small>${text(signed(difference, decimals))}</small>`;
  return [[primaryMetric, html`${text(fixed(challenger, decimals))}${change}`]];
}

function latencyLine({ latency }: Evidence): readonly Line[] {
  if (!isMeasured(latency)) return [];
  const { challenger, champion } = latency;
  const before = champion === null ? NOTHING : html` <small>was ${text(milliseconds(champion.p95Ms))}</small>`;
  return [["p95 latency", html`${text(milliseconds(challenger.p95Ms))}${before}`]];
}
