import { describe, expect, test } from "vitest";
import type { Evidence } from "../../../../shared/evidence/evidence.ts";
import type { Latency, LatencyEvidence, Ratio, ThroughputEvidence } from "../../../../shared/evidence/latency.ts";
import type { Policy } from "../../../../shared/gate/policy.ts";
import { evidence, findings, gate, policy } from "../good.ts";

const LATENCY: Latency = { p50Ms: 4, p95Ms: 9, p99Ms: 12, ratePerSecond: 50, samples: 1500, errors: 0 };
const ratio = (lower: number, upper = lower + 0.1): Ratio => ({ value: (lower + upper) / 2, lower, upper });

function latency(changes: Partial<LatencyEvidence>, limits: Partial<Policy["gates"]["latency"]> = {}) {
  const measured = {
    device: "cpu",
    challenger: LATENCY,
    champion: LATENCY,
    ratio: ratio(1),
    invalid: null,
    gpus: [],
    ...changes,
  };
  return gate(
    "latency",
    { latency: measured },
    { gates: { ...policy.gates, latency: { ...policy.gates.latency, ...limits } } },
  );
}

function throughput(changes: Partial<ThroughputEvidence>, limits: Policy["gates"]["throughput"] = {}) {
  const measured = { challengerPerSecond: 900, championPerSecond: 900, ratio: ratio(1), invalid: null, ...changes };
  return gate("throughput", { throughput: measured }, { gates: { ...policy.gates, throughput: limits } });
}

const alone = { champion: null };

describe("latency", () => {
  test.each<[string, Partial<LatencyEvidence>, Partial<Policy["gates"]["latency"]>, readonly string[]]>([
    ["at the limit passes", {}, { p95Ms: 9 }, ["p95Ms pass", "maxRatio pass"]],
    ["just over the limit fails", {}, { p95Ms: 8.99 }, ["p95Ms fail", "maxRatio pass"]],
    [
      "that is no number is inconclusive",
      { challenger: { ...LATENCY, p95Ms: Number.NaN } },
      { p95Ms: 9 },
      ["p95Ms inconclusive", "maxRatio pass"],
    ],
    ["whose ratio may be allowed passes", { ratio: ratio(1.1, 1.9) }, {}, ["maxRatio pass"]],
    ["whose ratio cannot be allowed fails", { ratio: ratio(1.1001, 1.2) }, {}, ["maxRatio fail"]],
    ["whose ratio is no number is inconclusive", { ratio: ratio(Number.NaN) }, {}, ["maxRatio inconclusive"]],
    ["without a ratio is inconclusive", { ratio: null }, {}, ["maxRatio inconclusive"]],
    [
      "of an invalid run is inconclusive, whatever it shows",
      { invalid: "lag", ratio: ratio(9) },
      {},
      ["valid inconclusive"],
    ],
    ["asked as often as counts passes", {}, { ratePerSecond: 50 }, ["maxRatio pass"]],
    ["asked less often is inconclusive", {}, { ratePerSecond: 50.1 }, ["ratePerSecond inconclusive"]],
    ["without samples is inconclusive", { challenger: { ...LATENCY, samples: 0 } }, {}, ["valid inconclusive"]],
    [
      "of a model that fails requests is inconclusive",
      { challenger: { ...LATENCY, errors: 1 } },
      {},
      ["errors inconclusive"],
    ],
  ])("%s", (_, changes, limits, found) => expect(findings(latency(changes, limits))).toEqual(found));

  test("without a champion is held to the limit alone, and says so", () => {
    expect(findings(gate("latency", alone, alone))).toEqual(["champion pass"]);
  });
});

describe("throughput", () => {
  test.each<[string, Partial<ThroughputEvidence>, Policy["gates"]["throughput"], readonly string[]]>([
    ["at the limit passes", {}, { minPerSecond: 900 }, ["minPerSecond pass", "minRatio pass"]],
    ["just below the limit fails", {}, { minPerSecond: 900.1 }, ["minPerSecond fail", "minRatio pass"]],
    [
      "that is no number is inconclusive",
      { challengerPerSecond: Number.NaN },
      { minPerSecond: 1 },
      ["minPerSecond inconclusive", "minRatio pass"],
    ],
    ["that may be nine tenths of the champion's passes", { ratio: ratio(0.5, 0.9) }, {}, ["minRatio pass"]],
    ["that cannot be fails", { ratio: ratio(0.5, 0.8999) }, {}, ["minRatio fail"]],
    ["whose ratio is no number is inconclusive", { ratio: ratio(Number.NaN) }, {}, ["minRatio inconclusive"]],
    ["without a ratio is inconclusive", { ratio: null }, {}, ["minRatio inconclusive"]],
    ["of an invalid run is inconclusive", { invalid: "lag" }, {}, ["valid inconclusive"]],
    ["held to another ratio", { ratio: ratio(0.5, 0.8) }, { minRatio: 0.8 }, ["minRatio pass"]],
  ])("%s", (_, changes, limits, found) => expect(findings(throughput(changes, limits))).toEqual(found));

  test("without a champion is held to the limit alone, and says so", () => {
    expect(findings(gate("throughput", alone, alone))).toEqual(["champion pass"]);
  });
});

describe("the level of both", () => {
  const runtime = (name: "tensorflow" | "embedded", device: string): Partial<Evidence> => ({
    runtime: { name, version: "2.15.1", device },
  });

  test.each<[string, Partial<Evidence>, Partial<Policy>, string]>([
    ["TensorFlow on the device that serves", runtime("tensorflow", "cpu"), { servingDevice: "cpu" }, "block"],
    ["TensorFlow on a GPU, as it is served", runtime("tensorflow", "NVIDIA T4"), { servingDevice: "gpu" }, "block"],
    ["TensorFlow on a CPU for a GPU", runtime("tensorflow", "cpu"), { servingDevice: "gpu" }, "warn"],
    ["TensorFlow on a GPU for a CPU", runtime("tensorflow", "NVIDIA T4"), { servingDevice: "cpu" }, "warn"],
    ["TensorFlow where no device is declared", runtime("tensorflow", "cpu"), { servingDevice: null }, "block"],
    ["the embedded runtime", runtime("embedded", "cpu"), { servingDevice: "cpu" }, "warn"],
    ["no runtime", { runtime: { unmeasured: "notPossible", reason: "r", fix: null } }, {}, "warn"],
  ])("%s", (_, changes, held, level) => {
    for (const id of ["latency", "throughput"] as const) {
      const judged = gate(id, changes, held);
      expect(judged.level).toBe(level);
      expect(judged.reasons.some(({ rule }) => rule === "runtime")).toBe(level === "warn");
    }
  });

  test("is the manifest's where it gives one, without a remark", () => {
    const gates = { ...policy.gates, latency: { ...policy.gates.latency, level: "block" } } as const;
    const judged = gate("latency", runtime("embedded", "cpu"), { gates });
    expect(judged).toMatchObject({ level: "block", status: "pass" });
    expect(findings(judged)).toEqual(["maxRatio pass"]);
  });
});

describe("soak", () => {
  const soak = (errors: number, lower: number) =>
    ({
      durationSeconds: 60,
      requests: 3000,
      errors,
      bytesPerMinute: { value: lower + 1, lower, upper: lower + 2 },
    }) as const;

  test.each<[string, Evidence["soak"], readonly string[]]>([
    ["growth that may be within the limit passes", soak(0, 1000), ["maxBytesPerMinute pass"]],
    ["growth that cannot be fails", soak(0, 1000.1), ["maxBytesPerMinute fail"]],
    ["memory that shrinks passes", soak(0, -5e6), ["maxBytesPerMinute pass"]],
    ["growth that is no number is inconclusive", soak(0, Number.NaN), ["maxBytesPerMinute inconclusive"]],
    ["a failed request fails", soak(1, 0), ["errors fail", "maxBytesPerMinute pass"]],
  ])("%s", (_, measured, found) => {
    const gates = { ...policy.gates, soak: { maxBytesPerMinute: 1000 } };
    expect(findings(gate("soak", { soak: measured }, { gates }))).toEqual(found);
  });

  test("only warns unless the manifest says more, and passes any growth without a limit", () => {
    expect(gate("soak", { soak: soak(0, 1e12) })).toMatchObject({ level: "warn", status: "pass" });
    expect(evidence.soak).toHaveProperty("errors", 0);
  });
});
