import { toFailure } from "../../failure.ts";
import type { LedgerLine } from "../../ledger/line.ts";
import { placeInBucket } from "../../release/bucket-place.ts";
import { missingFiles } from "../../release/uploaded-artifact.ts";
import type { RolloutPorts } from "../ports.ts";
import { type Finding, unseen, WELL, wrong } from "./finding.ts";

type Brought = Pick<LedgerLine, "model" | "version" | "digest">;
type Ports = Pick<RolloutPorts, "registry" | "bucket">;

const RESTORE = "Restore what was removed, or run `model-release retry`, which goes on without a way back.";
const MOST_NAMED = 3;

/** Whether a release could be deployed again: its version is registered, and its artifact is whole. */
export async function restorable(release: Brought, ports: Ports): Promise<Finding> {
  const { model, version, digest } = release;
  const listed = await ports.registry.list(model);
  if (listed.kind !== "done") return unseen(`whether ${model} ${version} is still registered: ${listed.message}`);
  const registered = listed.value.find((each) => each.digest === digest);
  if (registered === undefined) return wrong(`${model} ${version} is no longer registered`, RESTORE);
  // It was released when the manifest named another bucket.
  if (bucketOf(registered.artifactUri) !== ports.bucket.name) return WELL;
  return artifactFinding(release, ports);
}

/** Whether all its files lie where they were uploaded to. */
export async function artifactFinding(
  { model, version, digest }: Brought,
  { bucket }: Pick<Ports, "bucket">,
): Promise<Finding> {
  try {
    const missing = await missingFiles({ model, digest }, bucket);
    if (missing === null) return wrong(`the artifact of ${model} ${version} is not in gs://${bucket.name}`, RESTORE);
    if (missing.length === 0) return WELL;
    const named = missing.slice(0, MOST_NAMED).join(", ");
    const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : "";
    return wrong(`the artifact of ${model} ${version} lacks ${named}${more} in gs://${bucket.name}`, RESTORE);
  } catch (thrown) {
    const { code, message } = toFailure(thrown);
    if (code === "internal") throw thrown;
    return unseen(`whether the artifact of ${model} ${version} is whole: ${message}`);
  }
}

function bucketOf(uri: string): string | null {
  try {
    return placeInBucket(uri).bucket;
  } catch {
    return null;
  }
}
