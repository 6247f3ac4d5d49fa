import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { codeOf, created, deployed, PARENT, put, type Running, registered, running } from "../running.ts";

let at: Running;
let model: string;
let endpoint: string;
let count = 0;

beforeAll(async () => {
  at = await running({ plan: { quotas: { deployedModels: 4, accelerators: { NVIDIA_TESLA_T4: 2 } } } });
  model = await registered(at, "churn");
});
afterAll(() => at[Symbol.asyncDispose]());

/** Each test has an endpoint with a model that has all the traffic, and one that has none. */
beforeEach(async () => {
  count += 1;
  endpoint = await created(at, `shop-${count}`);
  await deployed(at, endpoint, { id: "1", model, split: { 0: 100 } });
  await deployed(at, endpoint, { id: "2", model });
});

const INVALID = 3;
const NOT_FOUND = 5;
const EXISTS = 6;
const DENIED = 7;
const EXHAUSTED = 8;
const PRECONDITION = 9;

async function state(): Promise<{ readonly ids: (string | null | undefined)[]; readonly split: object }> {
  const [{ deployedModels, trafficSplit }] = await at.endpoints.getEndpoint({ name: endpoint });
  return { ids: deployedModels!.map(({ id }) => id), split: trafficSplit! };
}

/** How the call or, behind it, the operation ended. */
async function outcome(call: Promise<readonly [{ promise(): Promise<unknown> }, ...unknown[]]>): Promise<number> {
  return codeOf(call.then(([operation]) => operation.promise()));
}

describe("DeployModel", () => {
  test.each([
    ["an id of one digit", { id: "7" }, 0],
    ["an id of 10 digits", { id: "1234567890" }, 0],
    ["an id of 11 digits", { id: "12345678901" }, INVALID],
    ["an id with a letter", { id: "a1" }, INVALID],
    ["the id that stands for the new one", { id: "0" }, INVALID],
    ["an id that is deployed here", { id: "1" }, EXISTS],
    ["no id", {}, 0],
    ["a model that is not there", { model: `${PARENT}/models/none` }, NOT_FOUND],
    ["a version that is not there", { model: "@9" }, NOT_FOUND],
    ["a version by its number", { model: "@1" }, 0],
    ["a version by its alias", { model: "@default" }, 0],
    ["a model of another project", { model: "projects/q/locations/europe-west4/models/churn" }, DENIED],
    ["no model", { model: "" }, INVALID],
    ["machines without a type", { dedicatedResources: { minReplicaCount: 1 } }, INVALID],
    ["no machine at all", { dedicatedResources: { machineSpec: { machineType: "n1" } } }, INVALID],
    [
      "fewer machines than at least",
      { dedicatedResources: { machineSpec: { machineType: "n1" }, minReplicaCount: 2, maxReplicaCount: 1 } },
      INVALID,
    ],
  ])("%s", async (_, wish, code) => {
    const own = "model" in wish && wish.model.startsWith("@") ? { model: model + wish.model } : wish;
    expect(await codeOf(at.endpoints.deployModel({ endpoint, deployedModel: { model, ...own } }))).toBe(code);
  });

  test.each([
    ["none leaves the split as it is", {}, 0, { 1: 100 }],
    ["the new one by 0", { 0: 100 }, 0, { 3: 100 }],
    ["old and new", { 0: 10, 1: 90 }, 0, { 3: 10, 1: 90 }],
    ["the new one by its own id", { 3: 100 }, 0, { 3: 100 }],
    ["99", { 0: 10, 1: 89 }, INVALID, { 1: 100 }],
    ["to what is not deployed", { 9: 100 }, INVALID, { 1: 100 }],
  ])("with a split: %s", async (_, trafficSplit, code, after) => {
    expect(await outcome(at.endpoints.deployModel({ endpoint, deployedModel: { id: "3", model }, trafficSplit }))).toBe(
      code,
    );
    expect((await state()).split).toEqual(after);
  });

  test("an id is taken from the call on, before the operation has ended", async () => {
    const wish = { endpoint, deployedModel: { id: "3", model } };
    const [operation] = await at.endpoints.deployModel(wish);
    expect(await codeOf(at.endpoints.deployModel(wish))).toBe(EXISTS);
    await operation.promise();
    expect((await state()).ids).toEqual(["1", "2", "3"]);
  });

  test("the operation can be found again by its name", async () => {
    const [{ name }] = await at.endpoints.deployModel({ endpoint, deployedModel: { id: "3", model } });
    const again = await at.endpoints.checkDeployModelProgress(name!);
    const [response] = await again.promise();
    expect(response).toMatchObject({ deployedModel: { id: "3", model, modelVersionId: "1", displayName: "churn" } });
  });

  test.each([
    ["a folder without files", "gs://models/none", /no files under/],
    ["a bucket that is not there", "gs://no-such-bucket/churn", /bucket .* does not exist/],
    ["a folder without a graph", "gs://models/half", /exactly one of/],
    ["an address that is none", "churn", /not gs:/],
  ])("%s fails in the operation, and deploys nothing", async (_, artifactUri, message) => {
    await put(at.emulator.storage, "half/variables/variables.index", "x");
    const [uploaded] = await at.models.uploadModel({ parent: PARENT, parentModel: model, model: { artifactUri } });
    const [{ modelVersionId }] = await uploaded.promise();
    const deployedModel = { id: "3", model: `${model}@${modelVersionId}` };
    const [operation] = await at.endpoints.deployModel({ endpoint, deployedModel, trafficSplit: { 0: 100 } });
    const ended = operation.promise();
    await expect(ended).rejects.toMatchObject({ code: PRECONDITION, message: expect.stringMatching(message) });
    expect(await state()).toEqual({ ids: ["1", "2"], split: { 1: 100 } });
    expect(await outcome(at.endpoints.deployModel({ endpoint, deployedModel: { id: "3", model } }))).toBe(0);
  });

  test("no more models than the quota has", async () => {
    await deployed(at, endpoint, { id: "3", model });
    await deployed(at, endpoint, { id: "4", model });
    expect(await codeOf(at.endpoints.deployModel({ endpoint, deployedModel: { model } }))).toBe(EXHAUSTED);
  });

  test("a region without accelerators says so in the operation", async () => {
    const machineSpec = { machineType: "n1", acceleratorType: "NVIDIA_TESLA_T4" as const, acceleratorCount: 1 };
    const wish = (id: string, minReplicaCount: number) =>
      at.endpoints.deployModel({
        endpoint,
        deployedModel: { id, model, dedicatedResources: { machineSpec, minReplicaCount } },
      });
    expect(await outcome(wish("3", 3))).toBe(EXHAUSTED);
    expect(await outcome(wish("3", 2))).toBe(0);
    expect(await outcome(wish("4", 1))).toBe(EXHAUSTED);
  });
});

describe("UndeployModel", () => {
  test.each([
    ["what has no traffic goes", { deployedModelId: "2" }, 0, { 1: 100 }],
    ["what has traffic stays", { deployedModelId: "1" }, PRECONDITION, { 1: 100 }],
    [
      "what has traffic goes with a split that takes it",
      { deployedModelId: "1", trafficSplit: { 2: 100 } },
      0,
      { 2: 100 },
    ],
    [
      "a split that leaves it traffic",
      { deployedModelId: "1", trafficSplit: { 1: 1, 2: 99 } },
      PRECONDITION,
      { 1: 100 },
    ],
    ["a split that does not sum to 100", { deployedModelId: "1", trafficSplit: { 2: 99 } }, INVALID, { 1: 100 }],
    ["what is not deployed", { deployedModelId: "9" }, NOT_FOUND, { 1: 100 }],
    ["no id", {}, NOT_FOUND, { 1: 100 }],
  ])("%s", async (_, wish, code, split) => {
    expect(await outcome(at.endpoints.undeployModel({ endpoint, ...wish }))).toBe(code);
    expect((await state()).split).toEqual(split);
  });

  test("the last one goes with all its traffic, and leaves an empty split", async () => {
    expect(await outcome(at.endpoints.undeployModel({ endpoint, deployedModelId: "2" }))).toBe(0);
    expect(await outcome(at.endpoints.undeployModel({ endpoint, deployedModelId: "1" }))).toBe(0);
    expect(await state()).toEqual({ ids: [], split: {} });
  });
});

describe("MutateDeployedModel", () => {
  test.each([
    [
      "the least machines",
      { id: "2", dedicatedResources: { minReplicaCount: 2 } },
      ["dedicated_resources.min_replica_count"],
      0,
    ],
    [
      "none at all",
      { id: "2", dedicatedResources: { minReplicaCount: 0 } },
      ["dedicated_resources.min_replica_count"],
      INVALID,
    ],
    ["the model", { id: "2", model: "other" }, ["model"], INVALID],
    ["the type of machines", { id: "2" }, ["dedicated_resources.machine_spec"], INVALID],
    ["no mask", { id: "2" }, [], INVALID],
    ["what is not deployed", { id: "9" }, ["disable_container_logging"], NOT_FOUND],
  ])("%s", async (_, deployedModel, paths, code) => {
    expect(await outcome(at.endpoints.mutateDeployedModel({ endpoint, deployedModel, updateMask: { paths } }))).toBe(
      code,
    );
  });
});

describe("while an operation runs", () => {
  let slow: Running;
  let shop: string;
  let own: string;

  beforeAll(async () => {
    slow = await running({ plan: { operationMs: 150, assumptions: { operationsPerEndpoint: "one" } } });
    own = await registered(slow, "churn");
    shop = await created(slow, "shop");
    await deployed(slow, shop, { id: "1", model: own, split: { 0: 100 } });
    await deployed(slow, shop, { id: "2", model: own });
  });
  afterAll(() => slow[Symbol.asyncDispose]());

  test("traffic that comes to what is being undeployed ends the operation, and it stays", async () => {
    const [operation] = await slow.endpoints.undeployModel({ endpoint: shop, deployedModelId: "2" });
    const change = { endpoint: { name: shop, trafficSplit: { 2: 100 } }, updateMask: { paths: ["traffic_split"] } };
    await slow.endpoints.updateEndpoint(change);
    expect(await codeOf(operation.promise())).toBe(PRECONDITION);
    expect((await slow.endpoints.getEndpoint({ name: shop }))[0].deployedModels).toHaveLength(2);
  });

  test("another is refused, where one at a time is assumed", async () => {
    const wish = (id: string) => slow.endpoints.deployModel({ endpoint: shop, deployedModel: { id, model: own } });
    const [operation] = await wish("3");
    expect(await codeOf(wish("4"))).toBe(PRECONDITION);
    await operation.promise();
    expect(await codeOf(wish("4"))).toBe(0);
  });
});
