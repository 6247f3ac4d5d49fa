import { Failure } from "../failure.ts";
import type { Bucket, StoredObject } from "../ports/bucket.ts";
import type { Files } from "../ports/files.ts";
import type { HashedFiles } from "../ports/hashed-file.ts";
import type { Log } from "../ports/log.ts";
import { type Artifact, type ArtifactEntry, digestOfEntries } from "./artifact.ts";
import { MAX_OBJECTS, markerOf, type PinnedArtifact, uploadPlace } from "./uploaded-artifact.ts";

/** What the manifest pins. */
export interface Upload extends PinnedArtifact {
  /** The artifact's folder on this machine. */
  readonly directory: string;
}

export interface UploadPorts {
  readonly files: Files;
  readonly hashedFiles: HashedFiles;
  readonly log: Log;
}

export interface UploadedArtifact {
  /** `gs://bucket/model/sha256/<digest>`, which holds exactly the artifact's files. */
  readonly uri: string;
  readonly sizeBytes: number;
  /** How many files were sent; the others were there already. */
  readonly sent: number;
}

const PARALLEL_FILES = 4;
/** What makes a folder a model comes last, when all that it needs is there. */
const LAST = "saved_model.pb";

/**
 * The artifact under a name that holds its whole digest, by one read of each file, never over what is there. Beside it
 * stands a marker once all of it is: without one the upload is gone on with, whoever began it.
 */
export async function uploadArtifact(upload: Upload, bucket: Bucket, ports: UploadPorts): Promise<UploadedArtifact> {
  const place = uploadPlace(upload);
  const uri = uploadUri(upload, bucket.name);
  const listed = await ports.files.list(upload.directory);
  const sizeBytes = listed.reduce((total, file) => total + file.sizeBytes, 0);
  const { objects } = await bucket.list({ prefix: `${place}/`, maxObjects: MAX_OBJECTS });
  const there = new Map(objects.map((stored) => [stored.object, stored]));
  refuseOthers(objects, new Set(listed.map(({ path }) => `${place}/${path}`)), uri);
  const sender = fileSender({ upload, place, there, bucket, sizeBytes }, ports);
  const paths = listed.map(({ path }) => path);
  const sendAll = (some: readonly string[]) => inParallel(some.map((path) => () => sender.send(path)));
  const entries = [
    ...(await sendAll(paths.filter((path) => path !== LAST))),
    ...(await sendAll(paths.filter((path) => path === LAST))),
  ];
  const digest = digestOfEntries(entries);
  if (digest !== upload.digest) {
    await withdraw(sender.sent(), bucket);
    throw otherDigest(digest, upload);
  }
  await mark({ digest, sizeBytes, entries }, markerOf(upload), bucket);
  return { uri, sizeBytes, sent: sender.sent().length };
}

/** `gs://bucket/model/sha256/<digest>`: nothing else is ever there. */
export function uploadUri(artifact: PinnedArtifact, bucket: string): string {
  return `gs://${bucket}/${uploadPlace(artifact)}`;
}

interface Sending {
  readonly upload: Upload;
  readonly place: string;
  readonly there: ReadonlyMap<string, StoredObject>;
  readonly bucket: Bucket;
  readonly sizeBytes: number;
}

interface FileSender {
  send(path: string): Promise<ArtifactEntry>;
  /** What was not there before. */
  sent(): readonly StoredObject[];
}

function fileSender(
  { upload, place, there, bucket, sizeBytes }: Sending,
  { hashedFiles, log }: UploadPorts,
): FileSender {
  const sent: StoredObject[] = [];
  let doneBytes = 0;
  const progress = (bytes: number): void => {
    doneBytes += bytes;
    log.progress({ name: `uploading ${upload.model}`, unit: "bytes" }, doneBytes, sizeBytes);
  };
  return {
    sent: () => sent,
    async send(path) {
      const object = `${place}/${path}`;
      using source = hashedFiles.source(`${upload.directory}/${path}`);
      let toldBytes = 0;
      const onProgress = (sentBytes: number): void => {
        progress(sentBytes - toldBytes);
        toldBytes = sentBytes;
      };
      const written = there.has(object) ? null : await bucket.upload({ object, source, onProgress });
      if (written?.status === "written") {
        sent.push(written.value.stored);
        return { path, ...written.value.hash };
      }
      // There before us: what is compared with it has to be read all the same.
      while ((await source.next()).length > 0);
      const hash = source.hash();
      requireSame(there.get(object) ?? (await lookedAt(object, bucket)), hash, `gs://${bucket.name}/${object}`);
      progress(source.sizeBytes - toldBytes);
      return { path, ...hash };
    },
  };
}

async function lookedAt(object: string, bucket: Bucket): Promise<StoredObject | null> {
  const found = await bucket.head({ object });
  return found.status === "found" ? found.value : null;
}

type Sizes = Pick<ArtifactEntry, "sizeBytes" | "crc32c">;

function requireSame(stored: StoredObject | null, { sizeBytes, crc32c }: Sizes, place: string): void {
  if (stored?.sizeBytes === sizeBytes && (stored.crc32c ?? crc32c) === crc32c) return;
  throw new Failure("artifact-refused", `${place} holds other bytes than the file that is to go there`, {
    fix: "Find out who wrote it, and remove what lies under that digest.",
  });
}

/** The folder is the model that will be served: a file more would be served too. */
function refuseOthers(objects: readonly StoredObject[], expected: ReadonlySet<string>, uri: string): void {
  const others = objects.filter(({ object }) => !expected.has(object)).map(({ object }) => object);
  if (others.length === 0) return;
  throw new Failure(
    "artifact-refused",
    `${uri} holds what is no part of the artifact: ${others.slice(0, 5).join(", ")}`,
    {
      fix: "Find out who wrote it, and remove it.",
    },
  );
}

/** No wrong byte stays under a digest: nothing is ever written over it. */
async function withdraw(sent: readonly StoredObject[], bucket: Bucket): Promise<void> {
  for (const { object, generation } of sent) await bucket.remove({ object, ifGeneration: generation });
}

async function mark({ digest, sizeBytes, entries }: Artifact, object: string, bucket: Bucket): Promise<void> {
  const files = entries.map(({ path, sizeBytes: size, sha256 }) => ({ path, sizeBytes: size, sha256 }));
  const document = { schema: "model-release/upload/v1", digest, sizeBytes, files };
  const bytes = Buffer.from(`${JSON.stringify(document)}\n`);
  // Whoever was faster has marked the same: its name is the digest.
  await bucket.write({ object, bytes, contentType: "application/json", ifGeneration: "0" });
}

async function inParallel<T>(tasks: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const results: T[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < tasks.length; index = next++) results[index] = await tasks[index]!();
  };
  const stop = (): void => {
    next = tasks.length;
  };
  const ends = await Promise.allSettled(Array.from({ length: PARALLEL_FILES }, () => work().finally(stop)));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return results;
}

function otherDigest(digest: string, upload: Upload): Failure {
  return new Failure(
    "artifact-changed",
    `${upload.directory} is ${digest}, not ${upload.digest} as its manifest pins`,
    {
      fix: "Restore the artifact that was validated.",
    },
  );
}
