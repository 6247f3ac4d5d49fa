// Generated from release.schema.json by .github/scripts/schema-types.ts. Do not edit.

/** One version of one model: the artifact it pins by digest, what it promises, how it is judged and how it is delivered. */
export interface ReleaseManifest {
  /** The version of this format. */
  readonly apiVersion: "model-release/v1";
  /** Which model this is, and who answers for it. */
  readonly model: Model;
  /** The SavedModel that is released. */
  readonly artifact: Artifact;
  /** Where the artifact comes from. */
  readonly provenance?: Provenance;
  /** Whether the model takes raw features itself, or relies on code beside it. */
  readonly preprocessing?: Preprocessing;
  /** What callers may rely on. */
  readonly contract: Contract;
  /** The data that champion and challenger are compared on. Required unless `gates.quality` is off. */
  readonly evaluation?: Evaluation;
  /** Requests with known answers. Required unless `gates.golden` is off. */
  readonly golden?: Golden;
  /** The limits that a challenger has to keep, and what happens when it does not. */
  readonly gates: Gates;
  /** Gates that an approver lets pass this once, until a date. */
  readonly waivers?: readonly Waiver[];
  /** The container and machine that serve the model. */
  readonly serving?: Serving;
  /** The endpoint that follows this file. */
  readonly target?: Target;
  /** How traffic moves to a new release. */
  readonly rollout: Rollout;
  /** What is kept ready for a way back. */
  readonly rollback: Rollback;
  /** What is promised in production. Checked now, acted on by a later version. */
  readonly monitoring?: Monitoring;
}

export interface Model {
  /** The model's name, the same in every release. */
  readonly name: string;
  /** The release's version. Once merged, a version never changes its digest. */
  readonly version: string;
  /** What the model does, for the model card. */
  readonly description?: string;
  /** Who is notified: a team or a person. A label, not a login. */
  readonly owner: string;
  /** GitHub logins whose approving review counts for waivers, high risk and loosened policy. */
  readonly approvers?: readonly string[];
  /** What to do when it breaks: a path in the repository, or a link. */
  readonly runbook?: string;
  /** High needs an approval before traffic moves, and a complete manifest. */
  readonly risk?: "low" | "high";
  /** What the model is for, and what it is not for. */
  readonly intendedUse?: string;
  /** Where the model is known to be weak. */
  readonly limitations?: readonly string[];
}

export interface Artifact {
  /** The SavedModel's folder, relative to this file, or gs://bucket/prefix. */
  readonly uri: string;
  /** SHA-256 over the sorted lines `<sha256>  <size>  <path>` of the artifact's files. `model-release pack` writes it. */
  readonly digest: string;
  /** The signature that is served. */
  readonly signatureName: string;
  /** The largest artifact that is accepted, in bytes. */
  readonly maxBytes: number;
  /** Who has to have signed the artifact: an OpenSSF model-signing bundle `model.sig` beside it. */
  readonly signedBy?: Signer;
}

export type Signer = KeySigner | CertificateSigner;

export interface KeySigner {
  /** The public key, a PEM file in the repository. */
  readonly key: string;
}

export interface CertificateSigner {
  /** The certificate chain that is trusted, a PEM file in the repository. */
  readonly certificate: string;
}

export interface Provenance {
  /** The commit of the training code. */
  readonly codeRevision?: string;
  /** The training run, as your tracker names it. */
  readonly runId?: string;
  /** The days that the training data covers. */
  readonly trainingWindow?: TrainingWindow;
  /** What the model was trained on. */
  readonly trainingData?: TrainingData;
  /** The versions that wrote the artifact. */
  readonly framework?: Framework;
  /** The lock file of the training environment. */
  readonly dependencies?: string;
}

export interface TrainingWindow {
  /** The first day. */
  readonly from: string;
  /** The last day. */
  readonly to: string;
}

export interface TrainingData {
  /** What the data is and how it was drawn. */
  readonly description?: string;
  /** How many rows. */
  readonly rows?: number;
  /** The digest of the training data. */
  readonly digest?: string;
}

export interface Framework {
  /** The TensorFlow version that wrote the artifact. */
  readonly tensorflow: string;
  /** The Keras version, where Keras was used. */
  readonly keras?: string;
}

export type Preprocessing = EmbeddedPreprocessing | SeparatePreprocessing;

export interface EmbeddedPreprocessing {
  /** The model takes raw features: nothing outside it has to run first. */
  readonly embedded: true;
}

export interface SeparatePreprocessing {
  /** The folder with the preprocessing code. */
  readonly ref: string;
  /** The digest of that folder, made like an artifact's. */
  readonly digest: string;
  /** Raw features with the tensors that training made of them. */
  readonly parityCases: string;
}

export interface Contract {
  /** The tensors that the signature takes. */
  readonly inputs: readonly ContractInput[];
  /** The tensors that the signature returns. */
  readonly outputs: readonly ContractOutput[];
  /** Whether this release may break callers of the champion. Breaking needs an approver's review. */
  readonly evolution: "backward" | "breaking";
  /** Who relies on which outputs. */
  readonly consumers?: readonly Consumer[];
}

export interface ContractInput {
  /** The input's name in the signature. */
  readonly name: string;
  /** TensorFlow's name of the element type. */
  readonly dtype: Dtype;
  /** -1 where a dimension is free, null where the rank is. */
  readonly shape: readonly number[] | null;
  /** The columns that fill the last dimension, in order; with `encoding: tf.Example`, the example's features. */
  readonly features?: readonly Feature[];
  /** The lowest and highest value of a feature, where they are known. */
  readonly ranges?: Readonly<Record<string, readonly [number, number]>>;
  /** The features that may be absent. */
  readonly nullable?: readonly string[];
  /** How the data columns reach the input: as serialized tf.Example messages built from its features. */
  readonly encoding?: "tf.Example";
}

export type Feature = string | ExampleFeature;

export interface ExampleFeature {
  /** The feature's key in the example, and its data column. */
  readonly name: string;
  /** The list that holds it in the example. */
  readonly dtype: "float32" | "int64" | "string";
}

export interface ContractOutput {
  /** The output's name in the signature. */
  readonly name: string;
  /** TensorFlow's name of the element type. */
  readonly dtype: Dtype;
  /** -1 where a dimension is free, null where the rank is. */
  readonly shape: readonly number[] | null;
  /** The lowest and highest value it may take. */
  readonly range?: readonly [number, number];
  /** What the values stand for, in the output's order. A binary score is the probability of the second. */
  readonly labels?: readonly string[];
}

export interface Consumer {
  /** The system that calls the model. */
  readonly name: string;
  /** The outputs that it reads. */
  readonly reads: readonly string[];
}

export interface Evaluation {
  /** What the model predicts: one of two classes, one of several, or a number. */
  readonly task: Task;
  /** The rows that both models score. */
  readonly dataset: Dataset;
  /** The column with the truth. */
  readonly label: string;
  /** The column with each row's weight, where rows count differently. */
  readonly weight?: string;
  /** Which output is the score; needed where the contract has several. */
  readonly output?: string;
  /** The columns of each input, where they differ from the contract's features. */
  readonly inputs?: Readonly<Record<string, readonly string[]>>;
  /** The score from which a binary model says yes. */
  readonly threshold: number;
  /** The metric that decides: auc for binary, accuracy for multiclass, rmse for regression unless given. */
  readonly primaryMetric?: Metric;
  /** Groups of rows that are also judged on their own. */
  readonly slices?: readonly Slice[];
  /** With fewer rows the gate quality is inconclusive. */
  readonly minRows: number;
  /** With fewer rows of a class the gate quality is inconclusive. */
  readonly minPerClass: number;
}

export type Task = "binary" | "multiclass" | "regression";

export interface Dataset {
  /** A CSV, JSON lines or Parquet file, relative to this file, or gs://bucket/path. */
  readonly uri: string;
  /** The file's SHA-256. Without it nobody can tell whether the data has changed. */
  readonly digest?: string;
}

export type Slice = string | SliceByColumn | SliceWhere;

export interface SliceByColumn {
  /** The column: each of its values is a slice. */
  readonly by: string;
  /** Too little evidence on one of these slices is inconclusive, not a warning. */
  readonly required?: boolean;
}

export interface SliceWhere {
  /** The rows that belong to the slice. */
  readonly where: string;
  /** Too little evidence on this slice is inconclusive, not a warning. */
  readonly required?: boolean;
}

export interface Golden {
  /** JSON lines, each with `instances` and `predictions` (or `inputs` and `outputs`), the serving API's own form. */
  readonly file: string;
  /** How far an answer may lie from the recorded one, relative to its size. */
  readonly rtol: number;
  /** How far an answer may lie from the recorded one in any case. */
  readonly atol: number;
}

export interface Gates {
  /** The manifest and what lies beside it are in order. */
  readonly lint?: PlainGate;
  /** The artifact is the one that the manifest pins. */
  readonly digest?: PlainGate;
  /** The artifact is signed by `artifact.signedBy`. */
  readonly signature?: PlainGate;
  /** Nothing in the artifact can reach files, the network or code. */
  readonly safety?: PlainGate;
  /** The model loads in three fresh processes. */
  readonly load?: LoadGate;
  /** The signature keeps the contract, and the contract the champion's. */
  readonly contract?: PlainGate;
  /** The golden cases are answered as recorded. */
  readonly golden?: PlainGate;
  /** Scores are finite, in range and not constant. */
  readonly sanity?: PlainGate;
  /** Odd and broken requests neither kill nor poison the model. */
  readonly edge?: PlainGate;
  /** The metrics keep their floors and do not lose to the champion. */
  readonly quality?: QualityGate;
  /** No slice loses significantly to the champion. */
  readonly slices: SlicesGate;
  /** Answers come in time, and not slower than the champion's. */
  readonly latency: LatencyGate;
  /** Enough answers a second, and not fewer than the champion. */
  readonly throughput?: ThroughputGate;
  /** Memory does not grow while requests go on. */
  readonly soak?: SoakGate;
  /** The artifact is not too large. */
  readonly size?: SizeGate;
  /** Both runtimes give the same answers. */
  readonly parity?: PlainGate;
  /** Promotion and rollback work on the emulator. */
  readonly rehearsal?: PlainGate;
}

export type GateId =
  | "lint"
  | "digest"
  | "signature"
  | "safety"
  | "load"
  | "contract"
  | "golden"
  | "sanity"
  | "edge"
  | "quality"
  | "slices"
  | "latency"
  | "throughput"
  | "soak"
  | "size"
  | "parity"
  | "rehearsal";

export type GateLevel = "block" | "warn" | "off";

export interface PlainGate {
  /** Whether a failure blocks, warns or is not looked for. */
  readonly level?: GateLevel;
}

export interface LoadGate {
  /** Whether a failure blocks, warns or is not looked for. */
  readonly level?: GateLevel;
  /** The longest time from start to the first answer. */
  readonly maxColdStartSeconds?: number;
  /** The most memory that loading and the first answer may take, in bytes. */
  readonly maxPeakBytes?: number;
}

export interface QualityGate {
  /** Whether a failure blocks, warns or is not looked for. */
  readonly level?: GateLevel;
  /** Limits for each metric. Without one for the primary metric the gate fails. */
  readonly metrics?: Partial<Readonly<Record<Metric, MetricLimits>>>;
}

export interface MetricLimits {
  /** The least value, whatever the champion has. */
  readonly min?: number;
  /** The highest value, whatever the champion has. */
  readonly max?: number;
  /** How much worse than the champion it may be, in the metric's own unit. */
  readonly maxLoss?: number;
  /** How much worse than the champion it may be, as a fraction of the champion's value. */
  readonly maxLossRatio?: number;
  /** How much better than the champion it has to be, in the metric's own unit. */
  readonly minGain?: number;
  /** Judge the loss by its interval, or by its point value alone. */
  readonly decide?: "interval" | "point";
  /** Also fail a loss that is significant at this two-sided level. */
  readonly neverWorse?: number;
}

export interface SlicesGate {
  /** Whether a failure blocks, warns or is not looked for. */
  readonly level?: GateLevel;
  /** Smaller slices are listed, not tested. */
  readonly minRows: number;
  /** Slices with fewer rows of a class are listed, not tested. */
  readonly minPerClass: number;
  /** How much worse than the champion a slice may be, in the metric's own unit. */
  readonly maxLoss: number;
  /** The same as a fraction of the champion's value, for error metrics. */
  readonly maxLossRatio?: number;
  /** The one-sided level of each slice's test, after Holm's correction. */
  readonly alpha: number;
}

export interface LatencyGate {
  /** Whether a failure blocks, warns or is not looked for. */
  readonly level?: GateLevel;
  /** The highest 95th percentile, in milliseconds. Without it only the ratio is judged. */
  readonly p95Ms?: number;
  /** The highest ratio to the champion's: 1.10 is ten percent slower. */
  readonly maxRatio: number;
  /** How many requests a second are sent. */
  readonly ratePerSecond: number;
  /** For how long. */
  readonly durationSeconds: number;
}

export interface ThroughputGate {
  /** Whether a failure blocks, warns or is not looked for. */
  readonly level?: GateLevel;
  /** The fewest answers a second. */
  readonly minPerSecond?: number;
  /** The lowest ratio to the champion's; the gate judges 0.9 where nothing is given. */
  readonly minRatio?: number;
}

export interface SoakGate {
  /** Whether a failure blocks, warns or is not looked for. */
  readonly level?: GateLevel;
  /** For how long requests go on; 60 where nothing is given. */
  readonly durationSeconds?: number;
  /** The fastest growth of memory, in bytes a minute. */
  readonly maxBytesPerMinute?: number;
}

export interface SizeGate {
  /** Whether a failure blocks, warns or is not looked for. */
  readonly level?: GateLevel;
  /** A larger artifact is warned about; 500 MB where nothing is given. */
  readonly warnBytes?: number;
  /** A larger artifact fails; 2 GB where nothing is given. */
  readonly maxBytes?: number;
}

export interface Waiver {
  /** The gate that is waived. Digest and safety cannot be. */
  readonly gate: GateId;
  /** Why, for everyone who reads the report. */
  readonly reason: string;
  /** Who answers for it; one of the base branch's approvers. */
  readonly approver: string;
  /** The last day on which it counts. */
  readonly expires: string;
}

export interface Serving {
  /** The serving container. */
  readonly image: string;
  /** The machine, as Google Cloud names it. */
  readonly machineType: string;
  /** The GPUs of each machine. */
  readonly accelerator?: Accelerator;
  /** How many machines. */
  readonly replicas: Replicas;
  /** What a month costs, by your own figures; the plan shows its change. */
  readonly monthlyCost?: number;
}

export interface Accelerator {
  /** The GPU, as Vertex AI names it. */
  readonly type: string;
  /** How many on each machine. */
  readonly count: 1 | 2 | 4 | 8 | 16;
}

export interface Replicas {
  /** The fewest machines. */
  readonly min: number;
  /** The most machines. */
  readonly max: number;
}

export interface Target {
  /** The platform. */
  readonly kind: "vertex";
  /** The Google Cloud project. */
  readonly project: string;
  /** The region of endpoint and bucket. */
  readonly region: string;
  /** The endpoint that serves production. */
  readonly endpoint: string;
  /** A second endpoint, where a release is tried before production. */
  readonly stagingEndpoint?: string;
  /** The bucket that artifacts are uploaded to. */
  readonly bucket: string;
}

export interface Rollout {
  /** The share of traffic at each step, in percent, rising to 100. */
  readonly steps: readonly number[];
  /** The least time at each step. */
  readonly bakeSeconds: number;
  /** The fewest answers at each step before it is judged. */
  readonly minSamples: number;
  /** After this the release is taken back. */
  readonly deadlineHours: number;
  /** Whether a step that cannot be judged holds or is taken back. */
  readonly onInconclusive: "hold" | "restore";
  /** Where a step's answers are counted: Cloud Monitoring, the rows of `monitoring.source`, or golden requests. */
  readonly telemetry: "cloudMonitoring" | "log" | "probes";
}

export interface Rollback {
  /** How many versions stay registered and uploaded. */
  readonly keepVersions: number;
  /** How long the previous release stays deployed without traffic. */
  readonly standbyHours: number;
  /** What happens to the endpoint when this file is deleted. */
  readonly onDelete: "hold" | "undeploy";
}

export interface Monitoring {
  /** The log of answers: time, deployedModelId or digest, features, prediction, latencyMs, status. */
  readonly source?: string;
  /** What is promised to callers. */
  readonly slo?: ServiceLevel;
  /** How far live data may move from the evaluation set. */
  readonly drift?: Drift;
  /** Where the truth arrives later. */
  readonly groundTruth?: GroundTruth;
  /** Whether a breach proposes the revert, merges it, or neither. */
  readonly autoRevert?: "off" | "propose" | "merge";
  /** Who is told: names of secrets, never their values. */
  readonly notify?: Notify;
}

export interface ServiceLevel {
  /** The highest 95th percentile, in milliseconds. */
  readonly p95Ms?: number;
  /** The highest share of failed requests. */
  readonly errorRate?: number;
  /** The highest share of answers that break the contract. */
  readonly invalidRate?: number;
  /** The days over which it is counted. */
  readonly windowDays?: number;
}

export interface Drift {
  /** The measure of distance. */
  readonly method: "jensenShannon" | "psi";
  /** The largest distance. */
  readonly limit: number;
  /** With fewer rows nothing is said. */
  readonly minRows?: number;
}

export interface GroundTruth {
  /** The labels as they arrive. */
  readonly uri: string;
  /** The column that joins a label to its answer. */
  readonly key: string;
  /** How long labels take to arrive. */
  readonly delayDays?: number;
  /** With fewer labels nothing is said. */
  readonly minLabels?: number;
}

export interface Notify {
  /** The secret that holds a webhook's address. */
  readonly webhook?: string;
  /** The secret that holds a PagerDuty key. */
  readonly pagerDuty?: string;
}

export type Metric = BinaryMetric | MulticlassMetric | RegressionMetric;

export type BinaryMetric =
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
  | "ks";

export type MulticlassMetric =
  | "accuracy"
  | "balancedAccuracy"
  | "macroF1"
  | "weightedF1"
  | "logLoss"
  | "aucMacro"
  | "top3Accuracy"
  | "kappa"
  | "ece";

export type RegressionMetric = "rmse" | "mae" | "mape" | "r2" | "medianAbsoluteError";

export type Dtype =
  | "float16"
  | "bfloat16"
  | "float32"
  | "float64"
  | "int4"
  | "int8"
  | "int16"
  | "int32"
  | "int64"
  | "uint4"
  | "uint8"
  | "uint16"
  | "uint32"
  | "uint64"
  | "bool"
  | "string"
  | "complex64"
  | "complex128"
  | "qint8"
  | "quint8"
  | "qint16"
  | "quint16"
  | "qint32"
  | "float8_e5m2"
  | "float8_e4m3fn"
  | "float8_e4m3fnuz"
  | "float8_e4m3b11fnuz"
  | "float8_e5m2fnuz"
  | "int2"
  | "uint2"
  | "float4_e2m1fn";
