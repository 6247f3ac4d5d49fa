import { Failure } from "../../failure.ts";
import type { DataSlice, Dataset } from "../../ports/dataset.ts";
import type { Spill } from "../../ports/spill.ts";
import { type Evidence, isMeasured } from "../evidence.ts";
import { qualityMeter } from "../quality/meter.ts";
import type { ScoreScope } from "../quality/shards/score-file.ts";
import { scoreWriter } from "../quality/shards/score-writer.ts";
import { notPossible } from "../unmeasured.ts";
import type { LoadedPorts } from "./attempts.ts";
import { type Bench, datasetId, type Held, type Pair, releaseId } from "./challenge.ts";
import { openDataset, takesTheSame } from "./dataset.ts";
import { measureRows, type Scorer, type ScoreSink } from "./rows.ts";

type ScoreEvidence = Pick<Evidence, "sanity" | "quality" | "baseline">;

/** Of the bootstrap: any number, and always the same, so that the same rows always get the same verdict. */
const SEED = 1;

/** Sanity and quality, of one pass over the rows. */
export async function measureQuality(bench: Bench, pair: Pair, ports: LoadedPorts): Promise<ScoreEvidence> {
  const { dataset, challenge } = bench;
  const { evaluation } = challenge.held;
  if (!isMeasured(dataset)) return { sanity: dataset, quality: dataset, baseline: dataset };
  const measured = await ports.tries.measure("scoring the evaluation set", async () => {
    await using champion = await championScorer(bench, pair, ports);
    using room = ports.spill();
    const sink = sinkFor(bench, dataset, { ...ports, room });
    const { contract } = challenge.challenger.manifest;
    const challenger: Scorer = { model: pair.challenger, contract, evaluation: evaluation!, dataset: null };
    return await measureRows({ dataset, challenger, champion: champion.scorer, sink }, ports.log);
  });
  if (!isMeasured(measured)) return { sanity: measured, quality: measured, baseline: measured };
  const { fault, ...evidence } = measured;
  ports.tries.note(fault);
  return evidence;
}

/** Scores are measured here, or by the run that joins the shards. */
function sinkFor(
  { challenge }: Bench,
  dataset: Dataset,
  { room, scoreFile }: LoadedPorts & { readonly room: Spill },
): ScoreSink {
  const { challenger, champion, held, shard } = challenge;
  const ids = {
    dataset: datasetId(dataset),
    release: releaseId(challenger),
    champion: champion && releaseId(champion),
  };
  const scope = scopeOf(ids, held, dataset.slices);
  if (shard === null) return qualityMeter(scope.question, { spill: room });
  const writer = scoreWriter(scope, { shard, range: dataset.range }, scoreFile!());
  return {
    add: async (batch) => writer.add(batch),
    async finish() {
      writer.finish();
      return notPossible("only a part of the rows was scored", "Join the shards with `model-release merge`.");
    },
  };
}

/** What makes the scores of one shard those of another's run. */
export function scopeOf(
  { dataset, release, champion }: Pick<Evidence, "dataset" | "release" | "champion">,
  { evaluation, gates }: Held,
  slices: readonly DataSlice[],
): ScoreScope {
  if (evaluation === null || !isMeasured(dataset)) {
    throw new Failure("document-invalid", "there was no evaluation set to score", { fix: "Run the shards again." });
  }
  return {
    question: { evaluation, gates, slices, seed: SEED },
    dataset,
    challenger: release.digest,
    champion: champion?.digest ?? null,
  };
}

interface ChampionScorer extends AsyncDisposable {
  readonly scorer: Scorer | null;
}

/** The champion reads the rows by itself where its contract makes other tensors of them. */
async function championScorer({ challenge }: Bench, { champion }: Pair, ports: LoadedPorts): Promise<ChampionScorer> {
  const { evaluation } = challenge.held;
  const release = challenge.champion;
  if (release === null || evaluation === null || !isMeasured(champion)) return { scorer: null, ...UNTOUCHED };
  const { manifest } = release;
  const own = {
    ...evaluation,
    ...(manifest.evaluation?.output === undefined ? {} : { output: manifest.evaluation.output }),
  };
  const scorer: Scorer = { model: champion, contract: manifest.contract, evaluation: own, dataset: null };
  if (takesTheSame(manifest, challenge.challenger.manifest)) return { scorer, ...UNTOUCHED };
  const { folder } = challenge.challenger;
  const wish = {
    release,
    signature: champion.signature,
    evaluation: { ...own, slices: [] },
    folder,
    shard: challenge.shard,
  };
  const dataset = await openDataset(wish, ports);
  return { scorer: { ...scorer, dataset }, [Symbol.asyncDispose]: () => dataset[Symbol.asyncDispose]() };
}

const UNTOUCHED: AsyncDisposable = { async [Symbol.asyncDispose]() {} };
