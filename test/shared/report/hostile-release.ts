import type { Manifest } from "../../../shared/release/manifest.ts";
import type { FailedRelease, ReleaseReport } from "../../../shared/report/report.ts";
import { BROKEN } from "../gate/broken.ts";
import { evidence } from "../gate/good.ts";
import { releaseOf } from "./told.ts";

/** What no text can be: the words that a schema knows by heart. */
const CLOSED = new Set([
  ...["schema", "apiVersion", "status", "level", "gate", "outcome", "kind", "unmeasured", "task", "primaryMetric"],
  ...["dtype", "method", "effect", "encoding", "test", "risk", "evolution", "decide", "code"],
]);

/** A value with every text in it replaced, whatever field it is in; a new field needs no word here. */
function withTexts<Value>(value: Value, text: () => string, key = ""): Value {
  if (typeof value === "string") return (CLOSED.has(key) ? value : text()) as Value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withTexts(item, text, key)) as Value;
  const members = Object.entries(value).map(([name, member]) => [name, withTexts(member, text, name)]);
  return Object.fromEntries(members) as Value;
}

/** Something to say in every section: findings, changes, refusals, waivers, and every free text of a manifest. */
const FULL: Manifest = {
  ...releaseOf().manifest,
  model: {
    ...releaseOf().manifest.model,
    description: "d",
    runbook: "docs/churn.md",
    intendedUse: "i",
    limitations: ["l", "m"],
  },
  provenance: {
    codeRevision: "0".repeat(40),
    runId: "run",
    trainingWindow: { from: "2026-01-01", to: "2026-06-30" },
    trainingData: { description: "d", rows: 3, digest: `sha256:${"0".repeat(64)}` },
    framework: { tensorflow: "2.15.1", keras: "2.15.0" },
    dependencies: "requirements.lock",
  },
  preprocessing: { ref: "p", digest: `sha256:${"0".repeat(64)}`, parityCases: "c" },
  serving: { image: "image", machineType: "n1-standard-4", replicas: { min: 1, max: 2 } },
};

const CHANGE = { kind: "dtype", path: "inputs.x.dtype", before: "a", after: "b", reason: "r" } as const;
const MISMATCH = { path: "inputs.x", declared: "a", actual: "b", message: "m" };

const EVIDENCE = {
  ...evidence,
  ...BROKEN.safety,
  ...BROKEN.lint,
  contract: {
    mismatches: [MISMATCH],
    changes: [
      { ...CHANGE, effect: "breaking" },
      { ...CHANGE, effect: "compatible" },
    ],
    brokenConsumers: [{ consumer: "billing", output: "score" }],
  },
} as const;

export function hostileRelease(text: () => string): ReleaseReport {
  const release = releaseOf({ manifest: FULL, evidence: EVIDENCE });
  const [quality] = release.verdict.gates.filter(({ gate }) => gate === "quality");
  const gates = [
    ...release.verdict.gates,
    { ...quality!, status: "waived" as const },
    { ...quality!, status: "inconclusive" as const, level: "warn" as const },
  ];
  const judged = { ...release, verdict: { ...release.verdict, gates }, approvals: ["octocat"] };
  return withTexts(judged, text);
}

export function hostileFailure(text: () => string): FailedRelease {
  const problem = { file: "f", line: 1, column: 2, message: "m", fix: "f" };
  const failure = { code: "manifest-invalid", message: "m", fix: "f", problems: [problem] } as const;
  return withTexts({ path: "p", failure }, text);
}
