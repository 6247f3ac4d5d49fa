import type { Plan, PlanStep } from "../../rollout/plan.ts";
import { code, type Inline, joined, md, text } from "../escape.ts";
import { type Block, fold, NOTHING, paragraph, stacked, table } from "../markdown.ts";
import type { ReleaseReport } from "../report.ts";

/** What the merge would do, in one line: where traffic goes, and the way back. */
export function planBlock({ plan, stale }: ReleaseReport): Block {
  if (plan === null) return NOTHING;
  if (typeof stale === "string") return paragraph(md`**On merge**: nothing. ${text(stale)}.`);
  return paragraph(md`**On merge**: ${inShort(plan)}. ${text(plan.restore)}`);
}

/** Every step of it. */
export function planFold({ plan, stale }: ReleaseReport): Block {
  if (plan === null || plan.steps.length === 0 || typeof stale === "string") return NOTHING;
  const columns = [md`step`, md`where`, md`before`, md`after`].map((title) => ({ title, align: "l" as const }));
  const rows = plan.steps.map(({ kind, resource, before, after }, index) => [
    text(`${index + 1}. ${kind}`),
    code(resource),
    text(before ?? ""),
    text(after ?? ""),
  ]);
  const hash = md`What is merged is held to this plan: ${code(plan.hash)}`;
  return fold(`The plan: ${plan.steps.length} steps`, stacked([table(columns, rows), paragraph(hash)]));
}

function inShort({ steps }: Plan): Inline {
  const [only] = steps;
  if (only === undefined) return md`nothing has to change`;
  if (only.kind === "hold") return md`the endpoint is held as it is`;
  const path = steps.filter(({ kind }) => kind === "shift").map(percentOf);
  return md`${wayOf(steps)} ${joined(path, md` → `)}`;
}

function wayOf(steps: Plan["steps"]): Inline {
  if (steps[0]!.kind === "shift") return md`one traffic write, to`;
  const hasChampion = steps.some(({ kind }) => kind === "park");
  return hasChampion ? md`deployed beside the champion, then` : md`deployed, then`;
}

/** `churn 1.0.0 at 95 %, churn 2.0.0 at 5 %`: what the newcomer has by then. */
function percentOf({ after }: PlanStep): Inline {
  const [, percent] = /(\d+) %$/.exec(after ?? "") ?? [];
  return text(percent === undefined ? (after ?? "nothing") : `${percent} %`);
}
