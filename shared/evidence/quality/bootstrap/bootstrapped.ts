import type { Metric } from "../../../schema/release.types.ts";
import { bootstrapComparison } from "../../../statistics/bootstrap/bootstrap-comparison.ts";
import { CONFIDENCE, type Comparisons, lossOf } from "../compared.ts";
import type { KeptRows } from "../kept/kept-rows.ts";
import type { QualityQuestion } from "../question.ts";
import type { Paired } from "../tasks/paired-losses.ts";
import type { TaskQuality } from "../tasks/task-tally.ts";
import { type Resampled, resampled } from "./resampled.ts";
import { sampleOf } from "./sample.ts";

const REPLICATES = 1000;

/**
 * Compares what has no test of its own. Of more rows than a sample holds, the sample's spread is taken, which is wider by
 * the root of how many fewer rows it has.
 */
export function bootstrapped(quality: TaskQuality, kept: KeptRows, question: QualityQuestion): Comparisons {
  const sample = sampleOf(kept, quality.classRows);
  if (sample === null || sample.rows.champion === null) return {};
  const { replicates, values } = resampled({ ...sample, rows: sample.rows as Paired }, question, REPLICATES);
  const scale = Math.sqrt(sample.places.length / kept.rows());
  const metrics = Object.keys(replicates.challenger).filter((metric) => !(metric in quality.comparisons)) as Metric[];
  const entries = metrics.map(
    (metric) => [metric, comparedBy(metric, { quality, replicates, values, scale })] as const,
  );
  return Object.fromEntries(entries);
}

interface Drawn extends Resampled {
  readonly quality: TaskQuality;
  /** How much less than the sample's the spread of all rows is. */
  readonly scale: number;
}

function comparedBy(metric: Metric, { quality, replicates, values, scale }: Drawn) {
  const difference = apart(quality.challenger[metric], quality.champion?.[metric]);
  const ofSample = apart(values.challenger[metric], values.champion[metric]);
  const champion = replicates.champion[metric]!.map((value) => scale * value);
  const shift = difference === null || ofSample === null ? Number.NaN : difference - scale * ofSample;
  const challenger = replicates.challenger[metric]!.map((value) => scale * value + shift);
  const compare = (alternative: "two-sided" | "less" | "greater") =>
    bootstrapComparison(difference, { champion, challenger }, { confidence: CONFIDENCE, alternative });
  return { ...compare("two-sided"), test: "bootstrap" as const, lossPValue: compare(lossOf(metric)).pValue };
}

function apart(challenger: number | null | undefined, champion: number | null | undefined): number | null {
  return typeof challenger === "number" && typeof champion === "number" ? challenger - champion : null;
}
