import type { Exchange } from "../../model/serving/exchange.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Dataset, Datasets, Shard } from "../../ports/dataset.ts";
import type { Files } from "../../ports/files.ts";
import type { Log } from "../../ports/log.ts";
import type { GpuWatch } from "../../ports/machine.ts";
import type { NewFile } from "../../ports/new-file.ts";
import type { LoadedModel, LoadRequest, Runtime } from "../../ports/runtime.ts";
import type { Spill } from "../../ports/spill.ts";
import type { NamedTensors } from "../../ports/tensor.ts";
import type { Traffic } from "../../ports/traffic.ts";
import type { BucketCopies } from "../../release/bucket-copies.ts";
import type { OpenRelease } from "../../release/open-release.ts";
import type { Contract, Evaluation, Gates, Metric } from "../../schema/release.types.ts";
import type { Tolerance } from "../difference.ts";
import type { DatasetId, Evidence, Measured, ReleaseId, Shortcut } from "../evidence.ts";

/** A challenger, what it is compared with, and what a policy wants to know of it. */
export interface Challenge {
  readonly challenger: OpenRelease;
  /** Null for a first release. */
  readonly champion: OpenRelease | null;
  readonly held: Held;
  /** Asked for by name; null where any will do. */
  readonly wantedDevice: "cpu" | "gpu" | null;
  /** Set for a release that served before: it is read and never loaded. */
  readonly shortcut: Shortcut | null;
  /** Only this part of the rows; all but the first leave out what rows do not tell. */
  readonly shard: Shard | null;
}

/** What is asked as the policy has it, which need not be as the challenger has it. */
export interface Held {
  readonly evaluation: (Evaluation & { readonly primaryMetric: Metric }) | null;
  readonly golden: Tolerance | null;
  readonly gates: Gates;
}

export interface CollectPorts {
  readonly files: Files;
  readonly log: Log;
  readonly clock: Clock;
  readonly datasets: Datasets;
  readonly copies: BucketCopies;
  readonly traffic: Traffic;
  readonly watchGpus: () => GpuWatch;
  /** Ends what is being measured and keeps what has been. */
  readonly signal: AbortSignal;
  readonly spill: () => Spill;
  /** Where the scores of a shard go. */
  readonly scoreFile?: () => NewFile;
  readonly runtime: () => Promise<Runtime>;
  /** Another than the first, where this machine has one. */
  readonly otherRuntime: () => Promise<Runtime | null>;
}

/** What is known before anything is loaded. */
export type ArtifactEvidence = Pick<Evidence, "lint" | "digest" | "signature" | "safety" | "size" | "contract">;

/** What only a loaded model tells. */
export type LoadedEvidence = Omit<
  Evidence,
  "schema" | "release" | "champion" | "shortcut" | "rehearsal" | keyof ArtifactEvidence
>;

/** What every measurement of answers starts from. */
export interface Bench {
  readonly challenge: Challenge;
  readonly runtime: Runtime;
  readonly dataset: Measured<Dataset>;
  readonly golden: Measured<readonly Exchange[]>;
  /** A request that is good. */
  readonly sample: NamedTensors;
}

/** The two models, side by side; the champion may be missing for a reason. */
export interface Pair {
  readonly challenger: LoadedModel;
  readonly champion: Measured<LoadedModel>;
}

/** The names of the classes, where the score's output has any. */
export function labelsOf({ outputs }: Contract, { output }: Pick<Evaluation, "output">): readonly string[] | undefined {
  const [first] = outputs;
  return (outputs.find(({ name }) => name === output) ?? first)?.labels;
}

export function requestOf({ manifest, directory }: OpenRelease): LoadRequest {
  return { directory, signatureName: manifest.artifact.signatureName };
}

export function releaseId({ manifest: { model, artifact } }: OpenRelease): ReleaseId {
  return { model: model.name, version: model.version, digest: artifact.digest };
}

export function datasetId({ digest, rows }: Dataset): DatasetId {
  return { digest: `sha256:${digest}`, rows };
}
