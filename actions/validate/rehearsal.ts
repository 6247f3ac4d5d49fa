import { type Evidence, isMeasured, type Measured } from "../../shared/evidence/evidence.ts";
import type { RehearsalEvidence } from "../../shared/evidence/rehearsal.ts";
import { notApplicable, notPossible, whyNot } from "../../shared/evidence/unmeasured.ts";
import { toFailure } from "../../shared/failure.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { Files } from "../../shared/ports/files.ts";
import type { HashedFiles } from "../../shared/ports/hashed-file.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { RehearsalCloud, RehearsalPlace } from "../../shared/ports/rehearsal-cloud.ts";
import type { Runtime } from "../../shared/ports/runtime.ts";
import type { Manifest } from "../../shared/release/manifest.ts";
import type { OpenRelease } from "../../shared/release/open-release.ts";
import { uploadArtifact } from "../../shared/release/upload-artifact.ts";
import { rehearse } from "../../shared/rollout/rehearsal.ts";

export interface RehearsalPorts {
  readonly files: Files;
  readonly hashedFiles: HashedFiles;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly rehearsalCloud: (place: RehearsalPlace, runtime: Runtime) => Promise<RehearsalCloud>;
  readonly sleep: (ms: number) => Promise<void>;
}

interface Rehearsed {
  readonly challenger: OpenRelease;
  readonly champion: OpenRelease | null;
  /** What else is known of the challenger: a model that cannot be loaded is not rehearsed. */
  readonly evidence: Evidence;
}

/** Promote, then revert, with these artifacts and the runtime that measured them. */
export async function rehearsalOf(
  { challenger, champion, evidence }: Rehearsed,
  runtime: () => Promise<Runtime>,
  ports: RehearsalPorts,
): Promise<Measured<RehearsalEvidence>> {
  const place = placeOf(challenger.manifest);
  if (place === null) return notApplicable("the manifest does not say what serves the model, and where");
  if (!isMeasured(evidence.runtime)) return notPossible("not rehearsed: the model was not loaded");
  ports.log.info("Rehearsing the promotion and the way back.");
  try {
    await using cloud = await ports.rehearsalCloud(place, await runtime());
    const walked = { challenger: challenger.manifest, champion: restaged(champion, challenger) };
    return await rehearse(walked, {
      ...ports,
      ...cloud,
      endpoint: cloud.endpoint(place.endpoints[0]!),
      staging: cloud.endpoint,
      upload: (manifest) => uploaded(manifest, directoryOf(manifest, challenger, champion), { ...ports, cloud }),
      smoke: SMOKE,
    });
  } catch (thrown) {
    return whyNot(toFailure(thrown));
  }
}

function directoryOf({ artifact }: Manifest, challenger: OpenRelease, champion: OpenRelease | null): string {
  const isChampion = champion?.manifest.artifact.digest === artifact.digest;
  return isChampion ? champion.directory : challenger.directory;
}

/** Where the champion's manifest names another endpoint, it is rehearsed at the challenger's all the same. */
function restaged(champion: OpenRelease | null, { manifest }: OpenRelease): Manifest | null {
  if (champion === null) return null;
  return { ...champion.manifest, target: manifest.target!, serving: champion.manifest.serving ?? manifest.serving! };
}

function placeOf({ target, serving }: Manifest): RehearsalPlace | null {
  if (target === undefined || serving === undefined) return null;
  const { project, region, bucket, endpoint, stagingEndpoint } = target;
  return {
    project,
    region,
    bucket,
    endpoints: stagingEndpoint === undefined ? [endpoint] : [endpoint, stagingEndpoint],
  };
}

/** The golden gate has asked these very requests already, of this very artifact in this runtime. */
const SMOKE = async () => ({ kind: "passed", requests: 0 }) as const;

async function uploaded(
  { model, artifact }: Manifest,
  directory: string,
  { cloud, ...ports }: Pick<RehearsalPorts, "files" | "hashedFiles" | "log"> & { readonly cloud: RehearsalCloud },
) {
  await uploadArtifact({ directory, model: model.name, digest: artifact.digest }, cloud.bucket, ports);
  return { kind: "done", value: null } as const;
}
