import { createHash } from "node:crypto";
import { canonicalJson } from "../../../schema/canonical-json.ts";
import { BLOCK_ROWS } from "../../../statistics/block-rows.ts";
import { strideOf } from "../packed-rows.ts";
import type { QualityQuestion } from "../question.ts";
import type { BatchForm } from "../scored-batch.ts";

/** What was scored by which models; scores of anything else do not join. */
export interface ScoreScope {
  readonly question: QualityQuestion;
  readonly dataset: { readonly digest: string; readonly rows: number };
  readonly challenger: string;
  readonly champion: string | null;
}

/** The rows of a shard: `index` counts from 0. */
export interface ShardRange {
  readonly shard: { readonly index: number; readonly count: number };
  readonly range: { readonly firstRow: number; readonly rows: number };
}

/**
 * A file of scores is one line of JSON, padded with spaces to a multiple of 8 bytes; then blocks of always the same rows,
 * each its packed numbers and a bit for each slice and row; then the SHA-256 of all before.
 */
export interface ScoreFileHeader extends Omit<ScoreScope, "question">, ShardRange {
  readonly schema: "model-release/scores/v1";
  /** The question's digest. */
  readonly question: string;
  readonly form: BatchForm;
}

export const DIGEST_BYTES = 32;
export const MAX_HEADER_BYTES = 65_536;

const NEWLINE = 0x0a;

export function headerOf(
  { question, dataset, challenger, champion }: ScoreScope,
  { shard, range }: ShardRange,
  form: BatchForm,
): ScoreFileHeader {
  const digest = createHash("sha256").update(canonicalJson(question)).digest("hex");
  return { schema: "model-release/scores/v1", question: digest, dataset, challenger, champion, shard, range, form };
}

export function headerBytes(header: ScoreFileHeader): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 * Math.ceil((text.length + 1) / 8)).fill(0x20);
  bytes.set(text);
  bytes[bytes.length - 1] = NEWLINE;
  return bytes;
}

/** Of the line, its end included; null where there is none. */
export function headerLength(start: Uint8Array): number | null {
  const end = start.indexOf(NEWLINE);
  return end < 0 ? null : end + 1;
}

export function blockBytes(rows: number, form: BatchForm): number {
  return 8 * (rows * strideOf(form) + memberWords(rows, form.slices));
}

export function blocksBytes(rows: number, form: BatchForm): number {
  const whole = Math.floor(rows / BLOCK_ROWS);
  const rest = rows % BLOCK_ROWS;
  return whole * blockBytes(BLOCK_ROWS, form) + (rest === 0 ? 0 : blockBytes(rest, form));
}

/** Words of 8 bytes that hold a bit for each slice and row. */
function memberWords(rows: number, slices: number): number {
  return Math.ceil((slices * rows) / 64);
}
