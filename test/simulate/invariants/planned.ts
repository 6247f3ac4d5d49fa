import { instantMs } from "../../../shared/ledger/instant.ts";
import type { Split } from "../../../shared/ports/endpoint.ts";
import type { Manifest } from "../../../shared/release/manifest.ts";
import type { Intent } from "../../../shared/rollout/intent.ts";
import { type Plan, type PlanStepKind, planOf } from "../../../shared/rollout/plan.ts";
import { servedChampion } from "../../../shared/rollout/served.ts";
import { isSameSplit } from "../../../shared/rollout/split.ts";
import type { World } from "../../shared/rollout/world-parts.ts";
import { rememberedOf } from "./chain.ts";
import { type Change, endpointOf, type Never, splitBefore, WRITES } from "./change.ts";

/** Who only looks: a plan, a dry run, a status. */
export const ONLOOKER = "onlooker";

/** What is printed before is what is done after, and printing it does nothing. */
export const PLANNED: readonly Never[] = [
  {
    id: "I15",
    says: "who only looks asks for no change",
    problemsOf: ({ call }) =>
      call.run.startsWith(ONLOOKER) && ASKS_FOR_CHANGE.test(call.method) ? [`${call.run} asks for ${call.method}`] : [],
  },
  { id: "I15", says: "what is done was in the plan", problemsOf: unplanned },
];

const ASKS_FOR_CHANGE = new RegExp(
  `${WRITES.source}|^bucket\\.(write|remove|upload)$|^ledger\\.push$|^release\\.upload$|^people\\.(propose|tell)$`,
);
const MADE_BY: Readonly<Record<string, PlanStepKind>> = {
  "release.upload": "upload",
  "registry.upload": "register",
  "staging.deploy": "stage",
  "endpoint.deploy": "deploy",
  "registry.alias": "alias",
};
/** What a return does first where the standby is gone: its plan says so beside the steps. */
const AGAIN: ReadonlySet<PlanStepKind> = new Set(["upload", "register", "stage", "deploy"]);

interface Attempt {
  readonly intent: Intent;
  readonly plan: Plan;
  /** The shares that it is to have, and those that it had. */
  readonly own: readonly number[];
  readonly shares: Set<number>;
}

const ATTEMPTS = new WeakMap<World, Attempt>();

function unplanned(change: Change, world: World): readonly string[] {
  const attempt = ATTEMPTS.get(world);
  const now = change.lease?.intent ?? null;
  if (attempt !== undefined && attempt.intent.begunMs !== now?.begunMs) ATTEMPTS.delete(world);
  if (now === null || now.latch !== null) return [];
  return isOutside(change, ATTEMPTS.get(world) ?? begun(now, world), world);
}

function begun(intent: Intent, world: World): Attempt {
  const chain = rememberedOf(world);
  // A revert's traffic moves before the ledger is told that it was begun.
  const from = chain.findLastIndex(({ event, time }) => event === "intent" && instantMs(time) >= intent.begunMs);
  const before = from < 0 ? chain : chain.slice(0, from);
  const champion = servedChampion(before)?.digest;
  const question = { challenger: manifestOf(intent.release.digest, world), champion: manifestOf(champion, world) };
  const plan = planOf({ ...question, chain: before })!;
  const attempt = { intent, plan, own: sharesIn(plan, intent), shares: new Set<number>() };
  ATTEMPTS.set(world, attempt);
  return attempt;
}

function isOutside(change: Change, { intent, plan, shares, own }: Attempt, world: World): readonly string[] {
  const { call, hasChanged } = change;
  // What is served already is in no plan: it is begun all the same where traffic was moved by hand.
  if (plan.steps.length === 0) return [];
  const percent = askedShare(change, intent, world);
  if (percent > 0) shares.add(percent);
  const kind = hasChanged || call.method === "registry.alias" ? MADE_BY[call.method] : undefined;
  const isAgain = intent.kind === "rollback" && kind !== undefined && AGAIN.has(kind);
  const isPlanned = kind === undefined || isAgain || plan.steps.some((step) => step.kind === kind);
  const unknown = [...shares].filter((share) => !own.includes(share)).map((share) => `${share} % is in no plan`);
  return isPlanned ? unknown : [`${call.run}: ${call.method} is in no plan of ${intent.release.version}`, ...unknown];
}

/** Whoever shuts out another run asks for what is there, whoever made it so. */
function askedShare({ call, hasChanged }: Change, { deployedModelId }: Intent, world: World): number {
  if (call.method !== "endpoint.share") return 0;
  const split = call.given[0] as Split;
  const isAsBefore = isSameSplit(split, hasChanged ? splitBefore(world) : endpointOf(world).split);
  return isAsBefore ? 0 : (split[deployedModelId] ?? 0);
}

/** As the plan's words have them: "1.0.0 at 90 %, 2.0.0 at 10 %". */
function sharesIn(plan: Plan, intent: Intent): readonly number[] {
  const { model, version } = intent.release;
  const own = `${model} ${version} at `;
  const texts = plan.steps.flatMap(({ kind, after }) => (kind === "shift" && after !== null ? [after] : []));
  return texts.map((text) => Number.parseInt(text.slice(text.lastIndexOf(own) + own.length), 10));
}

function manifestOf(digest: string | undefined, { main }: World): Manifest | null {
  return main.commits.findLast(({ manifest }) => manifest?.artifact.digest === digest)?.manifest ?? null;
}
