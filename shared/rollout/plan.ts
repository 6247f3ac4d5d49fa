import { createHash } from "node:crypto";
import type { Chain } from "../ledger/chain.ts";
import { standingOf } from "../ledger/history.ts";
import type { Manifest } from "../release/manifest.ts";
import { canonicalJson } from "../schema/canonical-json.ts";
import { artifactUriOf } from "./wishes.ts";

/** What a merge would do, for people to read before it does, and for a machine to hold it to. */
export interface Plan {
  /** Over what was decided, and nothing that was only observed. */
  readonly hash: string;
  readonly steps: readonly PlanStep[];
  /** How the endpoint comes back to what it serves now. */
  readonly restore: string;
}

export interface PlanStep {
  readonly kind: PlanStepKind;
  readonly resource: string;
  readonly before: string | null;
  readonly after: string | null;
}

export type PlanStepKind =
  | "upload"
  | "register"
  | "stage"
  | "deploy"
  | "shift"
  | "alias"
  | "park"
  | "hold"
  | "undeploy";

export interface PlanQuestion {
  /** What the merge makes the default branch say; null where it deletes the manifest. */
  readonly challenger: Manifest | null;
  /** What the default branch says now; null for a first release. */
  readonly champion: Manifest | null;
  /** What the manifest said of another endpoint, which a merge leaves as it is. */
  readonly left?: Manifest | null;
  /** Null where no ledger could be read: then nobody knows what served before. */
  readonly chain: Chain | null;
}

/** Null where the manifests do not say where a release is served. */
export function planOf(question: PlanQuestion): Plan | null {
  const { challenger, champion } = question;
  const target = (challenger ?? champion)?.target;
  if (target === undefined) return null;
  return { hash: hashOf(question), steps: stepsOf(question), restore: restoreText(question) };
}

function hashOf({ challenger, champion }: PlanQuestion): string {
  const policy = champion ?? challenger;
  const decided = {
    champion: champion?.artifact.digest ?? null,
    challenger: challenger?.artifact.digest ?? null,
    policy: policy && {
      gates: policy.gates,
      golden: policy.golden,
      evaluation: policy.evaluation,
      risk: policy.model.risk,
    },
    target: challenger?.target ?? null,
    steps: challenger?.rollout.steps ?? null,
  };
  return `sha256:${createHash("sha256").update(canonicalJson(decided)).digest("hex")}`;
}

/** What the default branch says now of an endpoint that the challenger no longer names; null where it names the same. */
export function leftBy(challenger: Manifest, now: Manifest | null): Manifest | null {
  const isLeft = now?.target !== undefined && now.target.endpoint !== challenger.target?.endpoint;
  return isLeft ? now : null;
}

function stepsOf(question: PlanQuestion): readonly PlanStep[] {
  const { challenger, champion, chain, left } = question;
  if (challenger === null) return removal(champion!);
  if (changesNothing(question)) return [];
  const isReturn = chain !== null && standingOf(chain, challenger.artifact.digest) === "healthy";
  const way = isReturn ? wayBack(challenger, champion) : wayForward(challenger, champion);
  return left ? [...way, holding(left)] : way;
}

/** Whatever else the manifest says anew, the endpoint serves these files already. */
function changesNothing({ challenger, champion }: PlanQuestion): boolean {
  return challenger !== null && challenger.artifact.digest === champion?.artifact.digest;
}

function removal(champion: Manifest): readonly PlanStep[] {
  if (champion.rollback.onDelete === "hold") return [holding(champion)];
  const { endpoint } = champion.target!;
  const served = nameOf(champion);
  return [
    { kind: "shift", resource: endpoint, before: `${served} at 100 %`, after: "nothing" },
    { kind: "undeploy", resource: endpoint, before: served, after: null },
  ];
}

function holding(manifest: Manifest): PlanStep {
  const served = nameOf(manifest);
  return { kind: "hold", resource: manifest.target!.endpoint, before: served, after: served };
}

/** What served before is parked, or its version is kept: neither is uploaded or judged again. */
function wayBack(challenger: Manifest, champion: Manifest | null): readonly PlanStep[] {
  const { endpoint } = challenger.target!;
  const back = {
    kind: "shift",
    resource: endpoint,
    before: sharesOf(champion),
    after: `${nameOf(challenger)} at 100 %`,
  } as const;
  return [back, alias(challenger, champion), ...parking(challenger, champion)];
}

function wayForward(challenger: Manifest, champion: Manifest | null): readonly PlanStep[] {
  const { endpoint, stagingEndpoint } = challenger.target!;
  const name = nameOf(challenger);
  const step = (kind: PlanStepKind, resource: string, after: string): PlanStep => ({
    kind,
    resource,
    before: null,
    after,
  });
  const staged =
    stagingEndpoint === undefined ? [] : [step("stage", stagingEndpoint, `${name}, asked the golden requests`)];
  return [
    step("upload", artifactUriOf(challenger), challenger.artifact.digest),
    step("register", challenger.model.name, name),
    ...staged,
    step("deploy", endpoint, `${name} at 0 %`),
    ...shifts(challenger, champion),
    alias(challenger, champion),
    ...parking(challenger, champion),
  ];
}

/** Without a champion there is nobody to share traffic with. */
function shifts(challenger: Manifest, champion: Manifest | null): readonly PlanStep[] {
  const percents = champion === null ? [100] : challenger.rollout.steps;
  return percents.map((percent, index) => ({
    kind: "shift",
    resource: challenger.target!.endpoint,
    before: index === 0 ? sharesOf(champion) : splitText(challenger, champion, percents[index - 1]!),
    after: splitText(challenger, champion, percent),
  }));
}

function splitText(challenger: Manifest, champion: Manifest | null, percent: number): string {
  const own = `${nameOf(challenger)} at ${percent} %`;
  return champion === null || percent === 100 ? own : `${nameOf(champion)} at ${100 - percent} %, ${own}`;
}

function alias(challenger: Manifest, champion: Manifest | null): PlanStep {
  const before = champion === null ? null : nameOf(champion);
  return { kind: "alias", resource: "champion", before, after: nameOf(challenger) };
}

function parking({ target, rollback }: Manifest, champion: Manifest | null): readonly PlanStep[] {
  if (champion === null) return [];
  const after = `${nameOf(champion)} at 0 %, for ${rollback.standbyHours} hours`;
  return [{ kind: "park", resource: target!.endpoint, before: `${nameOf(champion)}`, after }];
}

function restoreText(question: PlanQuestion): string {
  const { challenger, champion, left } = question;
  if (left)
    return `${nameOf(left)} stays served at ${left.target!.endpoint}, and git revert brings its manifest back there.`;
  if (champion === null) return "Nothing was served before: after a revert the endpoint is held as it is.";
  if (changesNothing(question)) return "git revert changes nothing at the endpoint either.";
  if (challenger === null && champion.rollback.onDelete === "hold")
    return `${nameOf(champion)} stays served, and git revert brings only its manifest back.`;
  if (challenger === null) return `git revert brings ${nameOf(champion)} back.`;
  const hours = challenger.rollback.standbyHours;
  return `git revert brings ${nameOf(champion)} back, in one traffic write for ${hours} hours and by deploying it again after.`;
}

function sharesOf(champion: Manifest | null): string {
  return champion === null ? "nothing" : `${nameOf(champion)} at 100 %`;
}

function nameOf({ model }: Manifest): string {
  return `${model.name} ${model.version}`;
}
