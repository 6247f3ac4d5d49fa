import { isMeasured } from "../../../evidence/evidence.ts";
import type { JudgedGate, Verdict } from "../../../gate/verdict.ts";
import { decimalsFor, fixed, milliseconds, signed, whole } from "../../figures.ts";
import { isResubmission, type ReleaseReport } from "../../report.ts";
import { inTheWay, isOnlyWarned } from "../../sections/marks.ts";
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

/** `churn 2.3.0 must not replace 2.2.0: quality and slices fail.` */
function sentence(release: ReleaseReport): string {
  const { verdict, manifest, champion } = release;
  const { name, version } = manifest.model;
  if (verdict.status === "pass") return `${name} ${version} ${mayGo(release)}.${pardons(verdict.gates)}`;
  const held = champion === null ? "be released" : `replace ${champion.model.version}`;
  const verb = verdict.status === "fail" ? `must not ${held}` : `cannot ${held} yet`;
  return `${name} ${version} ${verb}: ${objections(inTheWay(verdict.gates))}.`;
}

function mayGo({ manifest, champion }: ReleaseReport): string {
  if (champion === null) return "may be released, as the first one, judged without a champion";
  const replaces = `may replace ${champion.model.version}`;
  return isResubmission({ manifest, champion }) ? `${replaces}, whose artifact it is, byte for byte` : replaces;
}

function pardons(gates: readonly JudgedGate[]): string {
  const waived = named(
    gates.filter(({ status: found }) => found === "waived"),
    "is waived",
    "are waived",
  );
  const warned = named(gates.filter(isOnlyWarned), "only warns", "only warn");
  const said = [...waived, ...warned].join(", ");
  return said === "" ? "" : ` ${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

function objections(gates: readonly JudgedGate[]): string {
  const failed = named(
    gates.filter(({ status: found }) => found === "fail"),
    "fails",
    "fail",
  );
  const open = named(
    gates.filter(({ status: found }) => found === "inconclusive"),
    "is inconclusive",
    "are inconclusive",
  );
  return [...failed, ...open].join(", ") || "a gate says so";
}

function named(gates: readonly JudgedGate[], one: string, several: string): readonly string[] {
  const names = gates.map(({ gate }) => gate);
  if (names.length < 2) return names.map((name) => `${name} ${one}`);
  return [`${names.slice(0, -1).join(", ")} and ${names.at(-1)} ${several}`];
}

function gateChips(gates: readonly JudgedGate[], id: string): Html {
  const chips = gates.map(({ gate, level, status: found }) => {
    const words = level === "warn" && found !== "pass" && found !== "skipped" ? `${gate} (warns)` : gate;
    return html`<li><a href="#${text(id)}-gate-${text(gate)}">${status(found, words)}<span class="unseen">: ${text(found)}</span></a></li>`;
  });
  return html`<ul class="chips" aria-label="Gates">${chips}</ul>`;
}

function headlines({ evidence, champion, approvals }: ReleaseReport): Html {
  const { quality, latency, dataset, runtime } = evidence;
  const lines: (readonly [string, Html])[] = [];
  if (isMeasured(quality)) {
    const { primaryMetric, metrics } = quality;
    const own = metrics[primaryMetric];
    if (typeof own?.challenger === "number") {
      const decimals = decimalsFor(own.challenger, own);
      const change =
        typeof own.difference === "number" ? html` <small>${text(signed(own.difference, decimals))}</small>` : NOTHING;
      lines.push([primaryMetric, html`${text(fixed(own.challenger, decimals))}${change}`]);
    }
  }
  if (isMeasured(latency)) {
    const before =
      latency.champion === null ? NOTHING : html` <small>was ${text(milliseconds(latency.champion.p95Ms))}</small>`;
    lines.push(["p95 latency", html`${text(milliseconds(latency.challenger.p95Ms))}${before}`]);
  }
  if (isMeasured(dataset)) lines.push(["rows", text(whole(dataset.rows))]);
  if (isMeasured(runtime))
    lines.push(["computed by", html`${text(runtime.name)} <small>${text(runtime.device, 60)}</small>`]);
  lines.push([
    "compared with",
    champion === null ? html`none <small>the first release</small>` : code(champion.model.version),
  ]);
  if (approvals.length > 0) lines.push(["approved by", html`<bdi>${text(approvals.join(", "), 200)}</bdi>`]);
  return html`<div class="headlines">${facts(lines)}</div>`;
}
