import type { ReleaseId } from "../../evidence/evidence.ts";
import { Failure } from "../../failure.ts";
import { fileOf } from "../../ledger/ledger.ts";
import type { ModelVersion } from "../../ports/registry.ts";
import { MAX_OBJECTS, markerOf, uploadPlace } from "../../release/uploaded-artifact.ts";
import type { RolloutPorts } from "../ports.ts";
import { PRUNED } from "../prunable.ts";
import type { Situation } from "../situation.ts";
import { tellOf } from "../story.ts";
import { shortDigest } from "../wishes.ts";
import { type Acted, waiting } from "./acted.ts";

const REMOVE_MS = 5 * 60_000;

/** A version that nobody comes back to, and then its artifact: the registry itself refuses what is deployed anywhere. */
export async function prune(situation: Situation, release: ReleaseId, ports: RolloutPorts): Promise<Acted> {
  try {
    const obstacle = (await keptElsewhere(release, situation, ports)) ?? (await removeVersions(release, ports));
    if (obstacle === RUNNING) return waiting(null, `version ${release.version} to be removed`, 0);
    if (obstacle !== null) return spared(release, obstacle, ports);
    const left = await removeArtifact(release, ports);
    const reason = left === null ? PRUNED : `${PRUNED}; ${left}`;
    return { ...NOTHING, entries: [tellOf(situation, release, { event: "collected", reason })] };
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.code === "internal") throw thrown;
    return spared(release, thrown.message, ports);
  }
}

const NOTHING = { intent: null, entries: [], wait: null, end: null } as const;
const RUNNING = Symbol("the registry is still at it");

/** Another endpoint's releases are named in its own ledger: what it had it may come back to. */
async function keptElsewhere(
  { digest }: ReleaseId,
  { endpointId }: Situation,
  { ledger }: RolloutPorts,
): Promise<string | null> {
  const tree = await ledger.fetch();
  for (const name of tree.names.filter((each) => each !== fileOf(endpointId))) {
    const bytes = await tree.read(name);
    if (bytes !== undefined && Buffer.from(bytes).includes(digest)) return `${name} names it too`;
  }
  return null;
}

async function removeVersions(
  { model, digest }: ReleaseId,
  { registry }: RolloutPorts,
): Promise<string | typeof RUNNING | null> {
  const listed = await registry.list(model);
  if (listed.kind !== "done") return listed.message;
  for (const version of listed.value.filter((each) => each.digest === digest)) {
    const obstacle = obstacleOf(version, digest);
    if (obstacle !== null) return obstacle;
    const removed = await registry.remove(version.reference, REMOVE_MS);
    if (removed.kind === "running") return RUNNING;
    if (removed.kind !== "done" && removed.kind !== "absent") return removed.message;
  }
  return null;
}

function obstacleOf({ aliases, labels }: ModelVersion, digest: string): string | null {
  if (aliases.length > 0) return `it is called ${aliases.join(", ")} in the registry`;
  return labels["release-digest"] === shortDigest(digest) ? null : "somebody else registered it";
}

/** The marker first: half an artifact is never taken for a whole one. Why some of it stays; null where all is gone. */
async function removeArtifact(release: ReleaseId, { bucket }: RolloutPorts): Promise<string | null> {
  const prefix = uploadPlace(release);
  const { objects } = await bucket.list({ prefix, maxObjects: MAX_OBJECTS });
  const isMarker = (object: string): boolean => object === markerOf(release);
  const ordered = objects.toSorted((a, b) => Number(isMarker(b.object)) - Number(isMarker(a.object)));
  try {
    for (const { object, generation } of ordered) {
      if (!isMarker(object) && !object.startsWith(`${prefix}/`)) continue;
      const { status } = await bucket.remove({ object, ifGeneration: generation });
      if (status === "conflict") throw changed(object);
    }
    return null;
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === "bucket-denied") return `its artifact stays: ${thrown.message}`;
    throw thrown;
  }
}

function changed(object: string): Failure {
  return new Failure("bucket-refused", `${object} has become another meanwhile`, { fix: "Run it again." });
}

/** It is left alone in this run. */
function spared({ model, version, digest }: ReleaseId, why: string, { log }: RolloutPorts): Acted {
  log.info(`${model} ${version} stays in the registry: ${why}.`);
  return { ...NOTHING, spared: digest };
}
