import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { VertexCloud } from "../../../../shared/adapters/vertex/cloud.ts";
import type { Emulator } from "../../../../shared/emulator/emulator.ts";
import { type CuttingProxy, cuttingProxy } from "../../../cutting-proxy.ts";
import { emulatedCloud, emulatedVertex } from "../../../emulated-cloud.ts";
import { makeEndpoint } from "../../../laid-cloud.ts";
import { ENDPOINTS, layScenes, PATIENT_MS, PROJECT, SCENES } from "./fault-scenes.ts";

let emulator: Emulator;
let proxy: CuttingProxy;
let cloud: VertexCloud;
let isCut = (): boolean => false;
beforeAll(async () => {
  emulator = await emulatedCloud({ operationMs: 0 });
  for (const id of ENDPOINTS) await makeEndpoint(emulator, PROJECT, id);
  proxy = await cuttingProxy(emulator.vertex, () => isCut());
  cloud = emulatedVertex({ ...emulator, vertex: proxy.address }, PROJECT);
  await layScenes(cloud);
});
afterAll(async () => {
  await cloud[Symbol.asyncDispose]();
  proxy[Symbol.dispose]();
  await emulator[Symbol.asyncDispose]();
});

describe("a connection that is reset after the effect", () => {
  test.each(SCENES.filter(({ effects }) => effects !== undefined))(
    "loses and doubles nothing: $name",
    async (scene) => {
      const before = timesDone(scene.method);
      let cuts = 0;
      isCut = () => {
        if (cuts > 0 || timesDone(scene.method) === before) return false;
        cuts += 1;
        return true;
      };
      expect(await scene.act(cloud, PATIENT_MS)).toMatchObject({ kind: "done" });
      expect(cuts).toBe(1);
      expect(timesDone(scene.method) - before).toBe(1);
      expect(await scene.effects!(cloud)).toBe(1);
    },
  );
});

test.each(SCENES)("where nobody listens nothing happens: $name", async ({ act }) => {
  await using nowhere = emulatedVertex({ ...emulator, vertex: "127.0.0.1:1" }, PROJECT);
  expect(await act(nowhere, PATIENT_MS)).toMatchObject({ kind: "refused", reason: "unavailable" });
});

function timesDone(method: string): number {
  return emulator.requests().filter((entry) => entry.method === method && entry.status === "OK").length;
}
