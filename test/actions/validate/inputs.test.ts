import { describe, expect, test } from "vitest";
import { parseInputs, parseStepInputs } from "../../../actions/validate/inputs.ts";
import { Failure } from "../../../shared/failure.ts";

const GIVEN = { manifest: "release.yaml", champion: "", runtime: "", device: "", shard: "", out: "" };

function step(texts: Partial<Parameters<typeof parseStepInputs>[0]>) {
  return parseStepInputs({ ...GIVEN, manifest: "", artifact: "", "allow-untrusted": "", only: "", ...texts });
}

test("what is not given has a default", () => {
  expect(parseInputs(GIVEN)).toEqual({
    manifest: "release.yaml",
    champion: null,
    runtime: "auto",
    device: "auto",
    shard: null,
    out: null,
  });
});

test("a job asks TensorFlow about every changed manifest, unless it says otherwise", () => {
  const out = "model-release-evidence";
  expect(step({})).toMatchObject({ manifest: null, runtime: "tensorflow", device: "auto", out });
  expect(step({ shard: "1/2" }).shard).toEqual({ index: 0, count: 2 });
  const named = { manifest: "release.yaml", runtime: "embedded", out: "kept" } as const;
  expect(step(named)).toMatchObject(named);
});

test("a job keeps its evidence for the report, and a shard's beside the others'", () => {
  expect(step({}).artifact).toBe("model-release-evidence");
  expect(step({ shard: "2/3" }).artifact).toBe("model-release-evidence-2-of-3");
  expect(step({ artifact: "mine", shard: "2/3" }).artifact).toBe("mine-2-of-3");
  expect(step({ artifact: "none" }).artifact).toBeNull();
});

test("a stranger's model is trusted by one word only, and every mistake is told at once", () => {
  expect(step({}).isTrusted).toBe(false);
  expect(step({ "allow-untrusted": "environment-approved" }).isTrusted).toBe(true);
  expect(() => step({ "allow-untrusted": "true", device: "tpu" })).toThrow(
    /allow-untrusted is "true".*device is "tpu"/s,
  );
});

describe("a shard", () => {
  test.each([
    ["1/1", { index: 0, count: 1 }],
    ["2/7", { index: 1, count: 7 }],
    ["1000/1000", { index: 999, count: 1000 }],
  ])("%s is one", (shard, expected) => {
    expect(parseInputs({ ...GIVEN, shard, out: "out" }).shard).toEqual(expected);
  });

  test.each(["0/2", "3/2", "1", "1/0", "a/b", "-1/2", "1/1001", "1/2/3", "1.5/2"])("%s is none", (shard) => {
    expect(refusal({ shard, out: "out" })).toContain(`shard is ${JSON.stringify(shard)}`);
  });

  test("has to be written somewhere", () => {
    expect(refusal({ shard: "1/2" })).toContain("a shard needs a folder");
  });
});

test("everything that is wrong is told at once", () => {
  const message = refusal({ runtime: "torch", device: "tpu", shard: "2/1" });
  expect(message).toContain('runtime is "torch", not one of auto, tensorflow, embedded');
  expect(message).toContain('device is "tpu", not one of auto, cpu, gpu');
  expect(message).toContain('shard is "2/1"');
});

function refusal(given: Partial<typeof GIVEN>): string {
  try {
    parseInputs({ ...GIVEN, ...given });
  } catch (error) {
    if (error instanceof Failure) return error.message;
  }
  return "nothing was refused";
}
