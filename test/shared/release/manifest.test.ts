import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Failure } from "../../../shared/failure.ts";
import { parseManifest, readManifest } from "../../../shared/release/manifest.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/releases");
const valid = (name: string) => readFileSync(join(FIXTURES, "valid", name));

describe("valid manifests", () => {
  test.each(readdirSync(join(FIXTURES, "valid")))("%s", (name) => {
    expect(parseManifest(valid(name), name).apiVersion).toBe("model-release/v1");
  });

  test("the smallest manifest has the defaults of the design, and no other", () => {
    expect(parseManifest(valid("minimal.yaml"), "minimal.yaml")).toEqual({
      apiVersion: "model-release/v1",
      model: { name: "half-plus-two", version: "1.0.0", owner: "serving" },
      artifact: {
        uri: "model",
        digest: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        signatureName: "serving_default",
        maxBytes: 2147483648,
      },
      contract: {
        inputs: [{ name: "x", dtype: "float32", shape: [-1, 1] }],
        outputs: [{ name: "y", dtype: "float32", shape: [-1, 1] }],
        evolution: "backward",
      },
      gates: {
        quality: { level: "off" },
        golden: { level: "off" },
        slices: { minRows: 200, minPerClass: 10, maxLoss: 0.02, alpha: 0.05 },
        latency: { maxRatio: 1.1, ratePerSecond: 50, durationSeconds: 30 },
      },
      rollout: {
        steps: [5, 25, 50, 100],
        bakeSeconds: 600,
        minSamples: 400,
        deadlineHours: 24,
        onInconclusive: "hold",
        telemetry: "cloudMonitoring",
      },
      rollback: { keepVersions: 5, standbyHours: 24, onDelete: "hold" },
    });
  });

  test.each([
    ["binary.yaml", { primaryMetric: "auc", threshold: 0.5, minRows: 100, minPerClass: 20 }],
    ["multiclass.yaml", { primaryMetric: "accuracy", minRows: 100, minPerClass: 20 }],
    ["regression.yaml", { primaryMetric: "rmse" }],
  ])("%s has its task's primary metric and the defaults of evaluation", (name, evaluation) => {
    const manifest = parseManifest(valid(name), name);
    expect(manifest.evaluation).toMatchObject(evaluation);
    expect(manifest.golden).toMatchObject({ rtol: 1e-3, atol: 1e-5 });
  });

  test("two readings share nothing: a default of one cannot change in the other", () => {
    const [a, b] = [parseManifest(valid("minimal.yaml"), "a"), parseManifest(valid("minimal.yaml"), "b")];
    expect(a.rollout.steps).not.toBe(b.rollout.steps);
  });

  test("a place is still known after reading", () => {
    const { problemAt } = readManifest(valid("minimal.yaml"), "minimal.yaml");
    const problem = problemAt({ at: "/artifact/digest", message: "m", fix: "f" });
    expect(problem).toMatchObject({ file: "minimal.yaml", line: 5, column: 11, message: "m", fix: "f" });
  });
});

describe("invalid manifests have exactly the problems beside them", () => {
  const names = readdirSync(join(FIXTURES, "invalid")).filter((name) => name.endsWith(".yaml"));

  test("there is one for each rule", () => expect(names.length).toBeGreaterThan(100));

  test.each(names)("%s", (name) => {
    const expected = readFileSync(join(FIXTURES, "invalid", name.replace(".yaml", ".problems.txt")), "utf8");
    const failure = failureOf(() => parseManifest(readFileSync(join(FIXTURES, "invalid", name)), name));
    expect(failure.code).toBe("manifest-invalid");
    expect(failure.exitCode).toBe(2);
    const lines = failure.problems.map(
      ({ file, line, column, message, fix }) => `${file}:${line}:${column}: ${message}\n  fix: ${fix}\n`,
    );
    expect(lines.join("")).toBe(expected);
  });
});

test("what is wrong in one part does not hide what is wrong in another", () => {
  const text = readFileSync(join(FIXTURES, "invalid/many-problems.yaml"));
  expect(failureOf(() => parseManifest(text, "release.yaml")).message).toMatch(
    /^release\.yaml:3:9: .* \(and 5 more\)$/,
  );
});

function failureOf(action: () => unknown): Failure {
  try {
    action();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
