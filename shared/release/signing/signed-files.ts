import { type Refusal, refuse } from "./refusal.ts";

/** One line of a signed manifest, as it stands there. */
export interface Resource {
  readonly name: string;
  readonly algorithm: string;
  /** Hex digits in lower case. */
  readonly digest: string;
}

/** A whole file, or one shard of it. */
export interface Piece {
  readonly start: number;
  /** Where the shard ends, itself excluded; undefined for a whole file. */
  readonly end: number | undefined;
  readonly digest: string;
}

/** The pieces of every signed file in rising order. The path `.` stands for a model that is one file. */
export type SignedFiles = ReadonlyMap<string, readonly Piece[]>;

const RESIGN = "Sign the artifact again with model_signing.";
const SHARD_NAME = /^(.*):(\d{1,15}):(\d{1,15})$/s;

export function collectFiles(resources: readonly Resource[], inShards: boolean): SignedFiles | Refusal {
  const files = new Map<string, Piece[]>();
  const seen = new Set<string>();
  for (const resource of resources) {
    const piece = inShards ? readShard(resource) : { ...resource, start: 0, end: undefined };
    const path = piece && normalize(piece.name);
    if (piece === undefined || path === undefined) return refuseName(resource, "is no path inside the model");
    const key = `${piece.start}:${path}`;
    if (seen.has(key)) return refuseName(resource, "is listed twice");
    seen.add(key);
    const pieces = files.get(path) ?? [];
    pieces.push({ start: piece.start, end: piece.end, digest: piece.digest });
    files.set(path, pieces);
  }
  for (const pieces of files.values()) pieces.sort((one, other) => one.start - other.start);
  return files;
}

/** `path:start:end`; the path itself may hold colons. */
function readShard({ name, digest }: Resource): (Piece & { readonly name: string }) | undefined {
  const [, path, start, end] = SHARD_NAME.exec(name) ?? [];
  return path === undefined ? undefined : { name: path, start: Number(start), end: Number(end), digest };
}

/** The one spelling of a relative path; undefined for one that leaves the model. */
function normalize(name: string): string | undefined {
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  if (name === "" || name.startsWith("/") || parts.includes("..") || name.includes("\0")) return undefined;
  return parts.join("/") || ".";
}

function refuseName({ name }: Resource, problem: string): Refusal {
  return refuse(`the signed statement names ${JSON.stringify(name.slice(0, 200))}, which ${problem}`, RESIGN);
}
