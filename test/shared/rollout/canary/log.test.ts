import { describe, expect, test } from "vitest";
import { Failure } from "../../../../shared/failure.ts";
import type { Manifest } from "../../../../shared/release/manifest.ts";
import { canaryWatch } from "../../../../shared/rollout/canary/watch.ts";
import { fakeBuckets } from "../../../fakes/bucket.ts";
import { digestOf, servedManifest } from "../served.ts";
import { portsOf, questionOf, SINCE_MS } from "./watching.ts";

const SERVED = servedManifest("{steps: [50, 100], minSamples: 400}");
const MANIFEST: Manifest = {
  ...SERVED,
  rollout: { ...SERVED.rollout, telemetry: "log" },
  monitoring: { autoRevert: "off", source: "gs://logs/churn/**/part-*.jsonl" },
};

type Row = Readonly<Record<string, unknown>>;

const at = (seconds: number): string => new Date(SINCE_MS + seconds * 1000).toISOString();
const rows = (count: number, row: (index: number) => Row): readonly Row[] =>
  Array.from({ length: count }, (_, index) => ({ time: at(index % 500), latencyMs: 20, status: 200, ...row(index) }));
const answered = (deployedModelId: string, count = 400, differing: Row = {}) =>
  rows(count, (index) => ({ deployedModelId, prediction: [(index % 97) / 100], ...differing }));

interface Laid {
  readonly object?: string;
  readonly lines: readonly (Row | string)[];
  readonly updatedMs?: number;
}

async function judged(objects: readonly Laid[]) {
  const buckets = fakeBuckets();
  for (const { object = "churn/2026/part-0.jsonl", lines, updatedMs = SINCE_MS + 1 } of objects) {
    buckets.nowMs = updatedMs;
    const texts = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
    buckets.put("logs", object, texts.join("\n"));
  }
  return canaryWatch(portsOf({ buckets: async () => buckets }))(questionOf(MANIFEST));
}

describe("by the rows of a log", () => {
  test("a challenger that answers as the champion does passes", async () => {
    expect(await judged([{ lines: [...answered("7"), ...answered("6")] }])).toMatchObject({
      kind: "pass",
      reason: expect.stringContaining("none of 400 answers was an error"),
    });
  });

  test("rows name who answered by digest as well", async () => {
    const byDigest = (release: string) => ({ deployedModelId: undefined, digest: digestOf(release) });
    const lines = [...answered("", 400, byDigest("b")), ...answered("", 400, byDigest("a"))];
    expect(await judged([{ lines }])).toMatchObject({ kind: "pass" });
  });

  test.each<[string, readonly Row[], string]>([
    ["errs", answered("7", 400, { status: 503, prediction: undefined }), "400 × 503"],
    ["is slow", answered("7", 400, { latencyMs: 400 }), "p95"],
    ["answers what the contract does not allow", answered("7", 400, { prediction: [7] }), "were invalid"],
    ["answers everybody alike", answered("7", 400, { prediction: [0.5] }), "scores were 0.5"],
  ])("a challenger that %s fails", async (_, lines, reason) => {
    expect(await judged([{ lines: [...lines, ...answered("6")] }])).toMatchObject({
      kind: "fail",
      reason: expect.stringContaining(reason),
    });
  });

  test("too few rows hold, and say how many there are", async () => {
    expect(await judged([{ lines: [...answered("7", 12), ...answered("6")] }])).toMatchObject({
      kind: "more",
      reason: expect.stringContaining("12 of 400"),
    });
  });

  test.each<[string, readonly Laid[]]>([
    ["of another name", [{ object: "churn/2026/part-0.jsonl.tmp", lines: answered("7") }]],
    ["beside the pattern", [{ object: "churned/2026/part-0.jsonl", lines: answered("7") }]],
    ["written before the step began", [{ lines: answered("7"), updatedMs: SINCE_MS - 1 }]],
    ["of before the step", [{ lines: answered("7", 400, { time: at(-1) }) }]],
    ["of the future", [{ lines: answered("7", 400, { time: at(100_000) }) }]],
    ["of others", [{ lines: answered("9") }]],
    ["of nobody", [{ lines: answered("7", 400, { deployedModelId: null }) }]],
  ])("rows %s count for nothing, and it holds", async (_, objects) => {
    expect(await judged(objects)).toMatchObject({
      kind: "more",
      reason: "log not available: the log has no rows of this step yet",
    });
  });

  test("what is no row is left out, and said", async () => {
    const broken = ["{", "[]", "null", '"text"', '{"time": 7}', '{"time": "soon"}', "{".repeat(2_000), "", "  "];
    const { kind, reason } = await judged([{ lines: [...broken, ...answered("7"), ...answered("6")] }]);
    expect([kind, reason]).toEqual(["pass", expect.stringContaining("left out are 7 lines of the log")]);
  });

  test("a bucket that nobody may read holds, and says why", async () => {
    const failure = new Failure("bucket-denied", "gs://logs may not be listed", { fix: "Grant it." });
    const ports = portsOf({ buckets: () => Promise.reject(failure) });
    expect(await canaryWatch(ports)(questionOf(MANIFEST))).toMatchObject({
      kind: "more",
      reason: "log not available: gs://logs may not be listed",
    });
  });
});
