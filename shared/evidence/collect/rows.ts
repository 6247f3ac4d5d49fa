import { Failure } from "../../failure.ts";
import type { Batch, Dataset } from "../../ports/dataset.ts";
import type { Log } from "../../ports/log.ts";
import type { LoadedModel } from "../../ports/runtime.ts";
import type { NamedTensors } from "../../ports/tensor.ts";
import type { Manifest } from "../../release/manifest.ts";
import type { Evaluation } from "../../schema/release.types.ts";
import { baselineMeter } from "../baseline.ts";
import type { Evidence } from "../evidence.ts";
import type { ScoredBatch } from "../quality/scored-batch.ts";
import { scoresOf } from "../quality/scores.ts";
import { untouched, withAnswers } from "../sanity/output-sanity.ts";
import { type ScoreMeter, scoreMeter } from "../sanity/score-sanity.ts";
import type { OutputSanity } from "../sanity.ts";
import { whyNot } from "../unmeasured.ts";
import { labelsOf } from "./challenge.ts";

/** A model that scores, and the rows as its own contract takes them. */
export interface Scorer {
  readonly model: Pick<LoadedModel, "predict">;
  readonly contract: Manifest["contract"];
  readonly evaluation: Evaluation;
  /** Null where it takes the challenger's inputs as they are. */
  readonly dataset: Dataset | null;
}

export interface RowsQuestion {
  readonly dataset: Dataset;
  readonly challenger: Scorer;
  /** Null for a first release, or where the champion cannot be asked. */
  readonly champion: Scorer | null;
  readonly sink: ScoreSink;
}

/** Where the scores go: to be measured, or into the file of a shard. */
export interface ScoreSink {
  add(batch: ScoredBatch): Promise<void>;
  finish(): Promise<Evidence["quality"]>;
}

interface RowsEvidence extends Pick<Evidence, "sanity" | "quality" | "baseline"> {
  /** What kept the quality from being measured. */
  readonly fault: Failure | null;
}

/** One pass over the evaluation set, in which champion and challenger score the same rows while the next are read. */
export async function measureRows(question: RowsQuestion, log: Log): Promise<RowsEvidence> {
  const { dataset, champion } = question;
  const size = batchRows(dataset, question.challenger.contract);
  const rows = rowMeter(question, size);
  const twins = champion?.dataset?.batches(size)[Symbol.asyncIterator]() ?? null;
  let settled = Promise.resolve();
  for await (const batch of dataset.batches(size)) {
    const twin = twins === null ? batch.inputs : (await twins.next()).value.inputs;
    const answers = ask(question, batch.inputs, twin);
    const before = settled;
    settled = before.then(async () => rows.add(batch, await answers));
    // Both are awaited below or in the next turn; neither may end the process before.
    void Promise.allSettled([answers, settled]);
    await before;
    log.progress("scoring rows", batch.firstRow + batch.rows - dataset.range.firstRow, dataset.range.rows);
  }
  await settled;
  return rows.finish();
}

interface Answers {
  readonly challenger: NamedTensors;
  readonly champion: NamedTensors | Failure | null;
}

async function ask(question: RowsQuestion, inputs: NamedTensors, twin: NamedTensors): Promise<Answers> {
  const { challenger, champion } = question;
  const [answer, other] = await Promise.all([
    challenger.model.predict(inputs),
    champion?.model.predict(twin).catch(asFailure) ?? null,
  ]);
  return { challenger: answer, champion: other };
}

function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  throw thrown;
}

interface RowMeter {
  add(batch: Batch, answers: Answers): Promise<void>;
  finish(): Promise<RowsEvidence>;
}

/** What keeps the quality from being measured is told of it alone: whether scores are sane is seen all the same. */
function rowMeter(question: RowsQuestion, size: number): RowMeter {
  const { challenger, sink } = question;
  let outputs: readonly OutputSanity[] = challenger.contract.outputs.map(untouched);
  const scores: ScoreMeter = scoreMeter(
    challenger.evaluation.task,
    labelsOf(challenger.contract, challenger.evaluation),
  );
  const baseline = baselineMeter(challenger.contract, question.dataset.rows, size);
  let [rows, fault]: [number, Failure | null] = [0, null];
  const failed = (thrown: unknown) => {
    fault ??= asFailure(thrown);
    return whyNot(fault);
  };
  const scored = async (batch: Batch, answers: Answers): Promise<void> => {
    const own = scoresOf(answers.challenger, challenger.evaluation, challenger.contract);
    scores.add({ labels: batch.labels, challenger: own });
    if (fault === null) await sink.add({ ...batch, challenger: own, champion: championScores(question, answers) });
  };
  return {
    async add(batch, answers) {
      rows += batch.rows;
      outputs = withAnswers(outputs, answers.challenger, batch.firstRow);
      baseline.add({ ...batch, answers: answers.challenger });
      await scored(batch, answers).catch(failed);
    },
    async finish() {
      const sanity = { rows, outputs, ...scores.finish() };
      const quality = fault === null ? await sink.finish().catch(failed) : whyNot(fault);
      return { sanity, baseline: baseline.finish(), quality, fault };
    },
  };
}

function championScores({ champion }: RowsQuestion, { champion: answer }: Answers) {
  if (champion === null || answer === null) return null;
  if (answer instanceof Failure) throw answer;
  return scoresOf(answer, champion.evaluation, champion.contract);
}

const MOST_ROWS = 1024;
/** A row of a table is little to compute, so that what a batch costs counts. What a text or an image becomes is not. */
const MOST_TABLE_ROWS = 4096;
const BATCH_VALUES = 2 ** 22;

/** A power of two, so that blocks of rows are whole batches; fewer where a row is large. */
function batchRows({ blockRows }: Dataset, { inputs }: Manifest["contract"]): number {
  const values = inputs.map(({ shape }) =>
    (shape ?? []).slice(1).reduce((product, size) => product * Math.abs(size), 1),
  );
  const perRow = values.reduce((sum, count) => sum + count, 1);
  const fitting = 2 ** Math.floor(Math.log2(Math.max(1, BATCH_VALUES / perRow)));
  return Math.min(inputs.every(isTable) ? MOST_TABLE_ROWS : MOST_ROWS, fitting, blockRows);
}

function isTable({ dtype, shape }: Manifest["contract"]["inputs"][number]): boolean {
  return dtype.startsWith("float") && shape !== null && shape.length <= 2;
}
