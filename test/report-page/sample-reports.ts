import type { Evidence } from "../../shared/evidence/evidence.ts";
import { judge } from "../../shared/gate/judge.ts";
import { policyOf } from "../../shared/gate/policy.ts";
import { type Manifest, parseManifest } from "../../shared/release/manifest.ts";
import { type FailedRelease, type ReleaseReport, type Report, type Run, reportOf } from "../../shared/report/report.ts";
import type { Plan } from "../../shared/rollout/plan.ts";
import type { Task } from "../../shared/schema/release.types.ts";
import { evidence as good, manifest as plain } from "../shared/gate/good.ts";
import { latencyOf, memoryOf } from "./sample-load.ts";
import { manifestText } from "./sample-manifest.ts";
import { measuredQuality } from "./sample-rows.ts";

const RUN: Run = {
  serverUrl: "https://github.com",
  repository: "acme/models",
  commit: "4f2a9c1e8b7d6a5f4e3d2c1b0a9f8e7d6c5b4a39",
  base: "0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f708192",
  id: 123456,
  number: 512,
  attempt: 1,
};

const PREDICATES = [
  "country = 'DE'",
  "region = 'north'",
  "plan = 'basic' AND tenure_months < 6",
  "age >= 65",
  "vip",
  "signup_channel = 'partner'",
  "device = 'android'",
  "monthly_charges > 120.00",
];

/** Every kind of report that a page has to look right for, by what it is. */
export async function sampleReports(): Promise<Readonly<Record<string, Report>>> {
  const failing = await releaseOf("binary");
  const first = { ...(await releaseOf("regression", false)), path: "models/price/release.yaml" };
  const classes = { ...(await releaseOf("multiclass")), path: "models/topic/release.yaml" };
  return {
    failing: reportOf({ releases: [failing], failures: [], run: RUN }),
    first: reportOf({ releases: [first], failures: [], run: null }),
    several: reportOf({ releases: [passing(), renamed(classes, "topic"), unmeasured()], failures: FAILURES, run: RUN }),
  };
}

function renamed(release: ReleaseReport, name: string): ReleaseReport {
  const { manifest } = release;
  return { ...release, manifest: { ...manifest, model: { ...manifest.model, name } } };
}

const FAILURES: readonly FailedRelease[] = [
  {
    path: "models/fraud/release.yaml",
    failure: {
      code: "manifest-invalid",
      message: "the manifest has 2 problems",
      fix: "Correct them.",
      problems: [
        {
          file: "models/fraud/release.yaml",
          line: 12,
          column: 5,
          message: 'unknown key "treshold"',
          fix: 'Write "threshold".',
        },
        {
          file: "models/fraud/release.yaml",
          line: 30,
          column: 1,
          message: "golden is missing",
          fix: "Add golden, or switch gates.golden off.",
        },
      ],
    },
  },
  {
    path: null,
    failure: {
      code: "out-of-space",
      message: "the disk of the runner is full",
      fix: "Run it on a larger runner.",
      problems: [],
    },
  },
];

export function passing(): ReleaseReport {
  const digest = `sha256:${"a".repeat(64)}`;
  const base = { ...plain, model: { ...plain.model, version: "1.0.0" }, artifact: { ...plain.artifact, digest } };
  return releaseReport({ manifest: plain, champion: base, evidence: good, path: "models/churn/release.yaml" });
}

function unmeasured(): ReleaseReport {
  const missing = {
    unmeasured: "notPossible",
    reason: "the model does not load: Op type not registered",
    fix: "Export it again.",
  } as const;
  const nothing = {
    quality: missing,
    latency: missing,
    throughput: missing,
    soak: missing,
    golden: missing,
    edge: missing,
    sanity: missing,
    parity: missing,
  };
  return releaseReport({
    manifest: plain,
    champion: null,
    evidence: { ...good, champion: null, ...nothing },
    path: "models/search/release.yaml",
  });
}

interface Sample {
  readonly manifest: Manifest;
  readonly champion: Manifest | null;
  readonly evidence: Evidence;
  readonly path: string;
}

function releaseReport({ manifest, champion, evidence, path }: Sample): ReleaseReport {
  const policy = policyOf({ challenger: manifest, base: champion, approvals: [], today: "2026-07-01" });
  return { path, manifest, champion, evidence, verdict: judge(evidence, policy), plan: null, approvals: [] };
}

const CHANGES = [
  {
    kind: "featureAdded",
    path: "inputs.features.features",
    before: "age, tenure",
    after: "age, tenure, plan",
    effect: "breaking",
    reason: "callers that send two features do not fit",
  },
  {
    kind: "rangeWidened",
    path: "inputs.features.ranges.age",
    before: "[0, 120]",
    after: "any",
    effect: "compatible",
    reason: "every value that was allowed still is",
  },
] as const;

const ENDPOINT_PLAN: Plan = {
  hash: `sha256:${"9".repeat(64)}`,
  steps: [
    { kind: "upload", resource: "gs://acme-models/churn/sha256/cccc", before: null, after: "4 files, 12 MB" },
    { kind: "register", resource: "projects/acme/models/churn", before: "version 41", after: "version 42" },
    {
      kind: "shift",
      resource: "1234567890",
      before: "churn 2.2.0 at 100 %",
      after: "churn 2.2.0 at 95 %, churn 2.3.0 at 5 %",
    },
  ],
  restore: "git revert brings churn 2.2.0 back, in one traffic write for 24 hours and by deploying it again after.",
};

async function releaseOf(task: Task, hasChampion = true): Promise<ReleaseReport> {
  const manifest = parseManifest(manifestText(task, "2.3.0"), "release.yaml");
  const champion = hasChampion ? parseManifest(manifestText(task, "2.2.0"), "release.yaml") : null;
  const quality = await measuredQuality({ task, predicates: PREDICATES, hasChampion });
  const evidence: Evidence = {
    ...good,
    release: { ...good.release, version: manifest.model.version },
    dataset: { digest: `sha256:${"d".repeat(64)}`, rows: quality.rows },
    quality,
    soak: {
      durationSeconds: 60,
      requests: 3000,
      errors: 0,
      bytesPerMinute: { value: 1.2e6, lower: 2e5, upper: 2.2e6 },
      memory: memoryOf(),
    },
    ...(hasChampion ? COMPARED : ALONE),
  };
  const release = releaseReport({ manifest, champion, evidence, path: "models/churn/release.yaml" });
  return hasChampion ? { ...release, plan: ENDPOINT_PLAN } : release;
}

const LATENCY = { device: "NVIDIA T4", challenger: latencyOf(1.5, 11), invalid: null, gpus: [] };

const COMPARED: Partial<Evidence> = {
  champion: { model: "churn", version: "2.2.0", digest: plain.artifact.digest },
  latency: { ...LATENCY, champion: latencyOf(1.2, 12), ratio: { value: 1.31, lower: 1.22, upper: 1.41 } },
  contract: { mismatches: [], changes: CHANGES, brokenConsumers: [{ consumer: "billing", output: "score" }] },
};

const ALONE: Partial<Evidence> = {
  champion: null,
  latency: { ...LATENCY, champion: null, ratio: null },
  throughput: { challengerPerSecond: 900, championPerSecond: null, ratio: null, invalid: null },
};
