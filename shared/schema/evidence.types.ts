// Generated from evidence.schema.json by .github/scripts/schema-types.ts. Do not edit.

/** What was measured of a challenger, with what, over which digests. Never an opinion. */
export interface EvidenceDocument {
  /** The version of this format. */
  readonly schema: "model-release/evidence/v1";
  /** The challenger. */
  readonly release: ReleaseId;
  /** What it was compared with; null for a first release. */
  readonly champion: ReleaseId | null;
  /** What computed the answers. */
  readonly runtime: RuntimeId | Unmeasured;
  /** The rows that were evaluated. */
  readonly dataset: DatasetId | Unmeasured;
  /** What is odd about the manifest and what lies beside it. */
  readonly lint: Lint;
  /** The artifact that the manifest pins, and the one that is there. */
  readonly digest: PinnedDigest;
  /** Whether the artifact is signed by whom the manifest names. */
  readonly signature: SignatureResult | Unmeasured;
  /** What in the artifact reaches beyond the process that serves it. */
  readonly safety: Safety;
  /** How large the artifact is. */
  readonly size: Size;
  /** Fresh processes, each of which loads the model and answers once. */
  readonly load: Load | Unmeasured;
  /** How the signature differs from the declared contract, and the contract from the champion's. */
  readonly contract: Contract | Unmeasured;
  /** How the golden cases were answered. */
  readonly golden: Golden | Unmeasured;
  /** What the scores look like, whether or not they are right. */
  readonly sanity: Sanity | Unmeasured;
  /** How the model took inputs at and beyond the edges of its contract. */
  readonly edge: Edge | Unmeasured;
  /** The metrics of champion and challenger on the same rows. */
  readonly quality: Quality | Unmeasured;
  /** How fast both answer, measured in turn. */
  readonly latency: Latency | Unmeasured;
  /** How many answers a second both give. */
  readonly throughput: Throughput | Unmeasured;
  /** Whether memory grows while requests go on. */
  readonly soak: Soak | Unmeasured;
  /** How two runtimes answer the same requests. */
  readonly parity: Parity | Unmeasured;
  /** Why nothing was measured of a release that served before; null where all was. */
  readonly shortcut: Shortcut | null;
  /** What happened when the release was promoted, and taken back, where nobody is served. */
  readonly rehearsal: Rehearsal | Unmeasured;
  /** What rows and answers look like, for a later watch to compare with. */
  readonly baseline: Baseline | Unmeasured;
}

/** Why there is no measurement. */
export interface Unmeasured {
  /** It does not apply, which is no one's fault; or it applies and could not be taken. */
  readonly unmeasured: "notApplicable" | "notPossible";
  readonly reason: string;
  /** What a person can do so that it is taken next time. */
  readonly fix: string | null;
}

export interface ReleaseId {
  readonly model: string;
  readonly version: string;
  readonly digest: string;
}

export interface RuntimeId {
  readonly name: "tensorflow" | "embedded";
  readonly version: string;
  /** `cpu`, or the GPU's own name. */
  readonly device: string;
}

export interface DatasetId {
  readonly digest: string;
  readonly rows: number;
}

export interface Lint {
  readonly findings: readonly FileLint[];
  /** Files that the manifest names and the repository lacks. */
  readonly missing: readonly string[];
  /** Fields that still say TODO. */
  readonly placeholders: readonly string[];
  readonly servable: readonly ServableFinding[];
  readonly completeness: Completeness;
  /** What is odd and breaks nothing. */
  readonly warnings: readonly string[];
}

export interface FileLint {
  readonly rule: "secret" | "personal-path" | "data-file";
  readonly level: "fail" | "warn";
  readonly file: string;
  readonly message: string;
  readonly fix: string;
}

/** Why TensorFlow would refuse to load a model, or could not serve it. */
export interface ServableFinding {
  readonly rule: string;
  readonly where: string;
  readonly message: string;
  readonly fix: string;
}

/** How much of what a complete release names is there. */
export interface Completeness {
  readonly named: number;
  readonly of: number;
  readonly missing: readonly string[];
}

export interface PinnedDigest {
  readonly declared: string;
  readonly actual: string;
}

export type SignatureResult = VerifiedSignature | FailedSignature;

export interface VerifiedSignature {
  readonly status: "verified";
  readonly method: "key" | "certificate";
  readonly signer: string;
  /** Files that the signature covers. */
  readonly covered: number;
  /** Paths that the signer left out. */
  readonly leftOut: readonly string[];
}

export interface FailedSignature {
  readonly status: "failed";
  readonly reason: string;
  readonly fix: string;
  readonly where: string;
  readonly differences?: Differences;
}

export interface Differences {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

export interface Safety {
  readonly findings: readonly SafetyFinding[];
}

export interface SafetyFinding {
  readonly operator: string | null;
  readonly node: string | null;
  /** Set for what lies beside the graph. */
  readonly file: string | null;
  /** What starts it, then the functions down to the node. */
  readonly path: readonly string[];
  readonly reason: string;
  readonly fix: string;
}

export interface Size {
  readonly bytes: number;
  readonly files: number;
}

export interface Load {
  readonly attempts: readonly (Loaded | FailedLoad)[];
  /** Asked for with --device; null where any would do. */
  readonly wantedDevice: DeviceKind | null;
}

export type DeviceKind = "cpu" | "gpu";

export interface Loaded {
  readonly outcome: "loaded";
  readonly device: string;
  readonly coldStartSeconds: number | string;
  readonly peakBytes: number | null;
}

export interface FailedLoad {
  readonly outcome: "failed";
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  /** Whether the machine is to blame. */
  readonly isPlatform: boolean;
}

export interface Contract {
  /** Where the signature is not what the manifest declares. */
  readonly mismatches: readonly Mismatch[];
  /** From the champion's contract to the challenger's. */
  readonly changes: readonly ContractChange[];
  readonly brokenConsumers: readonly BrokenConsumer[];
}

export interface Mismatch {
  readonly path: string;
  readonly declared: string;
  readonly actual: string;
  readonly message: string;
}

export interface ContractChange {
  readonly kind:
    | "added"
    | "removed"
    | "renamed"
    | "dtype"
    | "shape"
    | "rank"
    | "encoding"
    | "featureOrder"
    | "featureAdded"
    | "featureRemoved"
    | "featureRenamed"
    | "featureDtype"
    | "features"
    | "rangeNarrowed"
    | "rangeWidened"
    | "rangeMoved"
    | "nullable"
    | "labelOrder"
    | "labels";
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly effect: "compatible" | "breaking";
  readonly reason: string;
}

export interface BrokenConsumer {
  readonly consumer: string;
  readonly output: string;
}

export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

export interface Difference {
  readonly elements: number;
  readonly largest: number | string;
  /** In units of what the tolerance allows: at most 1 is within it. */
  readonly largestShare: number | string;
  readonly beyondTolerance: number;
  readonly notFinite: number;
  /** Another type or shape, or nothing at all. */
  readonly mismatch: string | null;
}

/** How many rows choose the same class. */
export interface Choices {
  readonly rows: number;
  readonly agreeing: number;
  readonly tied: number;
}

export interface Golden {
  readonly cases: number;
  readonly tolerance: Tolerance;
  readonly outputs: readonly GoldenOutput[];
  readonly misses: readonly GoldenMiss[];
}

export interface GoldenOutput {
  readonly name: string;
  readonly difference: Difference;
  /** Of repeated answers from the first. */
  readonly noise: Difference;
  readonly choices: Choices | null;
  /** Whether the answers depend on the inputs. */
  readonly isDiscriminating: boolean | null;
}

export interface GoldenMiss {
  readonly line: number;
  readonly output: string | null;
  readonly message: string;
}

export interface Sanity {
  readonly rows: number;
  readonly outputs: readonly OutputSanity[];
  readonly scoreDeviation: number | string | null;
  readonly commonest: Commonest | null;
}

export interface OutputSanity {
  readonly name: string;
  readonly notFinite: number;
  readonly firstNotFinite: number | null;
  readonly range: readonly [number, number] | null;
  readonly outOfRange: number;
  readonly lowest: number | string | null;
  readonly highest: number | string | null;
}

/** The class that is predicted most, and how often it is predicted and true. */
export interface Commonest {
  readonly label: string;
  readonly predicted: number;
  readonly true: number;
}

export interface Edge {
  readonly cases: readonly EdgeCase[];
}

export interface EdgeCase {
  readonly name: string;
  readonly isWithinContract: boolean;
  readonly outcome: "answered" | "notFinite" | "refused" | "died" | "tookTooLong";
  readonly message: string | null;
  readonly recovered: boolean;
  readonly durationMs: number | string;
}

export type Task = "binary" | "multiclass" | "regression";

export type Metric =
  | "auc"
  | "averagePrecision"
  | "logLoss"
  | "brier"
  | "ece"
  | "eceEqualMass"
  | "accuracy"
  | "balancedAccuracy"
  | "precision"
  | "recall"
  | "f1"
  | "mcc"
  | "ks"
  | "macroF1"
  | "weightedF1"
  | "aucMacro"
  | "top3Accuracy"
  | "kappa"
  | "rmse"
  | "mae"
  | "mape"
  | "r2"
  | "medianAbsoluteError";

export interface Quality {
  readonly task: Task;
  readonly primaryMetric: Metric;
  readonly rows: number;
  readonly classRows: readonly number[] | null;
  readonly metrics: Partial<Readonly<Record<Metric, MetricEvidence>>>;
  readonly slices: readonly SliceQuality[];
  /** For charts; nothing is judged by it. */
  readonly curves?: QualityCurves;
}

export interface MetricEvidence {
  readonly challenger: number | null;
  readonly champion: number | null;
  /** Challenger − champion. */
  readonly difference: number | null;
  /** Of its two-sided 90 % bounds. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Two-sided, against no difference. */
  readonly pValue: number | null;
  readonly test: Test | null;
  /** So many rows would decide the margin. */
  readonly neededRows: number | null;
}

export type Test = "delong" | "mcnemar" | "pairedT" | "bootstrap";

export interface SliceQuality {
  readonly predicate: string;
  readonly isRequired: boolean;
  readonly rows: number;
  readonly classRows: readonly number[] | null;
  readonly metrics: Partial<Readonly<Record<Metric, MetricEvidence>>>;
  /** Of the primary metric: one-sided, that the challenger loses. */
  readonly lossPValue: number | null;
}

export interface Latency {
  readonly device: string;
  readonly challenger: LatencyFigures;
  readonly champion: LatencyFigures | null;
  /** Of the 95th percentiles, with two-sided 90 % bounds. */
  readonly ratio: Bounded | null;
  /** Why the run says nothing. */
  readonly invalid: string | null;
  /** What the GPUs were put to meanwhile; none where the processor answered. */
  readonly gpus: readonly GpuUse[];
}

export interface LatencyFigures {
  readonly p50Ms: number | string;
  readonly p95Ms: number | string;
  readonly p99Ms: number | string;
  readonly ratePerSecond: number | string;
  readonly samples: number;
  readonly errors: number;
  /** For charts; nothing is judged by it. */
  readonly distribution?: LatencyDistribution;
}

/** A value with its two-sided 90 % bounds. */
export interface Bounded {
  readonly value: number | string;
  readonly lower: number | string;
  readonly upper: number | string;
}

export interface Throughput {
  readonly challengerPerSecond: number | string;
  readonly championPerSecond: number | string | null;
  readonly ratio: Bounded | null;
  readonly invalid: string | null;
}

export interface Soak {
  readonly durationSeconds: number | string;
  readonly requests: number;
  readonly errors: number;
  /** The slope of resident memory. */
  readonly bytesPerMinute: Bounded;
  /** Resident memory in bytes after so many seconds. */
  readonly memory?: readonly (readonly [number, number])[];
}

export interface Parity {
  readonly requests: number;
  readonly compared: number;
  readonly tolerance: Tolerance;
  readonly outputs: readonly OutputParity[];
  readonly refusals: readonly Refusal[];
}

export interface OutputParity {
  readonly name: string;
  readonly difference: Difference;
  readonly noise: Noise;
  readonly choices: Choices | null;
  readonly isDiscriminating: boolean | null;
}

export interface Noise {
  readonly reference: Difference;
  readonly other: Difference;
}

export interface Refusal {
  readonly request: number;
  readonly reference: string | null;
  readonly other: string | null;
}

export interface Shortcut {
  /** The sequence of the ledger's line that says that this very artifact is well. */
  readonly healthy: number;
}

export interface Rehearsal {
  readonly promotion: RehearsedWalk;
  /** Back to the champion; null for a first release, which has none. */
  readonly return: RehearsedWalk | null;
}

export interface RehearsedWalk {
  /** Whether it came to its end. */
  readonly isDone: boolean;
  /** What it came to, or what stood in the way. */
  readonly reason: string;
  /** What was written, in order. */
  readonly writes: readonly RehearsedWrite[];
  readonly milliseconds: number | string;
}

export interface RehearsedWrite {
  readonly kind: "upload" | "register" | "alias" | "deploy" | "share" | "undeploy";
  readonly resource: string;
}

export interface Baseline {
  readonly features: readonly ColumnSketch[];
  readonly predictions: readonly ColumnSketch[];
}

/** How the values of one column are distributed. */
export type ColumnSketch = NumberColumn | TextColumn;

export interface NumberColumn {
  readonly name: string;
  readonly kind: "numbers";
  readonly rows: number;
  readonly absent: number;
  readonly infinite: number;
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly bits: number;
  readonly buckets: readonly (readonly [number, number])[];
}

export interface TextColumn {
  readonly name: string;
  readonly kind: "texts";
  readonly rows: number;
  readonly absent: number;
  readonly frequent: readonly TextCount[];
  readonly undercount: number;
  readonly hashes: readonly number[];
}

export interface TextCount {
  readonly text: string;
  readonly count: number;
}

export interface GpuUse {
  readonly name: string;
  readonly uuid: string;
  readonly samples: number;
  readonly busyShare: number | null;
  readonly mostUsedBytes: number | null;
  readonly hottestCelsius: number | null;
}

/** What the charts of a report are drawn from, of all rows. */
export interface QualityCurves {
  readonly challenger: ModelCurves;
  readonly champion: ModelCurves | null;
}

/** What a task has no use for, or what cannot be computed, is null. */
export interface ModelCurves {
  /** Binary: the trade-off at every threshold. */
  readonly thresholds: ThresholdCurve | null;
  /** Binary: of the second label's probability. Multiclass: of the predicted label's, which came true where it was right. */
  readonly scores: ScoreBins | null;
  /** Multiclass, of few classes: a row for each true class, with what was predicted for it. */
  readonly confusion: readonly (readonly number[])[] | null;
  /** Regression: of each error, the share of all weight that has a smaller one, because too little was predicted and because too much was. */
  readonly errors: readonly (readonly [number, number, number])[] | null;
  /** Regression: what was predicted, and what was so. */
  readonly predictions: readonly PredictionGroup[] | null;
}

export interface ThresholdCurve {
  /** What the rows of the class weigh. */
  readonly positive: number;
  readonly negative: number;
  /** From the highest threshold to the lowest: the threshold, the false positive rate, the recall. */
  readonly points: readonly (readonly [number, number, number])[];
}

/** How probabilities are distributed over what came true. */
export interface ScoreBins {
  /** What the rows that came true weigh, in equally wide bins from 0 to 1. */
  readonly positive: readonly number[];
  readonly negative: readonly number[];
  readonly calibration: readonly CalibrationBin[];
}

/** One without rows has no means. */
export interface CalibrationBin {
  readonly weight: number;
  readonly meanScore: number | null;
  readonly positiveShare: number | null;
}

/** Rows with predictions near each other. */
export interface PredictionGroup {
  readonly weight: number;
  readonly meanPrediction: number;
  readonly meanLabel: number;
}

/** How long answers took, and when. */
export interface LatencyDistribution {
  /** A share of the answers, and the milliseconds that they took at most. */
  readonly quantiles: readonly (readonly [number, number])[];
  /** From so many milliseconds to so many, and how many answers took as long. */
  readonly bins: readonly (readonly [number, number, number])[];
  readonly timeline: readonly LatencyMoment[];
}

/** What one part of the load has shown. */
export interface LatencyMoment {
  readonly atSeconds: number;
  readonly ratePerSecond: number;
  readonly errors: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}
