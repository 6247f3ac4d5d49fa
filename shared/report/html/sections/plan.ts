import type { Plan } from "../../../rollout/plan.ts";
import type { ReleaseReport } from "../../report.ts";
import { code, type Html, html, text } from "../markup.ts";
import { absent } from "../parts.ts";
import { table } from "../table.ts";

/** What the merge would do. */
export function planContent({ plan, stale }: Pick<ReleaseReport, "plan" | "stale">): Html {
  if (typeof stale === "string") return html`<p>The merge would change nothing: ${text(stale)}.</p>`;
  if (plan === null)
    return absent("Nobody has planned the merge here.", "Ask `model-release plan` where the endpoint can be seen.");
  if (plan.steps.length === 0) return html`<p>Nothing has to change.</p>${wayBack(plan)}${hashOf(plan)}`;
  const value = (state: string | null): Html => (state === null ? html`<span class="faint">none</span>` : code(state));
  const rows = plan.steps.map(({ kind, resource, before, after }, index) => ({
    cells: [html`${index + 1}. ${text(kind)}`, code(resource), value(before), value(after)],
  }));
  const columns = ["Step", "Resource", "Before", "After"].map((title) => ({ title }));
  return html`${table({ caption: "Steps of the merge, in order", columns, rows })}${wayBack(plan)}${hashOf(plan)}`;
}

function wayBack({ restore }: Plan): Html {
  return html`<p>${text(restore)}</p>`;
}

function hashOf({ hash }: Plan): Html {
  return html`<p class="faint">Bound by the plan's hash ${code(hash)}.</p>`;
}
