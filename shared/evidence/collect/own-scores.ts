import { Failure } from "../../failure.ts";
import { canonicalJson } from "../../schema/canonical-json.ts";
import type { ShardSource } from "../quality/shards/join-shards.ts";
import type { ScoreFileHeader } from "../quality/shards/score-file.ts";
import { readScoreFile } from "../quality/shards/score-reader.ts";
import type { SanityEvidence } from "../sanity.ts";
import { SHARD_FILES, type ShardDocument, type ShardFolder } from "./shard-folder.ts";

/** What lies beside scores is of them: else a shard could stand in for the first, whose evidence is everyone's. */
export function requireOwnScores(shards: readonly ShardFolder[], sources: readonly ShardSource[]): void {
  for (const [index, { name, source }] of sources.entries()) {
    requireOwn(shards[index]!, readScoreFile(name, source).header);
  }
  requireSameOutputs(shards);
}

function requireOwn({ folder, document, evidence }: ShardFolder, { shard, range }: ScoreFileHeader): void {
  const isSame = document.shard.index === shard.index && document.shard.count === shard.count;
  const { rows } = evidence.sanity as SanityEvidence;
  if (isSame && rows === range.rows) return;
  const told = isSame ? `${rows} rows are told of` : `${SHARD_FILES.document} is of ${called(document.shard)}`;
  const scored = isSame ? `${range.rows} scored` : `the scores of ${called(shard)}`;
  throw foreign(`${folder} does not hold one shard: ${told}, and ${scored}`);
}

function called({ index, count }: ShardDocument["shard"]): string {
  return `shard ${index + 1} of ${count}`;
}

/** They are joined one by one: one that is not told of would hide what it answered. */
function requireSameOutputs(shards: readonly ShardFolder[]): void {
  const outputsOf = ({ evidence }: ShardFolder): string =>
    canonicalJson((evidence.sanity as SanityEvidence).outputs.map(({ name, range }) => [name, range]));
  const other = shards.find((shard) => outputsOf(shard) !== outputsOf(shards[0]!));
  if (other !== undefined) throw foreign(`${other.folder} tells of other outputs than ${shards[0]!.folder}`);
}

function foreign(message: string): Failure {
  return new Failure("document-invalid", message, { fix: "Join the shards of one run, as they were written." });
}
