import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { copyFile, link, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { refusal } from "../status.ts";
import type { StoredObject, StoredObjects } from "../stored-objects.ts";

interface ArtifactFile extends StoredObject {
  /** Relative to the artifact. */
  readonly file: string;
}

const MAX_FILES = 100_000;

/** Where artifacts are kept, each in a folder that is named by its digest. */
interface Shelf {
  readonly root: string;
  hold(digest: string): Promise<void>;
  release(digest: string): void;
}

/** Fetches the files below a `gs://` address: their digest, 64 hex digits, as a release has it. It is held then. */
export async function gatherArtifact(uri: string, objects: StoredObjects, shelf: Shelf): Promise<string> {
  const files = filesAt(uri, objects);
  const digest = await digestOf(files);
  await shelf.hold(digest);
  try {
    const folder = join(shelf.root, digest);
    if (!existsSync(folder)) await fill(folder, files, shelf.root);
    return digest;
  } catch (error) {
    shelf.release(digest);
    throw error;
  }
}

function filesAt(uri: string, objects: StoredObjects): readonly ArtifactFile[] {
  const [, bucket, path = ""] = /^gs:\/\/([^/]+)(?:\/(.*))?$/s.exec(uri) ?? [];
  if (bucket === undefined) throw broken(`The artifact_uri "${uri.slice(0, 300)}" is not gs://BUCKET/FOLDER.`);
  const prefix = path === "" || path.endsWith("/") ? path : `${path}/`;
  const found = objects.list(bucket, prefix);
  if (found === null) throw broken(`The bucket of ${uri} does not exist.`);
  const files = found
    .map((object) => ({ ...object, file: object.name.slice(prefix.length) }))
    .filter(({ file }) => file !== "" && !file.endsWith("/"));
  if (files.length === 0) throw broken(`There are no files under "${uri}".`);
  if (files.length > MAX_FILES) throw broken(`There are more than ${MAX_FILES} files under "${uri}".`);
  checkNames(files);
  if (!files.some(({ file }) => file === "saved_model.pb" || file === "saved_model.pbtxt")) {
    throw broken(`Model directory ${uri} is expected to contain exactly one of: [saved_model.pb, saved_model.pbtxt].`);
  }
  return files;
}

function checkNames(files: readonly ArtifactFile[]): void {
  for (const { file, name } of files) {
    const isSafe =
      !file.includes("\0") && file.split("/").every((part) => part !== "" && part !== "." && part !== "..");
    if (!isSafe) throw broken(`The object ${JSON.stringify(name.slice(0, 300))} cannot be a file of a model.`);
  }
}

/** SHA-256 over the lines of all files, sorted by their bytes. */
async function digestOf(files: readonly ArtifactFile[]): Promise<string> {
  const lines: Buffer[] = [];
  for (const { file, path, sizeBytes } of files) {
    const hash = createHash("sha256");
    await pipeline(createReadStream(path), hash);
    lines.push(Buffer.from(`${hash.digest("hex")}  ${sizeBytes}  ${file}\n`));
  }
  return createHash("sha256")
    .update(Buffer.concat(lines.sort(Buffer.compare)))
    .digest("hex");
}

async function fill(folder: string, files: readonly ArtifactFile[], root: string): Promise<void> {
  await mkdir(root, { recursive: true });
  const beside = await mkdtemp(join(root, ".new-"));
  try {
    for (const { file, path } of files) await place(path, join(beside, file));
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    // Another deployment of the same bytes was faster.
    if (!existsSync(folder)) throw error;
  }
}

/** A second name for the same bytes costs nothing; where the file system has none, they are copied. */
async function place(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await link(from, to).catch(() => copyFile(from, to));
}

function broken(message: string): Error {
  return refusal("FAILED_PRECONDITION", message);
}
