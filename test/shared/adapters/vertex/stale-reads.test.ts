import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { VertexCloud } from "../../../../shared/adapters/vertex/cloud.ts";
import type { Emulator } from "../../../../shared/emulator/emulator.ts";
import { emulatedCloud, emulatedVertex } from "../../../emulated-cloud.ts";
import { makeEndpoint } from "../../../laid-cloud.ts";
import { ENDPOINTS, layScenes, PATIENT_MS, PROJECT, SCENES } from "./fault-scenes.ts";

/** The reads that follow each write: two of them show what was there before it. */
const STALE: readonly (readonly [scene: string, method: string, resource: string, calls: readonly number[]])[] = [
  ["endpoint.deploy", "GetEndpoint", "*/endpoints/deploy", [1, 2]],
  ["endpoint.undeploy", "GetEndpoint", "*/endpoints/undeploy", [2, 3]],
  ["endpoint.share", "GetEndpoint", "*/endpoints/share", [2, 3]],
  ["registry.upload", "ListModelVersions", "*/models/upload", [2, 3]],
  ["registry.alias", "GetModel", "*/models/alias*", [1, 2]],
  ["registry.remove", "ListModelVersions", "*/models/remove", [1, 2]],
];

const scratch = mkdtempSync(join(tmpdir(), "stale-reads-"));
let emulator: Emulator;
let cloud: VertexCloud;
beforeAll(async () => {
  await lay();
  const faults = STALE.map(([, method, resource, calls]) => ({ fault: "staleRead", method, resource, calls }) as const);
  emulator = await emulatedCloud({ operationMs: 0, faults }, scratch);
  cloud = emulatedVertex(emulator, PROJECT);
});
afterAll(async () => {
  await cloud[Symbol.asyncDispose]();
  await emulator[Symbol.asyncDispose]();
  rmSync(scratch, { recursive: true, force: true });
});

test.each(STALE)("F6 what %s wrote is waited for until it is seen", async (name, method, resource, calls) => {
  const scene = SCENES.find((each) => each.name === name)!;
  expect(await scene.act(cloud, PATIENT_MS)).toMatchObject({ kind: "done" });
  expect(timesRead(method, resource)).toBeGreaterThan(calls[1]!);
  const writes = emulator.requests().filter((entry) => entry.method === scene.method && entry.isMutation);
  expect(writes).toHaveLength(1);
});

async function lay(): Promise<void> {
  rmSync(scratch, { recursive: true });
  await using laying = await emulatedCloud({ operationMs: 0 }, scratch);
  for (const id of ENDPOINTS) await makeEndpoint(laying, PROJECT, id);
  await using calm = emulatedVertex(laying, PROJECT);
  await layScenes(calm);
}

function timesRead(method: string, resource: string): number {
  const part = resource.replaceAll("*", "");
  return emulator.requests().filter((entry) => entry.method === method && entry.resource.includes(part)).length;
}
