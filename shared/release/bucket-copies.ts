import { Failure } from "../failure.ts";
import type { Bucket, Buckets, StoredObject } from "../ports/bucket.ts";
import type { HashedFiles } from "../ports/hashed-file.ts";
import type { Log } from "../ports/log.ts";
import { placeInBucket } from "./bucket-place.ts";

/** What a manifest names in a bucket, as it is needed on this machine: fetched once, checked, and gone with the run. */
export interface BucketCopies {
  /** A folder with every object below `gs://bucket/prefix`; more than `maxBytes` of them are `limit-exceeded`. */
  folder(uri: string, maxBytes: number): Promise<string>;
  file(uri: string, maxBytes: number): Promise<string>;
}

export interface CopyPorts {
  /** Made only where something lies in a bucket. */
  readonly buckets: () => Promise<Buckets>;
  readonly hashedFiles: HashedFiles;
  /** Makes a folder and those above it; one that is there already is kept. */
  readonly makeFolder: (path: string) => Promise<void>;
  readonly log: Log;
  /** Ends what is being fetched. */
  readonly signal: AbortSignal;
}

const PARALLEL_FILES = 4;
const MAX_OBJECTS = 100_000;
/** What arrives damaged is fetched once more. */
const TRIES = 2;

/** Into folders of their own below `into`. */
export function bucketCopies(into: string, ports: CopyPorts): BucketCopies {
  const made = new Map<string, Promise<string>>();
  const once = (uri: string, fetch: (folder: string) => Promise<string>): Promise<string> => {
    const known = made.get(uri);
    if (known !== undefined) return known;
    const copy = fetch(`${into}/bucket-${made.size + 1}`);
    made.set(uri, copy);
    return copy;
  };
  return {
    folder: (uri, maxBytes) => once(`${uri}/`, (folder) => fetchFolder({ uri, maxBytes, folder }, ports)),
    file: (uri, maxBytes) => once(uri, (folder) => fetchFile({ uri, maxBytes, folder }, ports)),
  };
}

interface Wish {
  readonly uri: string;
  readonly maxBytes: number;
  readonly folder: string;
}

async function fetchFolder({ uri, maxBytes, folder }: Wish, ports: CopyPorts): Promise<string> {
  const { bucket: name, object } = placeInBucket(uri);
  const bucket = (await ports.buckets()).bucket(name);
  const prefix = `${object.replace(/\/+$/, "")}/`;
  const { objects } = await bucket.list({ prefix, maxObjects: MAX_OBJECTS });
  const files = objects.filter((stored) => !isFolderMark(stored)).map((stored) => placed(stored, prefix, folder));
  if (files.length === 0) {
    throw new Failure("artifact-missing", `There is nothing below ${uri}`, {
      fix: "Correct artifact.uri, or upload the model to it.",
    });
  }
  requireSize({ uri, maxBytes, sizeBytes: files.reduce((total, { stored }) => total + stored.sizeBytes, 0) });
  await fetchAll({ uri, bucket, files }, ports);
  return folder;
}

async function fetchFile({ uri, maxBytes, folder }: Wish, ports: CopyPorts): Promise<string> {
  const { bucket: name, object } = placeInBucket(uri);
  const bucket = (await ports.buckets()).bucket(name);
  const found = await bucket.head({ object });
  if (found.status === "missing") {
    throw new Failure("file-missing", `${uri} does not exist`, { fix: "Correct its name, or upload it." });
  }
  const stored = found.value;
  requireSize({ uri, maxBytes, sizeBytes: stored.sizeBytes });
  // What a file's ending says of its form is kept, and nothing else of its name.
  const path = `${folder}/copy${/\.[A-Za-z0-9]{1,16}(\.[A-Za-z0-9]{1,16})?$/.exec(object)?.[0] ?? ""}`;
  await fetchAll({ uri, bucket, files: [{ stored, path }] }, ports);
  return path;
}

interface Placed {
  readonly stored: StoredObject;
  readonly path: string;
}

/** Consoles show folders by objects that hold nothing. */
function isFolderMark({ object, sizeBytes }: StoredObject): boolean {
  return object.endsWith("/") && sizeBytes === 0;
}

/** A bucket takes any name; only what is a path below the folder may become one. */
function placed(stored: StoredObject, prefix: string, folder: string): Placed {
  const path = stored.object.slice(prefix.length);
  const isOdd = path.split("/").some((part) => part === "" || part === "." || part === "..");
  if (!isOdd && !/[\\\p{Cc}]/u.test(path)) return { stored, path: `${folder}/${path}` };
  throw new Failure(
    "artifact-refused",
    `The object ${JSON.stringify(stored.object)} has a name that no file can have`,
    {
      fix: "Remove it from the bucket, or upload the model to another prefix.",
    },
  );
}

interface Fetching {
  readonly uri: string;
  readonly bucket: Bucket;
  readonly files: readonly Placed[];
}

async function fetchAll({ uri, bucket, files }: Fetching, ports: CopyPorts): Promise<void> {
  const total = files.reduce((sum, { stored }) => sum + stored.sizeBytes, 0);
  for (const folder of new Set(files.map(({ path }) => path.slice(0, path.lastIndexOf("/")))))
    await ports.makeFolder(folder);
  let doneBytes = 0;
  let next = 0;
  const progress = (bytes: number): void => {
    if (ports.signal.aborted) throw interrupted(uri);
    doneBytes += bytes;
    ports.log.progress({ name: `fetching ${uri}`, unit: "bytes" }, doneBytes, total);
  };
  const work = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++)
      await fetchChecked(bucket, files[index]!, { hashedFiles: ports.hashedFiles, progress });
  };
  const stop = (): void => {
    next = files.length;
  };
  // All of them come to an end before a folder is taken away below them.
  const ends = await Promise.allSettled(Array.from({ length: PARALLEL_FILES }, () => work().finally(stop)));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

interface Sink {
  readonly hashedFiles: HashedFiles;
  readonly progress: (bytes: number) => void;
}

async function fetchChecked(bucket: Bucket, { stored, path }: Placed, { hashedFiles, progress }: Sink): Promise<void> {
  const place = `gs://${bucket.name}/${stored.object}`;
  for (let tries = 0; tries < TRIES; tries += 1) {
    using target = hashedFiles.target(path);
    const { status } = await bucket.download(stored, (bytes) => {
      target.append(bytes);
      progress(tries === 0 ? bytes.length : 0);
    });
    if (status === "missing") throw changed(place);
    const { crc32c, sizeBytes } = target.complete();
    if (sizeBytes === stored.sizeBytes && (stored.crc32c === null || crc32c === stored.crc32c)) return;
  }
  throw new Failure("bucket-unreachable", `${place} arrives damaged: its checksum is another than the bucket's`, {
    fix: "Run again; if it lasts, look for what stands between this machine and the bucket.",
  });
}

function requireSize({
  uri,
  maxBytes,
  sizeBytes,
}: Pick<Wish, "uri" | "maxBytes"> & { readonly sizeBytes: number }): void {
  if (sizeBytes <= maxBytes) return;
  throw new Failure("limit-exceeded", `${uri} holds ${sizeBytes} bytes, more than ${maxBytes}`, {
    fix: "Raise the limit, or remove what is not needed.",
  });
}

function changed(place: string): Failure {
  return new Failure("artifact-changed", `${place} was replaced or removed while it was fetched`, {
    fix: "Stop what writes to it and run again.",
  });
}

function interrupted(uri: string): Failure {
  return new Failure("interrupted", `The run was interrupted while ${uri} was fetched`, { fix: "Run it again." });
}
