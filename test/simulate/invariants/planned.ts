import { crowns } from "../../../shared/ledger/history.ts";
import { instantMs } from "../../../shared/ledger/instant.ts";
import type { Split } from "../../../shared/ports/endpoint.ts";
import type { Manifest } from "../../../shared/release/manifest.ts";
import type { Intent } from "../../../shared/rollout/intent.ts";
import { type Plan, type PlanStepKind, planOf } from "../../../shared/rollout/plan.ts";
import { servedChampion } from "../../../shared/rollout/served.ts";
import { isSameSplit } from "../../../shared/rollout/split.ts";
import { STAGING } from "../../shared/rollout/releases.ts";
import type { World } from "../../shared/rollout/world-parts.ts";
import { isSound, rememberedOf } from "./chain.ts";
import { type Change, digestIn, endpointOf, type Never, splitBefore, WRITES } from "./change.ts";

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
  { id: "I15", says: "what is done was in the plan, and all of the plan was done", problemsOf: unplanned },
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

const UNTOLD: Plan = { steps: [], hash: "", restore: "" };
const ATTEMPTS = new WeakMap<World, Attempt>();

function unplanned(change: Change, world: World): readonly string[] {
  const attempt = ATTEMPTS.get(world);
  const now = change.lease?.intent ?? null;
  const isOver = attempt !== undefined && attempt.intent.begunMs !== now?.begunMs;
  if (isOver) ATTEMPTS.delete(world);
  const left = isOver ? undone(attempt, world) : [];
  if (now === null || now.latch !== null) return left;
  return [...left, ...isOutside(change, ATTEMPTS.get(world) ?? begun(now, world), world)];
}

/** Of what has succeeded, what was planned and never seen. What lies in the registry already is not put there again. */
function undone({ intent, plan, own }: Attempt, world: World): readonly string[] {
  const { release, begunMs, deployedModelId } = intent;
  const hasSucceeded = rememberedOf(world).some(
    (line) => crowns(line) && line.digest === release.digest && instantMs(line.time) >= begunMs,
  );
  if (!hasSucceeded) return [];
  const done: Partial<Record<PlanStepKind, boolean>> = {
    stage: hasDeployed({ digest: release.digest, at: world.cloud.endpoint(STAGING).name }, world),
    deploy: digestIn(deployedModelId, world) !== null,
  };
  const shares = new Set(endpointOf(world).history.map(({ split }) => split[deployedModelId] ?? 0));
  const kinds = plan.steps.map(({ kind }) => kind).filter((kind) => done[kind] === false);
  const missed = [...kinds, ...own.filter((share) => !shares.has(share)).map((share) => `${share} %`)];
  return missed.map((what) => `${what} was in the plan of ${release.version}, and never done`);
}

function hasDeployed({ digest, at }: { readonly digest: string; readonly at: string }, { cloud }: World): boolean {
  const effects = Object.values(cloud.state.operations).map(({ effect }) => effect);
  return effects.some(
    (effect) => effect.kind === "deploy" && effect.endpoint === at && effect.deployed.digest === digest,
  );
}

function begun(intent: Intent, world: World): Attempt {
  const chain = rememberedOf(world);
  // A revert's traffic moves before the ledger is told that it was begun.
  const from = chain.findLastIndex(({ event, time }) => event === "intent" && instantMs(time) >= intent.begunMs);
  const before = from < 0 ? chain : chain.slice(0, from);
  const champion = servedChampion(before)?.digest;
  const question = { challenger: manifestOf(intent.release.digest, world), champion: manifestOf(champion, world) };
  // What was planned from lines that somebody has changed since, nobody can tell.
  const plan = isSound(world) ? planOf({ ...question, chain: before })! : UNTOLD;
  const own = sharesIn(plan, intent);
  const attempt = { intent, plan, own, shares: new Set<number>() };
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
