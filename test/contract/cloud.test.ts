import { afterAll, beforeAll, expect, test } from "vitest";
import { realPace } from "../../shared/adapters/vertex/pace.ts";
import type { Emulator } from "../../shared/emulator/emulator.ts";
import { artifactUri, emulatedCloud, emulatedVertex } from "../emulated-cloud.ts";
import { fakeCloud } from "../fakes/cloud.ts";
import { makeEndpoint } from "../laid-cloud.ts";
import { type CloudWorld, LONG_MS, type OpenCloud, registered, value, wishFor } from "./cloud-world.ts";
import { endpointContract } from "./endpoint.ts";
import { registryContract } from "./registry.ts";

const inMemory: CloudWorld["open"] = async () => {
  let draw = 0;
  const { endpoint, registry } = fakeCloud({ random: () => (draw++ % 10) / 10 });
  return {
    endpoint: endpoint("1"),
    elsewhere: endpoint("missing"),
    registry,
    artifactUri,
    [Symbol.asyncDispose]: async () => {},
  };
};

endpointContract({ title: "an endpoint in memory", open: inMemory });
registryContract({ title: "a registry in memory", open: inMemory });

let quick: Emulator;
let slow: Emulator;
let strict: Emulator;
let projects = 0;

/** What Google's documents leave open, read the other way. */
const STRICT = {
  etagConflict: "FAILED_PRECONDITION",
  operationsPerEndpoint: "one",
  resources: "required",
  image: "required",
} as const;

beforeAll(async () => {
  [quick, slow, strict] = await Promise.all([
    emulatedCloud({ operationMs: 0 }),
    emulatedCloud({ operationMs: 500 }),
    emulatedCloud({ operationMs: 500, assumptions: STRICT }),
  ]);
});
afterAll(() => Promise.all([quick, slow, strict].map((emulator) => emulator[Symbol.asyncDispose]())));

async function openOn(emulator: Emulator): Promise<OpenCloud> {
  projects += 1;
  const project = `project-${projects}`;
  await makeEndpoint(emulator, project, "1");
  const cloud = emulatedVertex(emulator, project, realPace());
  return {
    endpoint: cloud.endpoint("1"),
    elsewhere: cloud.endpoint("missing"),
    registry: cloud.registry,
    artifactUri,
    [Symbol.asyncDispose]: () => cloud[Symbol.asyncDispose](),
  };
}

const emulated: CloudWorld["open"] = (pace) => openOn(pace?.isSlow ? slow : quick);

endpointContract({ title: "an endpoint of Vertex AI, on the emulator", open: emulated });
registryContract({ title: "a registry of Vertex AI, on the emulator", open: emulated });

test("an endpoint that does one thing at a time is waited for, and its etags mean the same", async () => {
  await using cloud = await openOn(strict);
  const [first, second] = [await registered(cloud, 1), await registered(cloud, 2)];
  const started = await Promise.all([
    cloud.endpoint.deploy(wishFor("101", first.reference, 1)),
    cloud.endpoint.deploy(wishFor("102", second.reference, 2)),
  ]);
  for (const operation of started) value(await cloud.endpoint.settle(value(operation), LONG_MS));
  const { etag, deployed: both } = value(await cloud.endpoint.read());
  expect(both.map(({ id }) => id).toSorted()).toEqual(["101", "102"]);
  value(await cloud.endpoint.share({ 101: 100 }, etag));
  expect(await cloud.endpoint.share({ 102: 100 }, etag)).toMatchObject({ kind: "conflict" });
});
