import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FaultPlan } from "../../../shared/emulator/faults/plan.ts";
import { codeOf, created, deployed, put, type Running, registered, running } from "./running.ts";

let stateFolder: string;

beforeEach(() => {
  stateFolder = mkdtempSync(join(tmpdir(), "emulator-state-"));
});
afterEach(() => rmSync(stateFolder, { recursive: true, force: true }));

const ROW = { listValue: { values: [{ numberValue: 1 }, { numberValue: 2 }] } };

async function withState<T>(act: (at: Running) => Promise<T>, plan: FaultPlan = {}): Promise<T> {
  await using at = await running({ stateFolder, plan });
  return await act(at);
}

describe("an emulator over the folder of another", () => {
  test("has every resource as it was, and answers with its models", async () => {
    const before = await withState(async (at) => {
      const model = await registered(at, "churn");
      await at.models.mergeVersionAliases({ name: `${model}@1`, versionAliases: ["champion"] });
      const endpoint = await created(at, "shop");
      await deployed(at, endpoint, { id: "1", model, split: { 0: 100 } });
      return [
        (await at.endpoints.getEndpoint({ name: endpoint }))[0],
        (await at.models.getModel({ name: model }))[0],
      ] as const;
    });
    const [endpoint, model] = before;
    await withState(async (at) => {
      expect((await at.endpoints.getEndpoint({ name: endpoint.name! }))[0]).toEqual(endpoint);
      expect((await at.models.getModel({ name: `${model.name}@champion` }))[0]).toEqual(model);
      const [answer] = await at.predictions.predict({ endpoint: endpoint.name!, instances: [ROW] });
      expect(answer).toMatchObject({ deployedModelId: "1", predictions: [{ numberValue: 3 }] });
      const stored = await fetch(
        `${at.emulator.storage}/storage/v1/b/models/o/${encodeURIComponent("churn/saved_model.pb")}?alt=media`,
      );
      expect(await stored.text()).toBe("the bytes of churn");
    });
  });

  test("never draws an id or etag again", async () => {
    const create = async (at: Running): Promise<string> => {
      const endpoint = { displayName: "own" };
      const [operation] = await at.endpoints.createEndpoint({ parent: "projects/p/locations/l", endpoint });
      const [{ name, etag }] = await operation.promise();
      return `${name} ${etag}`;
    };
    const first = await withState(create);
    const second = await withState(create);
    expect(second).not.toBe(first);
    expect(second.split(" ")[1]).not.toBe(first.split(" ")[1]);
  });

  test("ends the operations that were running", async () => {
    const slow = { operationMs: 300 };
    const [name, endpoint] = await withState(async (at) => {
      const model = await registered(at, "churn");
      const shop = await created(at, "shop");
      const wish = { endpoint: shop, deployedModel: { id: "1", model }, trafficSplit: { 0: 100 } };
      return [(await at.endpoints.deployModel(wish))[0].name!, shop];
    }, slow);
    await withState(async (at) => {
      const operation = await at.endpoints.checkDeployModelProgress(name);
      const [response] = await operation.promise();
      expect(response).toMatchObject({ deployedModel: { id: "1" } });
      expect((await at.endpoints.getEndpoint({ name: endpoint }))[0].trafficSplit).toEqual({ 1: 100 });
    }, slow);
  });

  test("has forgotten a change whose line was cut by a kill, and nothing before it", async () => {
    const endpoint = await withState(async (at) => created(at, "shop"));
    const file = join(stateFolder, "state.jsonl");
    writeFileSync(file, `${readFileSync(file, "utf8")}[{"table":"endpoints","key":"${endpoint}"`);
    await withState(async (at) => {
      expect((await at.endpoints.getEndpoint({ name: endpoint }))[0].displayName).toBe("shop");
    });
  });

  test.each([
    ["text", "hello\n"],
    ["other JSON", '{"a": 1}\n'],
    ["a change without a key", '[{"table": "endpoints"}]\n'],
  ])("refuses a state that holds %s", async (_, line) => {
    writeFileSync(join(stateFolder, "state.jsonl"), line);
    await expect(running({ stateFolder })).rejects.toMatchObject({ code: "document-invalid" });
  });

  test("is refused while the other one runs", async () => {
    await withState(async () => {
      await expect(running({ stateFolder })).rejects.toMatchObject({ code: "usage" });
    });
    await withState(async () => {});
  });

  test("keeps no bytes of what is not deployed any more", async () => {
    await withState(async (at) => {
      const model = await registered(at, "churn");
      const endpoint = await created(at, "shop");
      await deployed(at, endpoint, { id: "1", model, split: { 0: 100 } });
      await deployed(at, endpoint, { id: "2", model });
      const undeploy = async (deployedModelId: string): Promise<void> => {
        const [operation] = await at.endpoints.undeployModel({ endpoint, deployedModelId });
        await operation.promise();
      };
      await undeploy("2");
      expect(await codeOf(at.predictions.predict({ endpoint, instances: [ROW] }))).toBe(0);
      await undeploy("1");
      expect(at.emulator.servedDigest(endpoint, "1")).toBeNull();
    });
    expect(readdirSync(join(stateFolder, "artifacts"))).toEqual([]);
  });

  test("sweeps away what a kill left behind", async () => {
    await withState(async (at) => {
      const endpoint = await created(at, "shop");
      await deployed(at, endpoint, { id: "1", model: await registered(at, "churn") });
    });
    const artifacts = join(stateFolder, "artifacts");
    const kept = readdirSync(artifacts);
    mkdirSync(join(artifacts, ".new-abc"));
    mkdirSync(join(artifacts, "0".repeat(64)));
    await withState(async () => {});
    expect(readdirSync(artifacts)).toEqual(kept);
  });
});

test("without a folder an emulator begins empty, and projects never see each other", async () => {
  await using at = await running();
  await put(at.emulator.storage, "a", "b");
  const [first, second] = ["projects/p/locations/l", "projects/q/locations/l"];
  await created(at, "shop", first);
  await registered(at, "churn", first);
  await created(at, "shop", second);
  for (const [parent, count] of [
    [first, 1],
    [second, 0],
    ["projects/p/locations/m", 0],
  ] as const) {
    expect((await at.models.listModels({ parent }))[0]).toHaveLength(count);
  }
  expect((await at.endpoints.listEndpoints({ parent: second! }))[0].map(({ name }) => name)).toEqual([
    `${second}/endpoints/shop`,
  ]);
});
