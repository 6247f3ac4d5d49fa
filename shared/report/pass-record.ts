import { Failure } from "../failure.ts";
import type { VerdictStatus } from "../gate/verdict.ts";
import { canonicalJson } from "../schema/canonical-json.ts";
import { parseJson } from "../schema/json.ts";
import type { JsonSchema } from "../schema/json-schema.ts";
import schema from "../schema/pass.schema.json" with { type: "json" };
import { validate } from "../schema/validate.ts";
import type { ReleaseReport } from "./report.ts";

/** The pass on record: what the check run of a head says of its releases, for the job that promotes one after the merge. */
export interface PassRecord {
  readonly schema: "model-release/pass/v1";
  readonly releases: readonly JudgedRelease[];
}

export interface JudgedRelease {
  /** Its path from the repository's top. */
  readonly manifest: string;
  /** Only `pass` is promoted. */
  readonly status: VerdictStatus;
  readonly model: string;
  readonly version: string;
  readonly digest: string;
  /** What it was compared with; null for a first release. */
  readonly champion: string | null;
  readonly evidenceDigest: string;
  /** Null where nobody has planned. */
  readonly planHash: string | null;
}

/** Half of what a check's summary may hold: the other half is for people. */
const LONGEST = 32_000;
const LIMITS = { maxBytes: 2 ** 17, maxDepth: 4, maxValues: 2 ** 10 };
// The record stands at the summary's end, where nothing that others wrote can follow it.
const AT_END = /(?:^|\n)```json\r?\n(\{[^\r\n]*\})\r?\n```\r?\n\r?\n<\/details>\s*$/;

export function passRecordOf(releases: readonly ReleaseReport[]): PassRecord {
  return { schema: "model-release/pass/v1", releases: releases.map(judgedRelease) };
}

/** The inverse of `parsePassRecord`: Markdown for the end of a check's summary. */
export function passRecordText(record: PassRecord): string {
  const json = canonicalJson(record).replaceAll(/[^ -?A-~]/g, escaped);
  if (json.length > LONGEST || record.releases.length > schema.properties.releases.maxItems) throw tooMuch(record);
  return `<details><summary>For the merge</summary>\n\n\`\`\`json\n${json}\n\`\`\`\n\n</details>\n`;
}

/** Null where the summary ends with no record; one that is none is refused with every problem of it. */
export function parsePassRecord(summary: string): PassRecord | null {
  const json = AT_END.exec(summary)?.[1];
  return json === undefined ? null : parseRecord(json, "the check's record");
}

/** From its JSON alone; every problem of it is named at once. */
export function parseRecord(json: string, where: string): PassRecord {
  return validate<PassRecord>(schema as JsonSchema, parseJson(json, where, LIMITS));
}

function judgedRelease({ path, verdict }: ReleaseReport): JudgedRelease {
  const { status, release, champion, evidenceDigest, planHash } = verdict;
  return { manifest: path, status, ...release, champion: champion?.digest ?? null, evidenceDigest, planHash };
}

/** No name that somebody chose is a mention, nor hides how it runs. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function tooMuch({ releases }: PassRecord): Failure {
  return new Failure("limit-exceeded", `${releases.length} releases are more than one check can put on record`, {
    fix: "Propose fewer of them in one pull request.",
  });
}
