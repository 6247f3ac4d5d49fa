import { createHash } from "node:crypto";
import { Failure } from "../../failure.ts";
import type { Files, OpenFile } from "../../ports/files.ts";
import { nameList, type Refusal, refuse } from "./refusal.ts";
import type { Piece } from "./signed-files.ts";
import type { SignedManifest } from "./statement.ts";

/** One file of the artifact, as it was hashed when the artifact's digest was taken. */
export interface HashedFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** 64 hex digits. */
  readonly sha256: string;
}

export interface HashedArtifact {
  readonly directory: string;
  readonly entries: readonly HashedFile[];
  /** Files that no signature needs to cover: the bundle itself, and what the verifier ignores. */
  readonly isExempt: (path: string) => boolean;
}

export interface Differences {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** In the artifact, and not vouched for. */
  readonly extra: readonly string[];
}

const READ_BYTES = 2 ** 20;
const DIGESTS = { sha256: "sha256", blake2b: "blake2b512" };

/** The signed files against the artifact's, both ways. Files are read again only for shards and BLAKE2b. */
export function compareFiles(manifest: SignedManifest, artifact: HashedArtifact, files: Files): Differences {
  const { entries, directory, isExempt } = artifact;
  const signed = new Map(manifest.files);
  const [only] = entries;
  const whole = signed.get(".");
  if (whole !== undefined && only !== undefined && entries.length === 1 && signed.size === 1) {
    signed.clear();
    signed.set(only.path, whole);
  }
  const present = new Set(entries.map(({ path }) => path));
  const isChanged = (entry: HashedFile) => {
    const pieces = signed.get(entry.path);
    return pieces !== undefined && !isAsSigned(entry, pieces, { manifest, directory, files });
  };
  return {
    changed: entries.filter(isChanged).map(({ path }) => path),
    missing: [...signed.keys()].filter((path) => !present.has(path)),
    extra: entries.map(({ path }) => path).filter((path) => !signed.has(path) && !isExempt(path)),
  };
}

/** Undefined when the statement covers exactly the artifact's files. */
export function refuseDifferences(found: Differences, { shardSize }: SignedManifest): Refusal | undefined {
  const parts = [
    found.changed.length > 0 ? `changed since it was signed: ${nameList(found.changed)}` : "",
    found.missing.length > 0 ? `signed but missing: ${nameList(found.missing)}` : "",
    found.extra.length > 0 ? `not covered by the signature: ${nameList(found.extra)}` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? undefined : refuse(parts.join("; "), fixFor(found, shardSize !== undefined));
}

function fixFor({ changed, missing }: Differences, inShards: boolean): string {
  if (changed.length + missing.length > 0) return "Restore the files that were signed, or sign the artifact again.";
  const how = inShards ? "by the method files, as shards leave out empty files" : "and leave nothing out";
  return `Move what is not covered out of the artifact, or sign it again ${how}.`;
}

interface Reading {
  readonly manifest: SignedManifest;
  readonly directory: string;
  readonly files: Files;
}

function isAsSigned(entry: HashedFile, pieces: readonly Piece[], reading: Reading): boolean {
  const { hash, shardSize } = reading.manifest;
  if (!isCutInto(pieces, entry.sizeBytes, shardSize)) return false;
  if (shardSize === undefined && hash === "sha256") return pieces[0]?.digest === entry.sha256;
  const digests = hashAgain(entry, pieces, reading);
  return pieces.every(({ digest }, index) => digest === digests[index]);
}

/** Whether the shards are those that a file of this size has. A whole file is one piece without an end. */
function isCutInto(pieces: readonly Piece[], sizeBytes: number, shardSize: number | undefined): boolean {
  if (shardSize === undefined) return pieces.length === 1;
  if (pieces.length !== Math.ceil(sizeBytes / shardSize)) return false;
  return pieces.every(({ start, end }, index) => {
    return start === index * shardSize && end === Math.min(sizeBytes, start + shardSize);
  });
}

function hashAgain(entry: HashedFile, pieces: readonly Piece[], { manifest, directory, files }: Reading): string[] {
  const path = `${directory}/${entry.path}`;
  using file = files.open(path);
  if (file.sizeBytes !== entry.sizeBytes) throw changedWhileRead(path);
  const whole = createHash("sha256");
  const digests = pieces.map(({ start, end = entry.sizeBytes }) => {
    const piece = createHash(DIGESTS[manifest.hash]);
    for (const bytes of chunks(file, start, end)) {
      piece.update(bytes);
      whole.update(bytes);
    }
    return piece.digest("hex");
  });
  // The signature must speak of the very bytes whose digest the manifest pins.
  if (whole.digest("hex") !== entry.sha256) throw changedWhileRead(path);
  return digests;
}

function* chunks(file: OpenFile, start: number, end: number): Generator<Uint8Array> {
  for (let at = start; at < end; at += READ_BYTES) yield file.read(at, Math.min(READ_BYTES, end - at));
}

function changedWhileRead(path: string): Failure {
  return new Failure("artifact-changed", `${path} changed while its signature was checked`, {
    fix: "Keep everyone from writing to the artifact, and run again.",
  });
}
