import { Failure, toFailure } from "../../failure.ts";
import type { Log } from "../../ports/log.ts";
import type { NotDone, Outcome, RefusalReason } from "../../ports/outcome.ts";
import { bucketCopies } from "../../release/bucket-copies.ts";
import { isInBucket } from "../../release/bucket-place.ts";
import type { Manifest } from "../../release/manifest.ts";
import { pathBeside } from "../../release/paths.ts";
import { uploadArtifact } from "../../release/upload-artifact.ts";
import { isUploaded } from "../../release/uploaded-artifact.ts";
import type { Place } from "./place.ts";
import type { DeliveryPorts } from "./ports.ts";

/** Each file is a question to Git. */
const MAX_FILES = 10_000;

/** Every byte of the artifact in the bucket of its target, verified; what is there already is left as it is. */
export async function upload(
  manifest: Manifest,
  source: Place & { readonly commit: string },
  ports: DeliveryPorts,
): Promise<Outcome<null>> {
  const { model, artifact, target } = manifest;
  try {
    const bucket = (await ports.buckets()).bucket(target!.bucket);
    const wish = { model: model.name, digest: artifact.digest };
    if (await isUploaded(wish, bucket)) return { kind: "done", value: null };
    await using scratch = await ports.scratch();
    const directory = await folderOf(manifest, { ...source, into: scratch.folder }, ports);
    const log = interruptedBy(ports.signal, ports.log);
    const { sent, sizeBytes } = await uploadArtifact({ ...wish, directory }, bucket, { ...ports, log });
    ports.log.info(`The artifact is in the bucket: ${sizeBytes} bytes, ${sent} files of it sent now.`);
    return { kind: "done", value: null };
  } catch (thrown) {
    return outcomeOf(toFailure(thrown));
  }
}

interface Source extends Place {
  readonly commit: string;
  readonly into: string;
}

/**
 * What is checked out, if it is that commit; else as it was committed. What lies in a bucket is copied from there:
 * whoever may write to that one could replace it, and only the place that holds the digest is written once.
 */
async function folderOf({ artifact }: Manifest, source: Source, ports: DeliveryPorts): Promise<string> {
  const { repository, path, commit, into } = source;
  if (isInBucket(artifact.uri)) return bucketCopies(into, ports).folder(artifact.uri, artifact.maxBytes);
  const folder = pathBeside(path, artifact.uri);
  if (folder === null) {
    throw new Failure("manifest-invalid", `${path}: artifact.uri leaves the repository`, { fix: "Correct it." });
  }
  const isCheckedOut = (await repository.resolve("HEAD")) === commit;
  const checkedOut = `${repository.top}/${folder}`;
  if (isCheckedOut && (await ports.files.kind(checkedOut)) === "directory") return checkedOut;
  const limits = { maxFiles: MAX_FILES, maxBytes: artifact.maxBytes };
  await repository.copy({ commit, path: folder }, `${into}/artifact`, limits);
  return `${into}/artifact`;
}

/** What is being sent tells how far it is, often enough to end there. */
function interruptedBy(signal: AbortSignal, log: Log): Log {
  return {
    ...log,
    progress(activity, done, total) {
      if (signal.aborted) throw new Failure("interrupted", "the upload was interrupted", { fix: "Run it again." });
      log.progress(activity, done, total);
    },
  };
}

const REASONS: Partial<Readonly<Record<Failure["code"], RefusalReason>>> = {
  "bucket-denied": "permission",
  "credentials-missing": "credentials",
  "bucket-unreachable": "unavailable",
};

/** None of these is the model's own fault: mended, the very same release can be promoted. */
function outcomeOf({ code, message, fix }: Failure): NotDone {
  if (code === "interrupted") return { kind: "ambiguous", message };
  if (code === "internal") throw new Failure(code, message, { fix });
  const reason = REASONS[code];
  if (reason === undefined) return { kind: "absent", message: `${message}. ${fix}` };
  return { kind: "refused", reason, message, fix };
}
