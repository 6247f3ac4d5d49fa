import { createHash } from "node:crypto";
import type { Encoding, Envelope } from "./dsse.ts";
import { arrayOf, type Field, fieldOf, isAbsent, stringOf } from "./json-field.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import { collectFiles, type Resource, type SignedFiles } from "./signed-files.ts";
import { parseStrictJson } from "./strict-json.ts";

type HashName = "sha256" | "blake2b";

/** What the signer vouches for, and how its files were hashed. */
export interface SignedManifest extends Serialization {
  readonly files: SignedFiles;
}

interface Serialization {
  readonly hash: HashName;
  /** Undefined where every file is hashed whole. */
  readonly shardSize: number | undefined;
  /** Paths that the signer left out, in the signer's own words. */
  readonly leftOut: readonly string[];
}

const STATEMENT = "https://in-toto.io/Statement/v1";
const PREDICATE = "https://model_signing/signature/v1.0";
/** Of model_signing 0.2: every file is a subject. */
const LEGACY_PREDICATE = "https://model_signing/Digests/v0.1";
const RESIGN = "Sign the artifact again with model_signing.";
const HASHES: Readonly<Record<string, HashName>> = { sha256: "sha256", blake2b: "blake2b", blake2: "blake2b" };
const HEX = { sha256: /^[0-9a-f]{64}$/, blake2b: /^[0-9a-f]{128}$/ };

/** The in-toto statement of an envelope whose signature has been verified. */
export function readStatement(envelope: Envelope, encoding: Encoding, where: string): SignedManifest | Refusal {
  const place = `${where}: signed statement`;
  const statement: Field = { value: parseStrictJson(envelope.payload, place), where: place };
  const type = stringOf(fieldOf(statement, "_type"));
  const predicate = stringOf(fieldOf(statement, "predicateType"));
  if (type !== STATEMENT || (predicate !== PREDICATE && predicate !== LEGACY_PREDICATE)) {
    return refuse(`it signs a ${predicate.slice(0, 200)} in a ${type.slice(0, 200)}, not a model`, RESIGN);
  }
  if (encoding === "v0.2" && predicate !== LEGACY_PREDICATE) {
    return refuse("it is signed as only model_signing 0.2 did, but states what later versions state", RESIGN);
  }
  return predicate === PREDICATE ? readManifest(statement) : readLegacyManifest(statement);
}

function readManifest(statement: Field): SignedManifest | Refusal {
  const predicate = fieldOf(statement, "predicate");
  const serialization = readSerialization(fieldOf(predicate, "serialization"));
  if (isRefusal(serialization)) return serialization;
  const resources = arrayOf(fieldOf(predicate, "resources")).map(readResource);
  const [subject, ...others] = arrayOf(fieldOf(statement, "subject"));
  if (subject === undefined || others.length > 0) return refuse("it must have exactly one subject", RESIGN);
  const rootDigest = stringOf(fieldOf(fieldOf(subject, "digest"), "sha256"));
  const resourcesDigest = digestOf(resources);
  if (rootDigest !== resourcesDigest) {
    return refuse(`its subject has the digest ${rootDigest.slice(0, 64)}, its files ${resourcesDigest}`, RESIGN);
  }
  return manifestOf(serialization, resources);
}

function readLegacyManifest(statement: Field): SignedManifest | Refusal {
  const resources = arrayOf(fieldOf(statement, "subject")).map((subject) => ({
    name: stringOf(fieldOf(subject, "name")),
    algorithm: "sha256",
    digest: stringOf(fieldOf(fieldOf(subject, "digest"), "sha256")).toLowerCase(),
  }));
  return manifestOf({ hash: "sha256", shardSize: undefined, leftOut: [] }, resources);
}

function readResource(resource: Field): Resource {
  return {
    name: stringOf(fieldOf(resource, "name")),
    algorithm: stringOf(fieldOf(resource, "algorithm")),
    digest: stringOf(fieldOf(resource, "digest")).toLowerCase(),
  };
}

/** `allow_symlinks` is not read: an artifact with links is refused before anyone looks at its signature. */
function readSerialization(serialization: Field): Serialization | Refusal {
  const method = stringOf(fieldOf(serialization, "method"));
  const hashType = stringOf(fieldOf(serialization, "hash_type"));
  const hash = Object.hasOwn(HASHES, hashType) ? HASHES[hashType] : undefined;
  if (hash === undefined) {
    return refuse(`it hashes with ${hashType.slice(0, 40)}, which is not supported`, "Sign with the hash sha256.");
  }
  const ignored = fieldOf(serialization, "ignore_paths");
  const leftOut = isAbsent(ignored) ? [] : arrayOf(ignored).map(stringOf);
  if (method === "files") return { hash, shardSize: undefined, leftOut };
  const { value: shardSize } = fieldOf(serialization, "shard_size");
  const isSize = typeof shardSize === "number" && Number.isSafeInteger(shardSize) && shardSize > 0;
  if (method === "shards" && isSize) return { hash, shardSize, leftOut };
  return refuse(`it serializes by ${method.slice(0, 40)}, or by shards of no size`, "Sign with the method files.");
}

/** The root digest is always SHA-256, over the bytes of the digests in the order in which they are listed. */
function digestOf(resources: readonly Resource[]): string {
  const hash = createHash("sha256");
  for (const { digest } of resources) hash.update(digest, "hex");
  return hash.digest("hex");
}

function manifestOf(serialization: Serialization, resources: readonly Resource[]): SignedManifest | Refusal {
  const { hash, shardSize } = serialization;
  if (resources.length === 0) return refuse("it covers no file", RESIGN);
  const algorithms = [hash, `${hash}-sharded-${shardSize}`];
  const odd = resources.find(({ algorithm, digest }) => !algorithms.includes(algorithm) || !HEX[hash].test(digest));
  if (odd !== undefined) {
    const { name, algorithm } = odd;
    return refuse(`it gives ${name.slice(0, 200)} no ${hash} digest, but ${algorithm.slice(0, 40)}`, RESIGN);
  }
  const files = collectFiles(resources, shardSize !== undefined);
  return isRefusal(files) ? files : { ...serialization, files };
}
