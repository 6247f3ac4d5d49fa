import { describe, expect, test } from "vitest";
import { Failure } from "../../../shared/failure.ts";
import { refreshManifest } from "../../../shared/release/manifest-text.ts";
import { threadClock } from "../../thread-clock.ts";
import { mutateText, mutateValue, problemsOf, randomFrom, VALID } from "./mutate.ts";

const FORMS = [
  ["of its values", mutateValue],
  ["of its text", mutateText],
] as const;
const SEEDS_A_TEST = 250;

describe.each(FORMS)("1,000 mutations %s end valid or with problems, quickly", (_, mutate) => {
  test.each([0, 250, 500, 750])("from seed %i", (first) => {
    problemsOf(VALID);
    const durations: number[] = [];
    let refused = 0;
    for (let seed = first; seed < first + SEEDS_A_TEST; seed += 1) {
      const text = mutate(randomFrom(seed));
      const lines = text.split(/\r\n?|\n/).length;
      const computedMs = threadClock();
      const problems = problemsOf(text);
      durations.push(computedMs());
      if (problems.length > 0) refused += 1;
      const outside = problems.filter(({ line, column }) => line < 1 || line > lines || column < 1);
      expect(outside, `seed ${seed}`).toEqual([]);
    }
    expect(refused).toBeGreaterThan(SEEDS_A_TEST / 4);
    expect(refused).toBeLessThan(SEEDS_A_TEST);
    // A few meet the collector; the typical one takes 3 ms.
    const typical = durations.toSorted((a, b) => a - b)[Math.floor(SEEDS_A_TEST * 0.9)];
    expect(typical).toBeLessThan(50);
  });
});

describe("large hostile manifests end within two seconds of computing", () => {
  const list = (count: number, item: (index: number) => string) =>
    `[${Array.from({ length: count }, (_, i) => item(i)).join(",")}]`;
  const contract = (input: string) =>
    VALID.replace(
      /contract:\n( .*\n)+/,
      `contract: {inputs: [{name: x, dtype: float32, shape: [-1], ${input}}], outputs: []}\n`,
    );
  test.each([
    ["features", contract(`features: ${list(30_000, (i) => `f${i}`)}`)],
    ["features that repeat", contract(`features: ${list(30_000, () => "f")}`)],
    [
      "unknown nullable features",
      contract(`features: ${list(15_000, (i) => `f${i}`)}, nullable: ${list(15_000, (i) => `g${i}`)}`),
    ],
    ["features of the wrong kind", contract(`features: ${list(30_000, () => "1")}`)],
    ["typed features with unknown keys", contract(`features: ${list(8000, (i) => `{name: f${i}, x: 1}`)}`)],
    [
      "unknown metrics",
      VALID.replace(/metrics: \{.*/, `metrics: {${Array.from({ length: 15_000 }, (_, i) => `m${i}: 1`).join(",")}}`),
    ],
    ["slices of no kind", VALID.replace(/slices: \["country.*/, `slices: ${list(8000, () => "{x: 1}")}`)],
    ["unknown keys", VALID + Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join("")],
    ["a version without end", VALID.replace("2.3.0", `1.0.0-${"0".repeat(100_000)}`)],
    ["an image without end", VALID.replace("europe-docker", `${"a/".repeat(50_000)}europe-docker`)],
  ])("%s", (_, text) => {
    const computedMs = threadClock();
    expect(problemsOf(text).length).toBeGreaterThan(0);
    expect(computedMs()).toBeLessThan(2000);
  });
});

test("200 mutated texts are refreshed to what their artifact says, or refused", () => {
  const signature = {
    name: "serving_default",
    method: "tensorflow/serving/predict",
    inputs: [{ name: "features", dtype: "int64" as const, shape: [-1, 4] }],
    outputs: [{ name: "score", dtype: "float32" as const, shape: [-1] }],
  };
  const digest = `sha256:${"ab".repeat(32)}`;
  const facts = { uri: "m", digest, signatures: [signature], tensorflowVersion: "2.16.1", kerasVersion: "3.1.0" };
  let refreshed = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    try {
      const { text } = refreshManifest(mutateText(randomFrom(seed)), facts, "release.yaml");
      const again = refreshManifest(text, facts, "release.yaml");
      expect(again, `seed ${seed}`).toMatchObject({ text, changes: [] });
      refreshed += 1;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      expect(error.code, `seed ${seed}: ${error.message}`).toBe("manifest-invalid");
    }
  }
  expect(refreshed).toBeGreaterThan(20);
});
