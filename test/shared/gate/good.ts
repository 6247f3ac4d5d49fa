import type { Evidence } from "../../../shared/evidence/evidence.ts";
import type { MetricEvidence, QualityEvidence } from "../../../shared/evidence/quality.ts";
import { judge } from "../../../shared/gate/judge.ts";
import { type Policy, policyOf } from "../../../shared/gate/policy.ts";
import type { JudgedGate, Reason } from "../../../shared/gate/verdict.ts";
import type { Manifest } from "../../../shared/release/manifest.ts";
import { parseManifest } from "../../../shared/release/manifest.ts";
import type { GateId } from "../../../shared/schema/release.types.ts";

const CHALLENGER = `sha256:${"c".repeat(64)}`;
const CHAMPION = `sha256:${"a".repeat(64)}`;

const MANIFEST = `
apiVersion: model-release/v1
model: {name: churn, version: 2.0.0, owner: growth, approvers: [octocat, hubot]}
artifact: {uri: model, digest: "${CHALLENGER}"}
contract:
  inputs: [{name: features, dtype: float32, shape: [-1, 2], features: [age, tenure]}]
  outputs: [{name: score, dtype: float32, shape: [-1, 1]}]
evaluation: {task: binary, dataset: {uri: eval.csv}, label: churned, slices: ["vip", {by: region}]}
golden: {file: golden.jsonl}
gates:
  quality: {metrics: {auc: {min: 0.7, maxLoss: 0.03}}}
`;

/** A manifest that asks for everything, and a challenger that keeps it all. */
export const manifest: Manifest = parseManifest(MANIFEST, "release.yaml");

export const baseManifest: Manifest = {
  ...manifest,
  model: { ...manifest.model, version: "1.0.0" },
  artifact: { ...manifest.artifact, digest: CHAMPION },
};

/** As where the manifest also says what serves the model, and where. */
export const policy: Policy = {
  ...policyOf({ challenger: manifest, base: baseManifest, approvals: [], today: "2026-07-01" }),
  isServed: true,
};

export function metric(changes: Partial<MetricEvidence> = {}): MetricEvidence {
  const good = { challenger: 0.82, champion: 0.81, difference: 0.01, lower: -0.002, upper: 0.022, pValue: 0.17 };
  return { ...good, test: "delong", neededRows: null, ...changes };
}

export const quality: QualityEvidence = {
  task: "binary",
  primaryMetric: "auc",
  rows: 4000,
  classRows: [3000, 1000],
  metrics: { auc: metric() },
  slices: [
    {
      predicate: "vip",
      isRequired: false,
      rows: 900,
      classRows: [700, 200],
      metrics: { auc: metric() },
      lossPValue: 0.9,
    },
    { predicate: "region = 'DE'", isRequired: false, rows: 60, classRows: [40, 20], metrics: {}, lossPValue: null },
  ],
};

const EXACT = { elements: 30, largest: 0, largestShare: 0, beyondTolerance: 0, notFinite: 0, mismatch: null };
const TOLERANCE = { rtol: 1e-3, atol: 1e-5 };
const LOADED = { outcome: "loaded", device: "cpu", coldStartSeconds: 1.5, peakBytes: 300e6 } as const;
const LATENCY = { p50Ms: 4, p95Ms: 9, p99Ms: 12, ratePerSecond: 50, samples: 1500, errors: 0 };

export const evidence: Evidence = {
  schema: "model-release/evidence/v1",
  release: { model: "churn", version: "2.0.0", digest: CHALLENGER },
  champion: { model: "churn", version: "1.0.0", digest: CHAMPION },
  shortcut: null,
  runtime: { name: "tensorflow", version: "2.15.1", device: "cpu" },
  dataset: { digest: `sha256:${"d".repeat(64)}`, rows: 4000 },
  lint: {
    findings: [],
    missing: [],
    placeholders: [],
    servable: [],
    completeness: { named: 7, of: 7, missing: [] },
    warnings: [],
  },
  digest: { declared: CHALLENGER, actual: CHALLENGER },
  signature: { unmeasured: "notApplicable", reason: "artifact.signedBy is not set", fix: null },
  safety: { findings: [] },
  size: { bytes: 12e6, files: 4 },
  load: { attempts: [LOADED, LOADED, LOADED], wantedDevice: null },
  contract: { mismatches: [], changes: [], brokenConsumers: [] },
  golden: {
    cases: 30,
    tolerance: TOLERANCE,
    outputs: [{ name: "score", difference: EXACT, noise: EXACT, choices: null, isDiscriminating: true }],
    misses: [],
  },
  sanity: {
    rows: 4000,
    outputs: [
      { name: "score", notFinite: 0, firstNotFinite: null, range: [0, 1], outOfRange: 0, lowest: 0.01, highest: 0.99 },
    ],
    scoreDeviation: 0.2,
    commonest: null,
  },
  edge: {
    cases: [
      { name: "one row", isWithinContract: true, outcome: "answered", message: null, recovered: true, durationMs: 3 },
      {
        name: "a missing input",
        isWithinContract: false,
        outcome: "refused",
        message: "no",
        recovered: true,
        durationMs: 2,
      },
    ],
  },
  quality,
  latency: {
    device: "cpu",
    challenger: LATENCY,
    champion: LATENCY,
    ratio: { value: 1, lower: 0.95, upper: 1.05 },
    invalid: null,
    gpus: [{ name: "NVIDIA T4", uuid: "GPU-1", samples: 9, busyShare: 0.4, mostUsedBytes: 1e9, hottestCelsius: null }],
  },
  throughput: {
    challengerPerSecond: 900,
    championPerSecond: 900,
    ratio: { value: 1, lower: 0.97, upper: 1.03 },
    invalid: null,
  },
  soak: { durationSeconds: 60, requests: 3000, errors: 0, bytesPerMinute: { value: 1e5, lower: -2e5, upper: 4e5 } },
  rehearsal: {
    promotion: {
      isDone: true,
      reason: "churn 2.0.0 is served",
      writes: [
        { kind: "deploy", resource: "endpoints/1" },
        { kind: "share", resource: "endpoints/1" },
      ],
      milliseconds: 900,
    },
    return: {
      isDone: true,
      reason: "churn 1.0.0 is served",
      writes: [
        { kind: "share", resource: "endpoints/1" },
        { kind: "alias", resource: "registry" },
      ],
      milliseconds: 40,
    },
  },
  baseline: {
    features: [
      {
        name: "age",
        kind: "numbers",
        rows: 3,
        absent: 1,
        infinite: 0,
        lowest: 18,
        highest: 70,
        bits: 64,
        buckets: [
          [18, 1],
          [70, 2],
        ],
      },
      {
        name: "plan",
        kind: "texts",
        rows: 4,
        absent: 0,
        frequent: [{ text: "basic", count: 4 }],
        undercount: 0,
        hashes: [12],
      },
    ],
    predictions: [],
  },
  parity: {
    requests: 30,
    compared: 30,
    tolerance: TOLERANCE,
    outputs: [
      {
        name: "score",
        difference: EXACT,
        noise: { reference: EXACT, other: EXACT },
        choices: null,
        isDiscriminating: true,
      },
    ],
    refusals: [],
  },
};

/** One gate of the verdict on evidence and policy that are good but for these changes. */
export function gate(id: GateId, changes: Partial<Evidence> = {}, held: Partial<Policy> = {}): JudgedGate {
  const { gates } = judge({ ...evidence, ...changes }, { ...policy, ...held });
  const found = gates.find((one) => one.gate === id);
  if (found === undefined) throw new Error(`no gate ${id}`);
  return found;
}

/** `auc.maxLoss fail`, for each reason. */
export function findings({ reasons }: { readonly reasons: readonly Reason[] }): readonly string[] {
  return reasons.map(({ rule, status }) => `${rule} ${status}`);
}
