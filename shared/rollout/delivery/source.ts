import { type Failure, toFailure } from "../../failure.ts";
import { digestArtifact } from "../../release/artifact.ts";
import { isInBucket, placeInBucket } from "../../release/bucket-place.ts";
import { refusePointers } from "../../release/lfs-pointer.ts";
import type { Manifest } from "../../release/manifest.ts";
import { pathBeside } from "../../release/paths.ts";
import { type Finding, unseen, WELL, wrong } from "../preflight/finding.ts";
import type { Place } from "./place.ts";
import type { DeliveryPorts } from "./ports.ts";

type Ports = Pick<DeliveryPorts, "files" | "buckets">;

/** So that a folder of any size is known to be there. */
const SOME = 100_000;

/** Whether what the manifest names can be uploaded, and is what it pins; nothing is copied to find out. */
export async function sourceOf(
  manifest: Manifest,
  source: Place & { readonly commit: string },
  ports: Ports,
): Promise<Finding> {
  try {
    const { uri } = manifest.artifact;
    return isInBucket(uri) ? await inBucket(uri, ports) : await inRepository(manifest, source, ports);
  } catch (thrown) {
    return findingOf(toFailure(thrown), manifest);
  }
}

async function inBucket(uri: string, { buckets }: Ports): Promise<Finding> {
  const { bucket, object } = placeInBucket(uri);
  const prefix = `${object.replace(/\/+$/, "")}/`;
  const { objects } = await (await buckets()).bucket(bucket).list({ prefix, maxObjects: SOME });
  if (objects.length > 0) return unseen(`the digest of ${uri}: it is proven when it is copied`);
  return wrong(`there is nothing below ${uri}`, "Correct artifact.uri, or upload the model to it.");
}

async function inRepository(
  { artifact }: Manifest,
  { repository, path, commit }: Place & { readonly commit: string },
  { files }: Ports,
): Promise<Finding> {
  const folder = pathBeside(path, artifact.uri);
  if (folder === null) return wrong(`${path}: artifact.uri leaves the repository`, "Correct it.");
  if ((await repository.resolve("HEAD")) !== commit)
    return unseen(`the digest of ${folder} at ${commit.slice(0, 12)}, which is not checked out: the upload proves it`);
  const directory = `${repository.top}/${folder}`;
  const { digest } = await digestArtifact(directory, files, { maxBytes: artifact.maxBytes });
  if (digest === artifact.digest) return WELL;
  await refusePointers(directory, await files.list(directory), files);
  return wrong(`${folder} is ${digest}, not ${artifact.digest} as the manifest pins`, "Restore what was validated.");
}

/** An outage says nothing of the artifact: whoever uploads it asks again. */
function findingOf(failure: Failure, { artifact }: Manifest): Finding {
  const { code, message, fix, exitCode } = failure;
  if (code === "internal") throw failure;
  return exitCode === 4 ? unseen(`${artifact.uri}: ${message}`) : wrong(message, fix);
}
