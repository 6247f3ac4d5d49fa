import { afterAll, beforeAll } from "vitest";
import { realPace } from "../../shared/adapters/vertex/pace.ts";
import type { Emulator } from "../../shared/emulator/emulator.ts";
import { artifactUri, emulatedCloud, emulatedVertex, makeEndpoint } from "../emulated-cloud.ts";
import { fakeCloud } from "../fakes/cloud.ts";
import type { CloudWorld } from "./cloud-world.ts";
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
let projects = 0;

beforeAll(async () => {
  [quick, slow] = await Promise.all([emulatedCloud({ operationMs: 0 }), emulatedCloud({ operationMs: 500 })]);
});
afterAll(() => Promise.all([quick[Symbol.asyncDispose](), slow[Symbol.asyncDispose]()]));

const emulated: CloudWorld["open"] = async (pace) => {
  const emulator = pace?.isSlow ? slow : quick;
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
};

endpointContract({ title: "an endpoint of Vertex AI, on the emulator", open: emulated });
registryContract({ title: "a registry of Vertex AI, on the emulator", open: emulated });
