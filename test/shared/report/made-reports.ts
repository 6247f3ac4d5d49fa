import { withoutModel } from "../../../shared/evidence/collect/without-model.ts";
import { type Evidence, isMeasured } from "../../../shared/evidence/evidence.ts";
import { Failure } from "../../../shared/failure.ts";
import { judge } from "../../../shared/gate/judge.ts";
import { policyOf, type ServedBefore } from "../../../shared/gate/policy.ts";
import { appended, type Chain } from "../../../shared/ledger/chain.ts";
import type { Manifest } from "../../../shared/release/manifest.ts";
import type { ReleaseReport, Report } from "../../../shared/report/report.ts";
import { planOf } from "../../../shared/rollout/plan.ts";
import { BROKEN } from "../gate/broken.ts";
import { baseManifest, evidence, manifest, metric, quality } from "../gate/good.ts";
import { entry } from "../ledger/entries.ts";
import { told } from "./told.ts";

interface Situation {
  readonly challenger?: Manifest;
  readonly base?: Manifest | null;
  readonly measured?: Partial<Evidence>;
  readonly approvals?: readonly string[];
  readonly path?: string;
  /** What the ledger says; null where nobody plans. */
  readonly chain?: Chain | null;
  readonly served?: ServedBefore;
}

/** A release as it is judged in a situation. */
function released(situation: Situation = {}): ReleaseReport {
  const { challenger = manifest, base = baseManifest, measured = {}, approvals = [], path, chain = null } = situation;
  const all = { ...evidence, ...(base === null ? { champion: null } : {}), ...measured };
  const verdict = judge(
    all,
    policyOf({ challenger, base, approvals, today: "2026-07-01", served: situation.served ?? null }),
  );
  const names = { path: path ?? "churn/release.yaml", manifest: challenger, champion: base };
  const plan = chain === null ? null : planOf({ challenger, champion: base, chain });
  return { ...names, evidence: all, verdict: { ...verdict, planHash: plan?.hash ?? null }, plan, approvals };
}

const one = (situation: Situation): Report => told({ releases: [released(situation)] });

const alone = (values: typeof quality.metrics): typeof quality.metrics =>
  Object.fromEntries(
    Object.entries(values).map(([name, { challenger }]) => [
      name,
      { ...metric(), challenger, champion: null, difference: null, lower: null, upper: null, pValue: null, test: null },
    ]),
  );

const { latency, throughput } = evidence;
const UNRIVALLED: Partial<Evidence> = {
  latency: isMeasured(latency) ? { ...latency, champion: null, ratio: null } : latency,
  throughput: isMeasured(throughput) ? { ...throughput, championPerSecond: null, ratio: null } : throughput,
};

const DESCRIBED: Manifest = {
  ...manifest,
  model: {
    ...manifest.model,
    description: "Says who will leave within 90 days.\nTrained weekly.",
    runbook: "docs/churn.md",
    risk: "high",
    intendedUse: "Ranking customers for a call; not for prices.",
    limitations: ["Weak below 3 months of tenure.", "Never trained on business customers."],
  },
  provenance: {
    codeRevision: "0123456789abcdef0123456789abcdef01234567",
    runId: "2026-06-30T04:00",
    trainingWindow: { from: "2026-01-01", to: "2026-06-30" },
    trainingData: { description: "All private customers.", rows: 1_200_000 },
    framework: { tensorflow: "2.15.1", keras: "2.15.0" },
    dependencies: "requirements.lock",
  },
  preprocessing: { embedded: true },
  serving: {
    image: "europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-15:latest",
    machineType: "n1-standard-4",
    replicas: { min: 2, max: 4 },
  },
};

const SERVED: Manifest = {
  ...DESCRIBED,
  target: {
    kind: "vertex",
    project: "acme",
    region: "europe-west4",
    endpoint: "1234567890",
    stagingEndpoint: "2345678901",
    bucket: "acme-models",
  },
};
const HEALTHY = appended([], [entry({ event: "healthy", digest: manifest.artifact.digest })]);

const WAIVER = {
  gate: "quality",
  reason: "The new label is right.",
  approver: "octocat",
  expires: "2026-12-31",
} as const;
const TIMEOUT = new Failure("io", "the disk is full while eval.csv is sorted", { fix: "Free 2 GB, and run again." });
const BROKEN_MANIFEST = new Failure("manifest-invalid", "fraud/release.yaml:4:3: model.owner is missing (and 1 more)", {
  fix: "Name the owner.",
  problems: [
    { file: "fraud/release.yaml", line: 4, column: 3, message: "model.owner is missing", fix: "Add owner." },
    { file: "fraud/release.yaml", line: 9, column: 5, message: "unknown key gate", fix: "Write gates." },
  ],
});

/** What the corpus has no scenario for, each by what is special about it. */
export const MADE_REPORTS: Readonly<Record<string, Report>> = {
  "all is well": one({ challenger: DESCRIBED, approvals: ["octocat"] }),
  "what merging does": one({ challenger: SERVED, chain: [], approvals: ["octocat"] }),
  "what merging a revert does": one({
    challenger: SERVED,
    chain: HEALTHY,
    measured: { ...withoutModel("this very release served before"), shortcut: { healthy: 1 } },
    served: { sequence: 1, isSameManifest: true },
    approvals: ["octocat"],
  }),
  "a first release": one({
    base: null,
    measured: { quality: { ...quality, metrics: alone(quality.metrics), slices: [] }, ...UNRIVALLED },
  }),
  "an identical resubmission": one({
    challenger: { ...manifest, artifact: baseManifest.artifact },
    measured: {
      release: { ...evidence.release, digest: baseManifest.artifact.digest },
      digest: { declared: baseManifest.artifact.digest, actual: baseManifest.artifact.digest },
    },
  }),
  "a waiver counts": one({
    challenger: { ...manifest, waivers: [WAIVER] },
    measured: BROKEN.quality,
    approvals: ["octocat"],
  }),
  "a waiver waits for its review": one({ challenger: { ...manifest, waivers: [WAIVER] }, measured: BROKEN.quality }),
  "a loosened policy": one({
    challenger: {
      ...manifest,
      gates: { ...manifest.gates, quality: { metrics: { auc: { min: 0.5, maxLoss: 0.3 } } } },
    },
  }),
  "a loosened policy that is approved": one({
    challenger: {
      ...manifest,
      gates: { ...manifest.gates, quality: { metrics: { auc: { min: 0.5, maxLoss: 0.3 } } } },
    },
    approvals: ["hubot"],
  }),
  "everything is broken": one({ measured: Object.assign({}, ...Object.values(BROKEN)) }),
  "several releases": told({
    releases: [
      released({ path: "churn/release.yaml" }),
      released({ path: "churn-eu/release.yaml", measured: { ...BROKEN.quality, ...BROKEN.latency } }),
      released({ path: "churn-us/release.yaml", measured: BROKEN.soak, base: null }),
    ],
    failures: [{ path: "fraud/release.yaml", failure: BROKEN_MANIFEST }],
  }),
  "our own error": told({ releases: [], failures: [{ path: "churn/release.yaml", failure: TIMEOUT }] }),
  "nothing to judge": told({ releases: [] }),
  "on a person's own machine": told({ releases: [released()], run: null }),
};
