import type { Split } from "../../../shared/ports/endpoint.ts";
import type { World } from "../../shared/rollout/world-parts.ts";
import { type Change, digestIn } from "./change.ts";

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
    problemsOf: ({ call, splits }, world) =>
      call.method === "endpoint.share" ? splits.flatMap(({ split }) => unjudged(split, world)) : [],
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

/** Shares between nothing and everything are a canary's: the step before it passed, and it is one of its steps. */
function unjudged(split: Split, world: World): readonly string[] {
  return Object.entries(split).flatMap(([id, percent]) => {
    const digest = digestIn(id, world);
    const manifest = world.main.commits.findLast((commit) => commit.manifest?.artifact.digest === digest)?.manifest;
    if (digest === null || manifest === null || manifest === undefined || manifest.rollout.bakeSeconds === 0) return [];
    const isChallenger = !world.told.some((line) => line.digest === digest && CROWNS.has(line.event));
    const before = manifest.rollout.steps.filter((step) => step < percent);
    const isFirst = !world.told.some((line) => CROWNS.has(line.event));
    if (!isChallenger || isFirst) return [];
    const missing = before.filter(
      (step) => !world.judged.some((each) => each.digest === digest && each.percent === step && each.kind === "pass"),
    );
    return missing.map((step) => `${digest} has ${percent} %, and ${step} % was not judged well`);
  });
}

const CROWNS: ReadonlySet<string> = new Set(["healthy", "rolledBack"]);

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
