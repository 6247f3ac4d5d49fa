import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../../shared/ports/outcome.ts";
import type {
  ModelTelemetry,
  Telemetry,
  TelemetryReading,
  TelemetryWindow,
} from "../../../../shared/ports/telemetry.ts";
import { canaryWatch } from "../../../../shared/rollout/canary/watch.ts";
import type { CanaryQuestion } from "../../../../shared/rollout/canary.ts";
import { servedManifest } from "../served.ts";
import { histogramOf } from "./readings.ts";
import { portsOf, questionOf, refused } from "./watching.ts";

describe("by Cloud Monitoring", () => {
  const MANIFEST = servedManifest("{steps: [50, 100], minSamples: 400}");

  function counted(deployedModelId: string, answers: number, errors = 0, ms = 20): ModelTelemetry {
    const latency = histogramOf(new Array(answers).fill(ms));
    return { deployedModelId, answers, errors: errors === 0 ? {} : { "5xx": errors }, latency };
  }

  async function judged(outcome: Outcome<TelemetryReading>, asked: Partial<CanaryQuestion> = {}) {
    const windows: TelemetryWindow[] = [];
    const telemetry: Telemetry = {
      read: async (window) => {
        windows.push(window);
        return outcome;
      },
    };
    const judgement = await canaryWatch(portsOf({ telemetry }))(questionOf(MANIFEST, asked));
    return { judgement, windows };
  }

  const read = (models: readonly ModelTelemetry[], until: string | null = "2026-03-01T12:05:00.000Z") =>
    ({ kind: "done", value: { until, models } }) as const;

  test("is asked for the whole step", async () => {
    const { windows } = await judged(read([counted("7", 400), counted("6", 400)]));
    expect(windows).toEqual([{ from: "2026-03-01T12:00:00.000Z", to: "2026-03-01T12:10:00.000Z" }]);
  });

  test("compares with everybody who served before, and with nobody else", async () => {
    const champions = [counted("5", 200, 1), counted("6", 200)];
    const others = [counted("", 90, 90), counted("9", 90, 90)];
    expect((await judged(read([counted("7", 400), ...champions, ...others]))).judgement).toMatchObject({
      kind: "pass",
      reason: expect.stringContaining("1 of 400 (0.25 %)"),
    });
  });

  test("adds up latencies whose buckets differ", async () => {
    const coarse = { ...counted("5", 200), latency: { boundsMs: [10, 100], counts: [0, 200, 0] } };
    const { judgement } = await judged(read([counted("7", 400), coarse, counted("6", 400)]));
    expect(judgement.kind).toBe("pass");
  });

  test("fails what errs", async () => {
    const { judgement } = await judged(read([counted("7", 100, 20), counted("6", 400)]));
    expect(judgement).toMatchObject({
      kind: "fail",
      reason: expect.stringMatching(/^20 of 100 answers \(20 %\).*20 × 5xx/),
    });
  });

  test("counts the rate until the newest count, which is minutes late", async () => {
    const { judgement } = await judged(read([counted("7", 200), counted("6", 400)]));
    expect(judgement).toMatchObject({ kind: "more", againMs: 300_000 });
  });

  test.each<[string, Outcome<TelemetryReading>, string]>([
    [
      "does not answer",
      refused("unavailable"),
      "cloudMonitoring not available: Cloud Monitoring did not answer: no answer worth the name",
    ],
    [
      "has counted nothing yet",
      read([], null),
      "cloudMonitoring not available: Cloud Monitoring has counted nothing since the step began",
    ],
  ])("holds where it %s", async (_, outcome, reason) => {
    expect((await judged(outcome)).judgement).toEqual({ kind: "more", reason, againMs: 60_000 });
  });

  test("holds where only the champion answered", async () => {
    const { judgement } = await judged(read([counted("6", 400)]));
    expect(judgement).toMatchObject({ kind: "more", reason: "the challenger has answered nothing yet" });
  });

  test("compares a first release with nobody", async () => {
    const { judgement } = await judged(read([counted("7", 400)]), { championIds: [] });
    expect(judgement.kind).toBe("pass");
  });
});
