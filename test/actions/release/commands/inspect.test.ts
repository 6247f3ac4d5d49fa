import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { call } from "../call.ts";
import { scratchWithModel } from "../scratch.ts";

async function inspectJson(folder: string, ...words: readonly string[]) {
  const { exitCode, printed } = await call(folder, "inspect", ...words, "--json");
  return { exitCode, inspection: JSON.parse(printed) };
}

describe("a SavedModel", () => {
  test("is described in full", async () => {
    const { exitCode, inspection } = await inspectJson(scratchWithModel(), "artifacts/churn");
    expect(exitCode).toBe(0);
    expect(inspection).toMatchObject({
      schema: "model-release/inspection/v1",
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      files: 4,
      tensorflowVersion: "2.21.0",
      minimumTensorFlow: "2.10",
      variables: { count: 8 },
      safety: { status: "pass", findings: [] },
      servable: { status: "pass", findings: [] },
      lint: [],
    });
    expect(inspection.bytes).toBe(Object.values<number>(inspection.parts).reduce((sum, part) => sum + part));
    expect(inspection.signatures[1]).toEqual({
      name: "serving_default",
      method: "tensorflow/serving/predict",
      inputs: [{ name: "x", dtype: "float32", shape: [-1, 3] }],
      outputs: [{ name: "output_0", dtype: "float32", shape: [-1, 1] }],
    });
    expect(inspection.operators.graph.StatefulPartitionedCall).toBeGreaterThan(0);
    expect(inspection.operators.library.ReadVariableOp).toBeGreaterThan(0);
  });

  test("reads well in a terminal", async () => {
    const { printed } = await call(scratchWithModel(), "inspect", "artifacts/churn");
    expect(printed).toContain("  written    TensorFlow 2.21.0, Keras unknown; needs TensorFlow 2.10 or later");
    expect(printed).toContain("    in  x         float32 [?, 3]\n    out output_0  float32 [?, 1]");
    expect(printed).toContain("  safety     pass\n  servable   pass\n  lint       pass");
  });

  test("that harms its server exits 1 with the way there", async () => {
    const { exitCode, inspection } = await inspectJson(scratchWithModel("unsafe-write-at-load"), "artifacts/churn");
    expect(exitCode).toBe(1);
    expect(inspection.safety).toMatchObject({
      status: "fail",
      findings: [{ operator: "WriteFile", path: ["(initialiser) init"], fix: expect.stringContaining("Return") }],
    });
  });

  test("that an older TensorFlow cannot load is said so for that TensorFlow only", async () => {
    const folder = scratchWithModel();
    const old = await inspectJson(folder, "artifacts/churn", "--tensorflow-version", "2.9");
    expect(old.exitCode).toBe(1);
    expect(old.inspection.servable.findings[0]).toMatchObject({
      rule: "too-new",
      message: expect.stringContaining("TensorFlow 2.9 does not know"),
    });
    expect((await inspectJson(folder, "artifacts/churn", "--tensorflow-version", "2.15")).exitCode).toBe(0);
  });

  test.each([
    ["truncated weights", "variables-truncated", (path: string) => truncateSync(path, 10)],
    ["missing weights", "variables-shard-missing", (path: string) => rmSync(path)],
    [
      "a Git LFS pointer for weights",
      "variables-lfs-pointer",
      (path: string) => writeFileSync(path, "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"),
    ],
  ])("with %s still prints its inspection, and exits 1", async (_, rule, damage) => {
    const folder = scratchWithModel();
    damage(join(folder, "artifacts/churn/variables/variables.data-00000-of-00001"));
    const { exitCode, inspection } = await inspectJson(folder, "artifacts/churn");
    expect(exitCode).toBe(1);
    expect(inspection.servable).toMatchObject({ status: "fail", findings: [{ rule }] });
  });

  test("a signature's hostile name cannot reach the terminal or the job as a command", async () => {
    const folder = scratchWithModel();
    const graph = join(folder, "artifacts/churn/saved_model.pb");
    const bytes = readFileSync(graph, "latin1").replaceAll("serving_default", "##[error]\n::ad:");
    writeFileSync(graph, bytes, "latin1");
    const { printed } = await call(folder, "inspect", "artifacts/churn");
    expect(printed).not.toContain("##[");
    expect(printed).not.toMatch(/^::/m);
  });
});

describe("what is not a SavedModel", () => {
  test.each([
    ["nothing", "artifacts/gone", "artifact-missing", "artifacts/gone"],
    ["a folder without a graph", "artifacts", "artifact-missing", "saved_model.pb"],
    ["a Keras file", "model.keras", "usage", "neither a SavedModel's folder nor a manifest"],
    ["a link among the files", "linked", "artifact-refused", "latest"],
  ])("%s is refused by name, as JSON too", async (_, operand, code, message) => {
    const folder = scratchWithModel();
    writeFileSync(join(folder, "model.keras"), "");
    mkdirSync(join(folder, "linked"));
    writeFileSync(join(folder, "linked/saved_model.pb"), readFileSync(join(folder, "artifacts/churn/saved_model.pb")));
    symlinkSync("saved_model.pb", join(folder, "linked/latest"));
    await expect(call(folder, "inspect", operand)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });
});
