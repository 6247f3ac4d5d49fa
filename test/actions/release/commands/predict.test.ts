import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { call, callWithInput } from "../call.ts";
import { scratchWithModel } from "../scratch.ts";

const MODEL = "artifacts/churn";

function scratchWithRequest(request: object | string, model = "runtime-contract"): string {
  const folder = scratchWithModel(model);
  const text = typeof request === "string" ? request : JSON.stringify(request);
  writeFileSync(join(folder, "request.json"), text);
  return folder;
}

describe("predict", () => {
  test("answers rows with predictions, from a file", async () => {
    const folder = scratchWithRequest({
      instances: [
        [1, 2],
        [3, 4],
      ],
    });
    const { exitCode, printed } = await call(folder, "predict", MODEL, "--input", "request.json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(printed)).toEqual({ predictions: [[-2.5], [-5.5]] });
  });

  test("answers columns with outputs, from a pipe, by the signature that the request names", async () => {
    const request =
      '{"signature_name": "several", "inputs": {"count": [9007199254740992], "pixels": [[NaN, -Infinity]], "text": ["é"]}}';
    const { printed } = await callWithInput(
      request,
      scratchWithModel("runtime-contract"),
      "predict",
      MODEL,
      "--input",
      "-",
    );
    expect(printed.replaceAll(/\s+/g, " ")).toBe(
      '{ "outputs": {"doubled": [[NaN, -Infinity]], "next": [9007199254740993], "same": ["é"]} }',
    );
  });

  test("asks the signature that --signature names", async () => {
    const folder = scratchWithRequest({ inputs: 21 });
    const words = ["predict", MODEL, "--input", "request.json", "--signature", "scalar", "--runtime", "embedded"];
    expect(JSON.parse((await call(folder, ...words)).printed)).toEqual({ outputs: 42 });
  });

  test("does not load a model that would harm its server, and says so as a server does", async () => {
    const folder = scratchWithRequest({ inputs: [1] }, "unsafe-write-at-load");
    const { exitCode, printed } = await call(folder, "predict", MODEL, "--input", "request.json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(printed)).toEqual({ error: expect.stringContaining("(initialiser) init → WriteFile") });
  });

  test("does not load a model beside whose graph lies what inspect calls unsafe", async () => {
    const folder = scratchWithRequest({ instances: [[1, 2]] });
    writeFileSync(join(folder, MODEL, "notes.txt"), Buffer.from("\x80\x04cposix\nsystem\n(S'true'\ntR.", "latin1"));
    const inspected = JSON.parse((await call(folder, "inspect", MODEL, "--json")).printed);
    const { exitCode, printed } = await call(folder, "predict", MODEL, "--input", "request.json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(printed).error).toContain(`notes.txt: ${inspected.safety.findings[0].reason}`);
  });
});

describe("predict refuses", () => {
  const good = { instances: [[1, 2]] };

  test.each<[string, object | string, readonly string[], object]>([
    [
      "a request that does not fit",
      { instances: [[1]] },
      [],
      { code: "request-invalid", message: expect.stringContaining('request.json:1:15: "x" takes float32 [-1, 2]') },
    ],
    ["a request that is no JSON", "{", [], { code: "document-invalid" }],
    ["two signatures", { ...good, signature_name: "scalar" }, ["--signature", "fixed"], { code: "usage" }],
    [
      "a signature that there is not",
      good,
      ["--signature", "scaler"],
      { code: "request-invalid", fix: "Ask with --signature for scalar." },
    ],
    [
      "TensorFlow where it is not set up",
      good,
      ["--runtime", "tensorflow"],
      { code: "runtime-missing", fix: expect.stringContaining("setup") },
    ],
    ["a runtime that there is not", good, ["--runtime", "torch"], { code: "usage" }],
  ])("%s", async (_, request, words, failure) => {
    const called = call(scratchWithRequest(request), "predict", MODEL, "--input", "request.json", ...words);
    await expect(called).rejects.toMatchObject(failure);
  });

  test("a call without a request", async () => {
    await expect(call(scratchWithModel("runtime-contract"), "predict", MODEL)).rejects.toMatchObject({
      code: "usage",
      fix: expect.stringContaining("--input"),
    });
  });

  test("a request that is not there", async () => {
    const called = call(scratchWithModel("runtime-contract"), "predict", MODEL, "--input", "request.json");
    await expect(called).rejects.toMatchObject({ code: "file-missing" });
  });
});
