import { createHash } from "node:crypto";
import { Failure } from "../../../failure.ts";
import type { NewFile } from "../../../ports/new-file.ts";
import { blockwise } from "../blocks.ts";
import { formOf, type ScoredBatch } from "../scored-batch.ts";
import { encodeBlock } from "./score-block.ts";
import { headerBytes, headerOf, type ScoreScope, type ShardRange } from "./score-file.ts";

/** Puts a shard's rows into a file, from which the run over all shards is made. */
export interface ScoreWriter {
  add(batch: ScoredBatch): void;
  /** The file takes its name. */
  finish(): void;
}

/** What a shard without rows has: nothing that could differ from the others. */
const NO_FORM = { width: 1, slices: 0, hasWeights: false, hasChampion: false };

export function scoreWriter(scope: ScoreScope, shard: ShardRange, file: NewFile): ScoreWriter {
  const hash = createHash("sha256");
  let written = 0;
  const append = (bytes: Uint8Array): void => {
    hash.update(bytes);
    file.append(bytes);
  };
  const begin = (form = NO_FORM): void => append(headerBytes(headerOf(scope, shard, form)));
  const blocks = blockwise((block) => {
    if (written === 0) begin(formOf(block));
    append(encodeBlock(block));
    written += block.rows;
  }, shard.range.firstRow);
  return {
    add: (batch) => blocks.add(batch),
    finish() {
      blocks.end();
      if (written === 0) begin();
      if (written !== shard.range.rows) throw incomplete(written, shard);
      file.append(hash.digest());
      file.complete();
    },
  };
}

function incomplete(written: number, { shard, range }: ShardRange): Failure {
  const message = `shard ${shard.index + 1} of ${shard.count} has ${range.rows} rows, and ${written} were scored`;
  return new Failure("internal", message, { fix: "Report this." });
}
