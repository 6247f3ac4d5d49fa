import { Failure } from "../../failure.ts";
import type { Files, OpenFile } from "../../ports/files.ts";
import type { Spill } from "../../ports/spill.ts";
import { canonicalJson } from "../../schema/canonical-json.ts";
import { joinedBaselines } from "../baseline.ts";
import { type Evidence, isMeasured } from "../evidence.ts";
import { joinShards } from "../quality/shards/join-shards.ts";
import { readScoreFile } from "../quality/shards/score-reader.ts";
import { joined } from "../sanity/output-sanity.ts";
import { scoreMeter } from "../sanity/score-sanity.ts";
import type { SanityEvidence } from "../sanity.ts";
import { type Held, labelsOf } from "./challenge.ts";
import { requireOwnScores } from "./own-scores.ts";
import { scopeOf } from "./quality.ts";
import { readShardFolder, SHARD_FILES, type ShardFolder } from "./shard-folder.ts";

export interface JoinPorts {
  readonly files: Files;
  readonly spill: () => Spill;
}

/** The folders of all shards of one run, each checked to be of the same one, the first first. */
export async function readShards(folders: readonly string[], { files }: JoinPorts): Promise<readonly ShardFolder[]> {
  const shards = await Promise.all(folders.map((folder) => readShardFolder(folder, files)));
  const [first] = shards;
  if (first === undefined) throw new Failure("usage", "there are no shards to join", { fix: "Name their folders." });
  for (const shard of shards) {
    const differing = SAME.find(([, of]) => canonicalJson(of(shard)) !== canonicalJson(of(first)));
    if (differing === undefined) continue;
    throw new Failure("document-invalid", `${shard.folder} is of another ${differing[0]} than ${first.folder}`, {
      fix: "Join the shards of one run.",
    });
  }
  return shards.toSorted((a, b) => a.document.shard.index - b.document.shard.index);
}

const SAME: readonly (readonly [what: string, of: (shard: ShardFolder) => unknown])[] = [
  ["release", ({ evidence }) => evidence.release],
  ["champion", ({ evidence }) => evidence.champion],
  ["manifest", ({ document }) => [document.challenger, document.champion]],
  ["evaluation set", ({ evidence, document }) => [evidence.dataset, document.slices]],
  ["day", ({ document }) => document.today],
];

/** The evidence of the one run over all rows: what no row tells is the first shard's. */
export async function joinEvidence(shards: readonly ShardFolder[], held: Held, ports: JoinPorts): Promise<Evidence> {
  for (const shard of shards) requireScores(shard);
  const [first] = shards as [ShardFolder, ...ShardFolder[]];
  const opened: OpenFile[] = [];
  using spill = ports.spill();
  try {
    const sources = shards.map(({ folder }) => {
      const source = ports.files.open(`${folder}/${SHARD_FILES.scores}`);
      opened.push(source);
      return { name: `${folder}/${SHARD_FILES.scores}`, source };
    });
    const scope = scopeOf(first.evidence, held, first.document.slices);
    requireOwnScores(shards, sources);
    const quality = await joinShards(scope, sources, { spill });
    const score = scoreMeter(
      scope.question.evaluation.task,
      labelsOf(first.document.challenger.contract, held.evaluation!),
    );
    for (const { name, source } of sources) for (const block of readScoreFile(name, source).blocks()) score.add(block);
    const sanity = { ...joinedSanity(shards), ...score.finish() };
    return { ...first.evidence, quality, sanity, baseline: joinedBaseline(shards) };
  } finally {
    for (const file of opened) file[Symbol.dispose]();
  }
}

function requireScores({ folder, evidence }: ShardFolder): void {
  if (isMeasured(evidence.sanity)) return;
  throw new Failure("document-invalid", `${folder} holds no scores: ${evidence.sanity.reason}`, {
    fix: evidence.sanity.fix ?? "Run that shard again.",
  });
}

function joinedBaseline(shards: readonly ShardFolder[]): Evidence["baseline"] {
  const parts = shards.flatMap(({ evidence }) => (isMeasured(evidence.baseline) ? [evidence.baseline] : []));
  return parts.length === 0 ? shards[0]!.evidence.baseline : parts.reduce(joinedBaselines);
}

function joinedSanity(shards: readonly ShardFolder[]): Pick<SanityEvidence, "rows" | "outputs"> {
  const parts = shards.map(({ evidence }) => evidence.sanity as SanityEvidence);
  const [first, ...rest] = parts as [SanityEvidence, ...SanityEvidence[]];
  const outputs = first.outputs.map((output, index) =>
    rest.reduce((all, part) => joined(all, part.outputs[index]!), output),
  );
  return { rows: parts.reduce((sum, { rows }) => sum + rows, 0), outputs };
}
