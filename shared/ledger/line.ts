import { createHash } from "node:crypto";
import { Failure } from "../failure.ts";
import { canonicalJson } from "../schema/canonical-json.ts";
import { parseJson } from "../schema/json.ts";
import type { JsonSchema } from "../schema/json-schema.ts";
import schema from "../schema/ledger.schema.json" with { type: "json" };
import { validate } from "../schema/validate.ts";
import { isInstant, laterOf } from "./instant.ts";

/** One thing that became of a release at its endpoint. Lines are added, never changed. */
export interface LedgerLine extends LedgerEntry {
  readonly schema: "model-release/ledger/v1";
  /** 1 for an endpoint's first line, and one more for each. */
  readonly sequence: number;
  /** The hash of the line before; null for the first. */
  readonly previous: string | null;
  /** Over all the rest of the line. */
  readonly hash: string;
}

/** What a writer says; its place in the chain comes with writing. */
export interface LedgerEntry {
  /** In ISO 8601 with milliseconds, UTC. */
  readonly time: string;
  readonly endpoint: string;
  readonly model: string;
  readonly version: string;
  readonly digest: string;
  readonly event: LedgerEvent;
  /** Of the default branch: what was desired then. */
  readonly commit: string;
  readonly pullRequest: number | null;
  readonly actor: string | null;
  readonly evidenceDigest: string | null;
  readonly before: readonly ServedShare[];
  readonly after: readonly ServedShare[];
  readonly reason: string | null;
}

export type LedgerEvent =
  | "intent"
  | "uploaded"
  | "registered"
  | "staged"
  | "deployed"
  | "shifted"
  | "healthy"
  | "aborted"
  | "bad"
  | "superseded"
  | "restored"
  | "rolledBack"
  | "adopted"
  | "healed"
  | "frozen"
  | "thawed"
  | "collected";

/** Who answers requests, and what share of them. */
export interface ServedShare {
  readonly deployedModelId: string;
  /** The release's, and its digest; null for what others deployed. */
  readonly version: string | null;
  readonly digest: string | null;
  readonly percent: number;
}

const LIMITS = { maxBytes: 2 ** 16, maxDepth: 4, maxValues: 2 ** 12 };

/** The line that follows another, or that is the first. Its time is never before the other's, whatever clocks say. */
export function nextLine(entry: LedgerEntry, last: LedgerLine | undefined): LedgerLine {
  const unhashed = {
    ...entry,
    schema: "model-release/ledger/v1" as const,
    sequence: (last?.sequence ?? 0) + 1,
    previous: last?.hash ?? null,
    time: laterOf(last?.time ?? "", entry.time),
  };
  return { ...unhashed, hash: hashOf(unhashed) };
}

/** The inverse of `parseLine`, without the newline that ends it. */
export function lineText(line: LedgerLine): string {
  return canonicalJson(line);
}

/** A line is only what `lineText` writes: any other spelling of the same values was written by somebody else. */
export function parseLine(text: string, where: string): LedgerLine {
  const line = validate<LedgerLine>(schema as JsonSchema, parseJson(text, where, LIMITS), "ledger-invalid");
  if (lineText(line) !== text) throw changed(where, "is not spelled as it was written");
  if (!isInstant(line.time)) throw changed(where, "has a time that there never is");
  const { hash, ...rest } = line;
  if (hashOf(rest) !== hash) throw changed(where, "is not what its hash says");
  return line;
}

function hashOf(unhashed: Omit<LedgerLine, "hash">): string {
  return `sha256:${createHash("sha256").update(canonicalJson(unhashed)).digest("hex")}`;
}

function changed(where: string, how: string): Failure {
  return new Failure("ledger-invalid", `${where}: the line ${how}`, {
    fix: "Find out who changed it: git log -p origin/model-release-ledger shows each change with its author.",
  });
}
