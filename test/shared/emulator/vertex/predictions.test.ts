import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runtimeFor } from "../../../../actions/wiring/runtimes.ts";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import { digestArtifact } from "../../../../shared/release/artifact.ts";
import { silentLog } from "../../../fakes/log.ts";
import { BUCKET, codeOf, created, deployed, PARENT, put, type Running, running } from "../running.ts";

const DENSE = join(import.meta.dirname, "../../../../fixtures/models/keras3-exported");
const INVALID = 3;
const NOT_FOUND = 5;
const PRECONDITION = 9;

let at: Running;
let model: string;
let endpoint: string;

beforeAll(async () => {
  at = await running({ runtime: await runtimeFor({ runtime: "embedded" }, silentLog) });
  for (const { path } of await localFiles().list(DENSE)) {
    await put(at.emulator.storage, `dense/${path}`, readFileSync(join(DENSE, path)));
  }
  await put(at.emulator.storage, "broken/saved_model.pb", "no graph");
  model = await uploaded("dense");
  endpoint = await created(at, "shop");
  await deployed(at, endpoint, { id: "1", model, split: { 0: 100 } });
});
afterAll(() => at[Symbol.asyncDispose]());

async function uploaded(folder: string): Promise<string> {
  const wish = { displayName: folder, artifactUri: `gs://${BUCKET}/${folder}` };
  const [operation] = await at.models.uploadModel({ parent: PARENT, modelId: folder, model: wish });
  return (await operation.promise())[0].model!;
}

function row(...values: readonly number[]) {
  return { listValue: { values: values.map((numberValue) => ({ numberValue })) } };
}

async function split(trafficSplit: Record<string, number>): Promise<void> {
  await at.endpoints.updateEndpoint({
    endpoint: { name: endpoint, trafficSplit },
    updateMask: { paths: ["traffic_split"] },
  });
}

function post(verb: string, body: string, type = "application/json"): Promise<Response> {
  const url = `http://${at.emulator.vertex}/v1/${endpoint}:${verb}`;
  return fetch(url, { method: "POST", body, headers: { "content-type": type } });
}

describe("a prediction", () => {
  test("is the model's own, and says who answered", async () => {
    const [answer] = await at.predictions.predict({ endpoint, instances: [row(1, 2, 3), row(0, 0, 0)] });
    expect(answer).toMatchObject({ deployedModelId: "1", model, modelVersionId: "1", modelDisplayName: "dense" });
    expect(answer.predictions).toHaveLength(2);
    expect(answer.predictions![0]).not.toEqual(answer.predictions![1]);
  });

  test("is the same by gRPC, REST and as raw bytes", async () => {
    const body = JSON.stringify({ instances: [[1, 2, 3]] });
    const [raw] = await at.predictions.rawPredict({
      endpoint,
      httpBody: { contentType: "application/json", data: Buffer.from(body) },
    });
    const rawAnswer = JSON.parse(Buffer.from(raw.data as Uint8Array).toString());
    const rest = await (await post("predict", body)).json();
    const restRaw = await post("rawPredict", body);
    expect(await restRaw.json()).toEqual(rawAnswer);
    expect(rest).toEqual({ ...rawAnswer, deployedModelId: "1", model, modelVersionId: "1", modelDisplayName: "dense" });
    expect(restRaw.headers.get("x-vertex-ai-deployed-model-id")).toBe("1");
    expect(restRaw.headers.get("x-vertex-ai-endpoint-id")).toBe("shop");
    const [grpc] = await at.predictions.predict({ endpoint, instances: [row(1, 2, 3)] });
    const [first] = grpc.predictions![0]!.listValue!.values!;
    expect(first!.numberValue).toBe(rawAnswer.predictions[0][0]);
  });

  test("of NaN is NaN, which only gRPC and raw bytes can carry", async () => {
    const [answer] = await at.predictions.predict({ endpoint, instances: [row(Number.NaN, 2, 3)] });
    expect(answer.predictions![0]!.listValue!.values![0]!.numberValue).toBeNaN();
  });

  test("may name the signature, in raw bytes", async () => {
    const named = (name: string) =>
      post("rawPredict", JSON.stringify({ signature_name: name, instances: [[1, 2, 3]] }));
    expect((await named("serve")).status).toBe(200);
    expect((await named("none")).status).toBe(400);
  });

  test.each([
    ["a row of another shape", [row(1, 2)], INVALID],
    ["a text in place of numbers", [{ stringValue: "x" }], INVALID],
    ["a name that no input has", [{ structValue: { fields: { y: row(1, 2, 3) } } }], INVALID],
    ["no rows", [], 0],
    ["3 MB", [{ stringValue: "x".repeat(3_000_000) }], INVALID],
  ])("with %s", async (_, instances, code) => {
    expect(await codeOf(at.predictions.predict({ endpoint, instances }))).toBe(code);
  });

  test.each([
    ["what is no JSON", "{", 400],
    ["a list", "[]", 400],
    ["a member that there is not", '{"instance": []}', 400],
    [
      "a request of more than 1.5 MB",
      JSON.stringify({ instances: Array.from({ length: 200_000 }, () => [1, 2, 3]) }),
      400,
    ],
  ])("by REST with %s", async (_, body, status) => {
    const answer = await post("predict", body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { code: status, status: "INVALID_ARGUMENT" } });
  });

  test("of an endpoint that is not there", async () => {
    const name = `${PARENT}/endpoints/404`;
    expect(await codeOf(at.predictions.predict({ endpoint: name, instances: [] }))).toBe(NOT_FOUND);
    expect(
      (await fetch(`http://${at.emulator.vertex}/v1/${name}:predict`, { method: "POST", body: "{}" })).status,
    ).toBe(404);
  });
});

describe("traffic", () => {
  test("goes where the split says, and to nobody else", async () => {
    await deployed(at, endpoint, { id: "2", model });
    await deployed(at, endpoint, { id: "3", model });
    await split({ 1: 70, 2: 30 });
    const counts: Record<string, number> = {};
    for (let asked = 0; asked < 400; asked += 1) {
      const [{ deployedModelId }] = await at.predictions.predict({ endpoint, instances: [row(1, 2, 3)] });
      counts[deployedModelId!] = (counts[deployedModelId!] ?? 0) + 1;
    }
    expect(Object.keys(counts)).toEqual(["1", "2"]);
    // The draws are by a seed: four standard deviations around 120, and always the same.
    expect(Math.abs(counts[2]! - 120)).toBeLessThan(37);
  });

  test("that nobody has is refused", async () => {
    await split({});
    expect(await codeOf(at.predictions.predict({ endpoint, instances: [row(1, 2, 3)] }))).toBe(PRECONDITION);
    await split({ 1: 100 });
  });
});

describe("an artifact", () => {
  test("is served by the digest of its bytes, which is its release's", async () => {
    const { digest } = await digestArtifact(DENSE, localFiles());
    expect(`sha256:${at.emulator.servedDigest(endpoint, "1")}`).toBe(digest);
    expect(at.emulator.servedDigest(endpoint, "9")).toBeNull();
  });

  test("that is corrupt fails in the operation, with its own cause", async () => {
    const broken = await uploaded("broken");
    const [operation] = await at.endpoints.deployModel({ endpoint, deployedModel: { id: "4", model: broken } });
    await expect(operation.promise()).rejects.toMatchObject({
      code: PRECONDITION,
      message: expect.stringMatching(/^Model server exited unexpectedly\. .*saved_model\.pb/),
    });
  });

  test("goes on being served when the bucket has lost it", async () => {
    const url = `${at.emulator.storage}/storage/v1/b/${BUCKET}/o/${encodeURIComponent("dense/saved_model.pb")}`;
    expect((await fetch(url, { method: "DELETE" })).status).toBe(204);
    expect(await codeOf(at.predictions.predict({ endpoint, instances: [row(1, 2, 3)] }))).toBe(0);
  });
});

test("what was asked is in the log, oldest first, for other processes as well", async () => {
  const asked = at.emulator.requests().filter(({ surface }) => surface === "vertex");
  expect(asked[0]).toMatchObject({ method: "UploadModel", resource: PARENT, isMutation: true, status: "OK" });
  expect(asked.some(({ method, status }) => method === "Predict" && status === "INVALID_ARGUMENT")).toBe(true);
  const shown = await (await fetch(`${at.emulator.storage}/_emulator/requests`)).json();
  expect(shown).toEqual({ requests: at.emulator.requests() });
});
