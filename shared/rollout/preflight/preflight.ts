import type { Manifest } from "../../release/manifest.ts";
import type { Intent } from "../intent.ts";
import type { RolloutPorts } from "../ports.ts";
import { servedChampion } from "../served.ts";
import type { Objection, Situation } from "../situation.ts";
import { type Finding, unseen, WELL, wrong } from "./finding.ts";
import { imageFindings } from "./image.ts";
import { nearestRestorable } from "./nearest.ts";
import { artifactFinding, restorable } from "./restorable.ts";

type Wrong = Extract<Finding, { readonly kind: "wrong" }>;

/**
 * What speaks against beginning this, before anything is written; null where nothing does. What is parked comes back in
 * one write, and nobody looks at anything first.
 */
export async function preflight(situation: Situation, intent: Intent, ports: RolloutPorts): Promise<Objection | null> {
  if (intent.wasParked) return null;
  const manifest = situation.desired.manifest!;
  const findings =
    intent.kind === "rollback"
      ? [await sourceFinding(manifest, ports)]
      : await forwardFindings(situation, manifest, ports);
  for (const each of findings) if (each.kind === "unseen") ports.log.info(`Not seen before the rollout: ${each.what}.`);
  const wrongs = findings.filter((each) => each.kind === "wrong");
  if (wrongs.length === 0) return null;
  return intent.kind === "rollback" ? lost(wrongs, situation, ports) : objectionOf(wrongs, manifest);
}

async function forwardFindings(
  situation: Situation,
  manifest: Manifest,
  ports: RolloutPorts,
): Promise<readonly Finding[]> {
  return [
    ...imageFindings(manifest),
    quotaFinding(manifest),
    await stagingFinding(manifest, ports),
    await sourceFinding(manifest, ports),
    await returnFinding(situation, ports),
  ];
}

/** No interface tells it before a machine is asked for. */
function quotaFinding({ serving, target }: Manifest): Finding {
  const { machineType = "", accelerator, replicas = { max: 0 } } = serving ?? {};
  const gpu = accelerator === undefined ? "" : ` with ${accelerator.count} × ${accelerator.type}`;
  return unseen(`whether ${target!.region} has ${replicas.max} × ${machineType}${gpu} free, and the quota for them`);
}

async function stagingFinding({ target }: Manifest, ports: RolloutPorts): Promise<Finding> {
  const id = target!.stagingEndpoint;
  if (id === undefined) return WELL;
  const read = await ports.staging(id).read();
  if (read.kind === "done") return WELL;
  if (read.kind !== "absent") return unseen(`the staging endpoint ${id}: ${read.message}`);
  return wrong(
    `there is no staging endpoint ${id} in ${target!.region}`,
    "Make it, or take target.stagingEndpoint out of the manifest.",
  );
}

/** What was uploaded before is not asked for again. */
async function sourceFinding(manifest: Manifest, ports: RolloutPorts): Promise<Finding> {
  const { model, artifact } = manifest;
  const uploaded = await artifactFinding({ model: model.name, version: model.version, digest: artifact.digest }, ports);
  if (uploaded.kind === "well" || ports.source === undefined) return WELL;
  return ports.source(manifest);
}

/** Who serves now is what everything goes back to. */
async function returnFinding({ chain, desired }: Situation, ports: RolloutPorts): Promise<Finding> {
  const champion = servedChampion(chain);
  const found = champion === null ? WELL : await restorable(champion, ports);
  if (found.kind !== "wrong") return found;
  const what = `${found.what}, and it is what serves: it could not be brought back`;
  return desired.isRetry ? unseen(`a way back: ${what}`) : wrong(what, found.fix);
}

async function lost(wrongs: readonly Wrong[], { chain, desired }: Situation, ports: RolloutPorts): Promise<Objection> {
  const { model, artifact } = desired.manifest!;
  const served = servedChampion(chain)?.digest ?? "";
  const nearest = await nearestRestorable(chain, new Set([artifact.digest, served]), ports);
  const { reason } = objectionOf(wrongs, desired.manifest!);
  const other =
    nearest === null ? "merge a release that is well" : `run \`model-release rollback\` with --to ${nearest.version}`;
  return {
    digest: artifact.digest,
    reason: `${model.name} ${model.version} cannot be brought back: ${reason}`,
    fix: `Restore the artifact, or ${other}.`,
  };
}

function objectionOf(wrongs: readonly Wrong[], { artifact }: Manifest): Objection {
  return {
    digest: artifact.digest,
    reason: wrongs.map(({ what }) => what).join("; "),
    fix: wrongs.map(({ fix }) => fix).join(" "),
  };
}
