import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { embeddedRuntime } from "../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { tensorflowRuntime } from "../../../shared/adapters/tensorflow/runtime.ts";
import { measureParity, type ParityModels } from "../../../shared/evidence/parity.ts";
import { Failure } from "../../../shared/failure.ts";
import type { LoadedModel } from "../../../shared/ports/runtime.ts";
import type { NamedTensors, Tensor } from "../../../shared/ports/tensor.ts";
import { fakeRuntime } from "../../fakes/runtime.ts";
import { describeNative } from "../../native.ts";
import { project } from "../../repo/project.ts";

const directory = join(project, "fixtures/models/runtime-contract");
const question = { tolerance: { rtol: 1e-3, atol: 1e-5 }, repeats: 3 };
const requests = [rows(1, 2), rows(3, 4, 5, 6)];

test("a runtime agrees with itself", async () => {
  const fake = await load();
  expect(await measureParity({ ...question, requests }, { reference: fake, other: fake })).toEqual({
    requests: 2,
    compared: 2,
    tolerance: question.tolerance,
    outputs: [
      {
        name: "y",
        difference: nothing(3),
        noise: { reference: nothing(6), other: nothing(6) },
        choices: null,
        isDiscriminating: true,
      },
    ],
    refusals: [],
  });
});

describe("what is measured of another that", () => {
  test("is off by a hundredth", async () => {
    const { difference } = await against((y) => Float32Array.from(y, (value) => value + 0.01));
    expect(difference.largest).toBeCloseTo(0.01, 5);
    expect(difference.beyondTolerance).toBe(3);
  });

  test("gives NaN once", async () => {
    let calls = 0;
    const { difference, noise } = await against((y) => (++calls === 4 ? y.fill(Number.NaN) : y));
    expect(difference).toMatchObject({ largest: Infinity, notFinite: 2 });
    expect(noise.reference.largest).toBe(0);
    expect(noise.other.largest).toBe(Infinity);
  });

  test("never answers twice alike", async () => {
    let calls = 0;
    const { noise } = await against((y) => Float32Array.from(y, (value) => value + 0.25 * calls++));
    expect(noise.reference.largest).toBe(0);
    expect(noise.other.largest).toBeGreaterThanOrEqual(0.5);
  });

  test("gives another shape", async () => {
    const { difference, choices } = await against((y) => y, [-1]);
    expect(difference).toMatchObject({ largest: Infinity, mismatch: "has the shape [-1], not [1,1]" });
    expect(choices).toBeNull();
  });

  test("gives no such output", async () => {
    const none: ParityModels["other"] = { predict: async () => new Map() };
    const { outputs } = await measureParity({ ...question, requests }, { reference: await load(), other: none });
    expect(outputs[0]!.difference.mismatch).toBe("is missing");
  });

  test("answers everything alike, and is asked so", async () => {
    const constant: LoadedModel = { ...(await load()), predict: async () => new Map([["y", scores(7)]]) };
    const { outputs } = await measureParity({ ...question, requests }, { reference: constant, other: constant });
    expect(outputs[0]!.isDiscriminating).toBe(false);
  });

  test("refuses a request", async () => {
    const reference = await load();
    const other: ParityModels["other"] = {
      predict: async (inputs) => {
        if (inputs.get("x")!.shape[0] === 2) throw new Failure("operator-missing", "no kernel", { fix: "Wait." });
        return reference.predict(inputs);
      },
    };
    expect(await measureParity({ ...question, requests }, { reference, other })).toMatchObject({
      requests: 2,
      compared: 1,
      refusals: [{ request: 1, reference: null, other: "operator-missing" }],
    });
  });

  test("breaks in a way that is ours is not evidence", async () => {
    const other: ParityModels["other"] = { predict: () => Promise.reject(new TypeError("a defect")) };
    await expect(measureParity({ ...question, requests }, { reference: await load(), other })).rejects.toThrow(
      "a defect",
    );
  });
});

describeNative("the embedded runtime beside TensorFlow", ({ addon }) => {
  const native = tensorflowRuntime(localFiles(), { addon, device: "cpu", scratch: tmpdir() });
  const embedded = embeddedRuntime(localFiles());
  const small = (name: string) => join(project, "fixtures/models", name);

  test.each([
    ["a trained layer", directory, "serving_default", requests],
    ["a graph that is placed elsewhere", small("placed-elsewhere"), "serving_default", [vector(1, 2), vector(3)]],
    ["its own strings", directory, "labels", [vector(1, 2), vector(3)]],
  ])("%s", async (_, model, signatureName, asked) => {
    await using reference = await native.load({ directory: model, signatureName });
    await using other = await embedded.load({ directory: model, signatureName });
    const evidence = await measureParity({ ...question, requests: asked }, { reference, other });
    expect(evidence.refusals).toEqual([]);
    for (const { difference, noise } of evidence.outputs) {
      expect(difference.largestShare).toBeLessThanOrEqual(1);
      expect([noise.reference.largest, noise.other.largest]).toEqual([0, 0]);
    }
    expect(evidence.outputs.find(({ name }) => name === "y")!.isDiscriminating).toBe(true);
  });
});

function load(): Promise<LoadedModel> {
  return fakeRuntime().load({ directory, signatureName: "serving_default" });
}

/** The fake runtime beside itself with its answers spoiled. */
async function against(spoil: (y: Float32Array) => Float32Array, shape?: readonly number[]) {
  const reference = await load();
  const other: ParityModels["other"] = {
    async predict(inputs) {
      const y = (await reference.predict(inputs)).get("y")!;
      return new Map([["y", { ...y, shape: shape ?? y.shape, data: spoil(y.data as Float32Array) }]]);
    },
  };
  const { outputs } = await measureParity({ ...question, requests }, { reference, other });
  return outputs[0]!;
}

function nothing(elements: number) {
  return { elements, largest: 0, largestShare: 0, beyondTolerance: 0, notFinite: 0, mismatch: null };
}

function rows(...values: readonly number[]): NamedTensors {
  return new Map([["x", { dtype: "float32", shape: [values.length / 2, 2], data: Float32Array.from(values) }]]);
}

function vector(...values: readonly number[]): NamedTensors {
  return new Map([["x", { dtype: "float32", shape: [values.length], data: Float32Array.from(values) }]]);
}

function scores(...values: readonly number[]): Tensor {
  return { dtype: "float32", shape: [values.length, 1], data: Float32Array.from(values) };
}
