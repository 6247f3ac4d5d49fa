import { createHash } from "node:crypto";
import { Failure } from "../failure.ts";
import type { FileEntry, Files } from "../ports/files.ts";

/** The files that a release pins, and the one digest that names them all. */
export interface Artifact {
  /** `sha256:` and 64 hex digits. */
  readonly digest: string;
  readonly sizeBytes: number;
  /** Sorted by the bytes of their paths. */
  readonly entries: readonly ArtifactEntry[];
}

export interface ArtifactEntry {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly crc32c: number;
}

export interface DigestOptions {
  readonly maxBytes?: number;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
}

/** Paths, by what became of them between what was expected and what is there. */
export interface ArtifactDifference {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly changed: readonly string[];
}

const PARALLEL_FILES = 4;

/**
 * SHA-256 over the sorted lines `<sha256>  <size>  <path>\n` of every file below the directory, as it lies there: whoever
 * pins or releases it asks `refusePointers` first.
 */
export async function digestArtifact(directory: string, files: Files, options: DigestOptions = {}): Promise<Artifact> {
  const listed = await files.list(directory);
  const sizeBytes = totalBytes(listed);
  if (listed.length === 0) throw empty(directory);
  if (options.maxBytes !== undefined && sizeBytes > options.maxBytes)
    throw tooLarge(directory, sizeBytes, options.maxBytes);
  const entries = await hashAll(directory, listed, { files, onProgress: options.onProgress });
  if (!isSame(entries, await files.list(directory))) throw changed(directory);
  return { digest: digestOfEntries(entries), sizeBytes, entries };
}

/** Names the files behind two different digests, when the entries of both are known. */
export function compareArtifacts(
  expected: readonly ArtifactEntry[],
  actual: readonly ArtifactEntry[],
): ArtifactDifference {
  const hashes = new Map(actual.map(({ path, sha256 }) => [path, sha256]));
  const known = new Set(expected.map(({ path }) => path));
  return {
    missing: expected.filter(({ path }) => !hashes.has(path)).map(({ path }) => path),
    extra: actual.filter(({ path }) => !known.has(path)).map(({ path }) => path),
    changed: expected
      .filter(({ path, sha256 }) => hashes.has(path) && hashes.get(path) !== sha256)
      .map(({ path }) => path),
  };
}

function totalBytes(entries: readonly FileEntry[]): number {
  return entries.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
}

interface Hashing {
  readonly files: Files;
  readonly onProgress: DigestOptions["onProgress"];
}

async function hashAll(directory: string, listed: readonly FileEntry[], { files, onProgress }: Hashing) {
  const entries: ArtifactEntry[] = [];
  const total = totalBytes(listed);
  let next = 0;
  let doneBytes = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < listed.length; index = next++) {
      const { path } = listed[index]!;
      const hash = await files.hash(`${directory}/${path}`);
      entries[index] = { path, ...hash };
      doneBytes += hash.sizeBytes;
      onProgress?.(doneBytes, total);
    }
  };
  const stop = (): void => {
    next = listed.length;
  };
  await Promise.all(Array.from({ length: PARALLEL_FILES }, work)).finally(stop);
  return entries;
}

/** False when a file came, went or changed its size while others were read. */
function isSame(read: readonly ArtifactEntry[], listed: readonly FileEntry[]): boolean {
  const isEqual = ({ path, sizeBytes }: ArtifactEntry, index: number): boolean =>
    path === listed[index]?.path && sizeBytes === listed[index].sizeBytes;
  return read.length === listed.length && read.every(isEqual);
}

/** Sorted as bytes, as `LC_ALL=C sort` does: JavaScript's own order is another one beyond U+FFFF. */
export function digestOfEntries(entries: readonly Omit<ArtifactEntry, "crc32c">[]): string {
  const lines = entries.map(({ sha256, sizeBytes, path }) => Buffer.from(`${sha256}  ${sizeBytes}  ${path}\n`));
  const hash = createHash("sha256");
  for (const line of lines.sort(Buffer.compare)) hash.update(line);
  return `sha256:${hash.digest("hex")}`;
}

function empty(directory: string): Failure {
  return new Failure("artifact-refused", `${directory} holds no files`, {
    fix: "Name the folder that holds the model.",
  });
}

function tooLarge(directory: string, sizeBytes: number, maxBytes: number): Failure {
  return new Failure("limit-exceeded", `${directory} holds ${sizeBytes} bytes, more than maxBytes ${maxBytes}`, {
    fix: "Raise artifact.maxBytes, or remove what the model does not need.",
  });
}

function changed(directory: string): Failure {
  return new Failure("artifact-changed", `${directory} changed while it was read`, {
    fix: "Stop what writes to it and run again.",
  });
}
