import { createHash } from "node:crypto";
import { Failure } from "../../../failure.ts";
import type { ByteSource } from "../../../ports/files.ts";
import { parseJson } from "../../../schema/json.ts";
import type { JsonSchema } from "../../../schema/json-schema.ts";
import schema from "../../../schema/scores.schema.json" with { type: "json" };
import { validate } from "../../../schema/validate.ts";
import { BLOCK_ROWS } from "../../../statistics/block-rows.ts";
import type { ScoredBatch } from "../scored-batch.ts";
import { decodeBlock } from "./score-block.ts";
import {
  blockBytes,
  blocksBytes,
  DIGEST_BYTES,
  headerLength,
  MAX_HEADER_BYTES,
  type ScoreFileHeader,
} from "./score-file.ts";

/** A file of scores whose header has been checked, and its size against it. */
export interface ScoreFile {
  /** As people call it. */
  readonly name: string;
  readonly header: ScoreFileHeader;
  /** In order; ends with a Failure where the bytes are not those that were written. */
  readonly blocks: () => Iterable<ScoredBatch>;
}

/** A file with holes may be as long as it says, and take no room on the disk. */
const MAX_BLOCK_BYTES = 2 ** 32;

export function readScoreFile(name: string, source: ByteSource): ScoreFile {
  const start = source.read(0, Math.min(source.sizeBytes, MAX_HEADER_BYTES));
  const length = headerLength(start);
  if (length === null) throw damaged(name, "it does not begin with a line of JSON");
  const parsed = parseJson(start.subarray(0, length), name, { maxBytes: MAX_HEADER_BYTES, maxDepth: 4 });
  const header = validate<ScoreFileHeader>(schema as JsonSchema, parsed);
  const { range, form, dataset } = header;
  if (blockBytes(Math.min(BLOCK_ROWS, range.rows), form) > MAX_BLOCK_BYTES)
    throw damaged(name, "its rows are wider than any that are written");
  if (range.firstRow + range.rows > dataset.rows) throw damaged(name, "it has rows that the dataset has not");
  const expected = length + blocksBytes(range.rows, form) + DIGEST_BYTES;
  if (source.sizeBytes !== expected)
    throw damaged(name, `it has ${source.sizeBytes} bytes, where its rows take ${expected}`);
  return { name, header, blocks: () => blocksOf({ name, header, source, length }) };
}

interface Opened {
  readonly name: string;
  readonly header: ScoreFileHeader;
  readonly source: ByteSource;
  /** Of the header's line. */
  readonly length: number;
}

function* blocksOf({ name, header, source, length }: Opened): Generator<ScoredBatch> {
  const { range, form } = header;
  const hash = createHash("sha256").update(source.read(0, length));
  let at = length;
  for (let done = 0; done < range.rows; done += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, range.rows - done);
    const bytes = new Uint8Array(blockBytes(rows, form));
    source.read(at, bytes.length, bytes);
    hash.update(bytes);
    at += bytes.length;
    yield decodeBlock(bytes, { firstRow: range.firstRow + done, rows }, form);
  }
  if (!hash.digest().equals(source.read(at, DIGEST_BYTES)))
    throw damaged(name, "its bytes are not those its digest is of");
}

function damaged(name: string, what: string): Failure {
  return new Failure("document-invalid", `${name} is no file of scores that can be joined: ${what}`, {
    fix: `Run the shard of ${name} again, or fetch the file again.`,
  });
}
