import type { JudgedGate, Reason } from "../../../gate/verdict.ts";
import { figure } from "../../figures.ts";
import { type Html, html, NOTHING, text } from "../markup.ts";
import { status } from "../parts.ts";

/** What keeps the release back, is warned about or was waived, with its reasons; the others in one list. */
export function gatesContent(gates: readonly JudgedGate[], id: string): Html {
  const open = gates.filter(({ status: found }) => found !== "pass" && found !== "skipped");
  const order = open.toSorted((a, b) => urgency(a) - urgency(b));
  const rest = gates.filter((gate) => !open.includes(gate));
  return html`${order.length === 0 ? html`<p>No gate fails, and none is inconclusive.</p>` : NOTHING}
${order.map((gate) => gateCard(gate, id))}
<details class="more"${order.length === 0 ? html` open` : NOTHING}><summary>The other ${rest.length} gates</summary>
${rest.map((gate) => gateCard(gate, id))}</details>`;
}

function urgency({ level, status: found }: JudgedGate): number {
  return ["fail", "inconclusive", "waived"].indexOf(found) + (level === "block" ? 0 : 3);
}

function gateCard({ gate, level, status: found, reasons }: JudgedGate, id: string): Html {
  const note =
    level === "block" || found === "skipped"
      ? NOTHING
      : html` <small>${text(level === "warn" ? "only warns" : level)}</small>`;
  return html`<article class="gate ${text(found)}" id="${text(id)}-gate-${text(gate)}"><h4>${status(found, gate)}<span class="unseen">: ${text(found)}</span>${note}</h4>
<ul class="reasons">${reasons.map(reasonItem)}</ul></article>
`;
}

function reasonItem({ status: found, rule, message, measured, limit, fix }: Reason): Html {
  const tone = found === "pass" ? NOTHING : html`${status(found)} `;
  const advice = fix === undefined ? NOTHING : html`<p class="fix"><bdi>${text(fix)}</bdi></p>`;
  return html`<li class="${text(found)}"><div><p>${tone}<bdi>${text(message)}</bdi></p>${advice}</div>
<p class="amounts"><bdi class="rule">${text(rule, 200)}</bdi>${amount("measured", measured)}${amount("limit", limit)}</p></li>
`;
}

function amount(name: string, value: Reason["measured"]): Html {
  if (value === null) return NOTHING;
  return html` <span>${text(name)} <bdi>${text(typeof value === "number" ? figure(value) : value, 120)}</bdi></span>`;
}
