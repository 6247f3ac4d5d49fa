import type { Split } from "../../../shared/ports/endpoint.ts";
import type { World } from "../../shared/rollout/world-parts.ts";
import { type Change, digestIn, endpointOf } from "./change.ts";

export interface Never {
  readonly id: string;
  readonly says: string;
  problemsOf(change: Change, world: World): readonly string[];
}

export const NEVER: readonly Never[] = [
  {
    id: "I1",
    says: "traffic sums to 100, or nobody is served",
    problemsOf: ({ splits }) =>
      splits
        .map(({ split }) => sumOf(split))
        .flatMap((sum) => (sum === 0 || sum === 100 ? [] : [`a split of ${sum} %`])),
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
    id: "I3",
    says: "a release without a pass on record gets no traffic",
    problemsOf: ({ splits }, world) =>
      splits
        .flatMap(({ split }) => Object.keys(split).map((id) => digestIn(id, world)))
        .filter((digest) => digest !== null && world.passes.get(digest)?.kind !== "passed")
        .map((digest) => `traffic to ${digest}, which never passed`),
  },
  {
    id: "I4",
    says: "who no longer holds the lease changes nothing",
    problemsOf({ call, hasChanged, lease }) {
      if (!hasChanged || !WRITES.test(call.method) || lease?.holder === call.run) return [];
      return [`${call.run} changed something by ${call.method}, and ${lease?.holder ?? "nobody"} holds the lease`];
    },
  },
  {
    id: "I5",
    says: "what was deployed twice has one id, and one version holds an artifact",
    problemsOf: (_, world) => doubles(world),
  },
  {
    id: "I7",
    says: "what is not ours is never taken away",
    problemsOf({ call, hasChanged }, world) {
      const [id] = call.given;
      const isOurs = typeof id === "string" && digestIn(id, world) !== null;
      return call.method === "endpoint.undeploy" && hasChanged && !isOurs ? [`${call.run} undeploys ${id}`] : [];
    },
  },
  {
    id: "I9",
    says: "a release is uploaded, registered, deployed and shared only while the lease says so",
    problemsOf({ call, hasChanged, lease }) {
      if (!hasChanged || !BUILDS.test(call.method) || lease?.intent !== null) return [];
      return [`${call.run}: ${call.method} without an intent`];
    },
  },
  {
    id: "I11",
    says: "what is deployed is the artifact that the ledger names",
    problemsOf: (_, world) => impostors(world),
  },
];

const WRITES = /^(endpoint|staging)\.(share|deploy|undeploy)$|^registry\.(upload|alias|remove)$/;
const BUILDS = /^(endpoint|staging)\.deploy$|^registry\.upload$/;

function sumOf(split: Split): number {
  return Object.values(split).reduce((sum, percent) => sum + percent, 0);
}

/** What is promoted beside a champion takes the steps of its intent, one after another: each was judged well. */
function unjudged(split: Split, { lease }: Change, world: World): readonly string[] {
  const intent = lease?.intent ?? null;
  if (intent === null || intent.kind === "rollback" || Object.keys(intent.restore).length === 0) return [];
  const { digest } = intent.release;
  const manifest = world.main.commits.findLast((commit) => commit.manifest?.artifact.digest === digest)?.manifest;
  const percent = split[intent.deployedModelId] ?? 0;
  // Whoever shuts out another run writes what is there, whoever made it so.
  const isAsBefore = endpointOf(world).history.at(-2)?.split[intent.deployedModelId] === percent;
  if (manifest?.rollout.bakeSeconds === 0 || isAsBefore) return [];
  const missing = intent.steps.filter(
    (step) =>
      step < percent &&
      !world.judged.some((each) => each.digest === digest && each.percent === step && each.kind === "pass"),
  );
  return missing.map((step) => `${digest} has ${percent} %, and ${step} % was not judged well`);
}

function doubles({ cloud }: World): readonly string[] {
  const uris = Object.values(cloud.state.models).flatMap(({ versions }) =>
    versions.map(({ artifactUri }) => artifactUri),
  );
  const registered = repeated(uris).map((uri) => `${uri} was registered twice`);
  const deployed = Object.values(cloud.state.endpoints).flatMap(({ deployed }) =>
    repeated(deployed.map(({ id }) => id)),
  );
  return [...registered, ...deployed.map((id) => `${id} is deployed twice`)];
}

function repeated(all: readonly string[]): readonly string[] {
  return all.filter((each, index) => all.indexOf(each) !== index);
}

function impostors({ cloud, uploaded }: World): readonly string[] {
  return Object.values(cloud.state.endpoints).flatMap(({ deployed }) =>
    deployed.flatMap(({ id, digest, version }) => {
      if (digest === null) return [];
      const held = cloud.state.models[version.model]?.versions.find(
        ({ reference }) => reference.version === version.version,
      );
      const isUploaded = held !== undefined && uploaded.has(held.artifactUri);
      return held?.digest === digest && isUploaded ? [] : [`${id} serves ${held?.digest}, and is called ${digest}`];
    }),
  );
}
