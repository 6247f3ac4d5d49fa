import { standingOf } from "../../../shared/ledger/history.ts";
import type { Split } from "../../../shared/ports/endpoint.ts";
import type { Intent } from "../../../shared/rollout/intent.ts";
import type { World } from "../../shared/rollout/world-parts.ts";
import { rememberedOf } from "./chain.ts";
import { type Change, digestIn, type Never, splitBefore } from "./change.ts";

/** Who gets traffic, and how much. */
export const TRAFFIC: readonly Never[] = [
  {
    id: "I1",
    says: "traffic sums to 100, or nobody is served",
    problemsOf: ({ call, splits }) => [
      ...splits.map(({ split }) => sumOf(split)).flatMap(unlikely),
      // What the platform refuses was asked for all the same.
      ...(call.method === "endpoint.share" ? unlikely(sumOf(call.given[0] as Split)) : []),
    ],
  },
  {
    id: "I2",
    says: "a release's share rises only after the step before it was judged well",
    problemsOf: (change, world) =>
      change.call.method === "endpoint.share" && change.hasChanged
        ? change.splits.slice(-1).flatMap(({ split }) => unjudged(split, change, world))
        : [],
  },
  {
    id: "I2",
    says: "who was judged to fail is not judged again by the same run: a failure latches",
    problemsOf({ call }, { judged }) {
      const own = judged.filter(({ by }) => call.method === "release.judge" && by === call.run);
      const failed = own.findIndex(({ kind }) => kind === "fail");
      const again = failed < 0 ? undefined : own.slice(failed + 1).find(({ digest }) => digest === own[failed]!.digest);
      return again === undefined ? [] : [`${call.run} judges ${again.digest} again, which failed`];
    },
  },
  {
    id: "I3",
    says: "a release without a pass on record gets no traffic",
    problemsOf: ({ splits }, world) =>
      splits
        .flatMap(({ split }) => Object.keys(split).map((id) => digestIn(id, world)))
        .filter((digest) => digest !== null && world.passes.get(digest)?.kind !== "passed")
        .map((digest) => `traffic to ${digest}, which never passed`),
  },
  {
    id: "I3",
    says: "what failed, or was taken back, is begun again only where somebody answers for that",
    problemsOf: ({ lease }, world) => begunAgain(lease?.intent ?? null, world),
  },
];

const BEGUN = new WeakMap<World, number>();

function begunAgain(intent: Intent | null, world: World): readonly string[] {
  if (intent?.kind !== "promote" || BEGUN.get(world) === intent.begunMs) return [];
  BEGUN.set(world, intent.begunMs);
  const { digest } = intent.release;
  const chain = rememberedOf(world);
  const from = chain.findLastIndex((line) => line.event === "intent" && line.digest === digest);
  const standing = standingOf(chain.slice(0, from), digest);
  const record = world.passes.get(digest);
  const isWaived = record?.kind === "passed" && record.isFailureWaived;
  return isWaived || (standing !== "bad" && standing !== "rolledBack")
    ? []
    : [`${digest} is ${standing}, and begun again`];
}

function sumOf(split: Split): number {
  return Object.values(split).reduce((sum, percent) => sum + percent, 0);
}

function unlikely(sum: number): readonly string[] {
  return sum === 0 || sum === 100 ? [] : [`a split of ${sum} %`];
}

/** What is promoted beside a champion takes the steps of its intent, one after another: each was judged well. */
function unjudged(split: Split, { lease }: Change, world: World): readonly string[] {
  const intent = lease?.intent ?? null;
  if (intent === null || intent.kind === "rollback" || Object.keys(intent.restore).length === 0) return [];
  const { digest } = intent.release;
  const manifest = world.main.commits.findLast((commit) => commit.manifest?.artifact.digest === digest)?.manifest;
  const percent = split[intent.deployedModelId] ?? 0;
  // Whoever shuts out another run writes what is there, whoever made it so.
  const isAsBefore = splitBefore(world)[intent.deployedModelId] === percent;
  if (manifest?.rollout.bakeSeconds === 0 || isAsBefore) return [];
  const missing = intent.steps.filter(
    (step) =>
      step < percent &&
      !world.judged.some((each) => each.digest === digest && each.percent === step && each.kind === "pass"),
  );
  return missing.map((step) => `${digest} has ${percent} %, and ${step} % was not judged well`);
}
