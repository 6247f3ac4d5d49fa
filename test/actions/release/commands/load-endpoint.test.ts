import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { realPace } from "../../../../shared/adapters/vertex/pace.ts";
import { predictionHosts } from "../../../../shared/adapters/vertex/prediction-hosts.ts";
import { deployed, value } from "../../../contract/cloud-world.ts";
import { artifactUri, emulatedCloud, emulatedVertex } from "../../../emulated-cloud.ts";
import { fakeTraffic } from "../../../fakes/traffic.ts";
import { makeEndpoint, REGION } from "../../../laid-cloud.ts";
import { callWithPorts } from "../call.ts";
import { scratchWithModel } from "../scratch.ts";

const NAME = `projects/p-1/locations/${REGION}/endpoints/123456789`;
const HOST = `https://${REGION}-aiplatform.googleapis.com`;
const credentials = {
  auth: () => Promise.reject(new Error("not asked")),
  bearer: async () => "Bearer own",
  renew: async () => {},
};

test.each<[string, string, string]>([
  ["by its name", NAME, `${HOST}/v1/${NAME}:predict`],
  ["by its name as a URL", `vertex://${NAME}`, `${HOST}/v1/${NAME}:predict`],
  ["by its host's URL", `${HOST}/v1/${NAME}:predict`, `${HOST}/v1/${NAME}:predict`],
])("an endpoint is asked as whoever we are: %s", async (_, operand, url) => {
  const { opened } = await loaded(operand);
  expect(opened).toMatchObject([{ url, method: "POST", trust: "system" }]);
  expect(opened.map((target) => target.authorization?.())).toEqual(["Bearer own"]);
});

test("an endpoint is asked with the token that was given, and with no other", async () => {
  const { opened } = await loaded(NAME, "--token-variable", "SERVING_TOKEN");
  expect(opened[0]!.headers).toMatchObject({ Authorization: "Bearer a-token" });
  expect(opened[0]!.authorization).toBeUndefined();
});

test("nobody else learns who we are", async () => {
  const { opened } = await loaded("https://models.example.org/v1/models/churn:predict");
  expect(opened[0]!.headers).not.toHaveProperty("Authorization");
  expect(opened[0]!.authorization).toBeUndefined();
});

test("an endpoint of the emulator answers a load", async () => {
  await using emulator = await emulatedCloud({ operationMs: 0 });
  await makeEndpoint(emulator, "p-1", "123456789");
  await using cloud = emulatedVertex(emulator, "p-1", realPace());
  const endpoint = cloud.endpoint("123456789");
  const opened = { endpoint, elsewhere: endpoint, registry: cloud.registry, artifactUri };
  await deployed({ ...opened, [Symbol.asyncDispose]: async () => {} }, "101", 1);
  value(await endpoint.share({ 101: 100 }, value(await endpoint.read()).etag));
  const hosts = predictionHosts(emulator.vertex);
  const words = [...QUICK, "--rate", "40", "--duration", "0.5", "--json"];
  const { printed } = await callWithPorts({ predictionHosts: async () => hosts }, folderWithRequest(), ...words);
  expect(JSON.parse(printed)).toMatchObject({ target: NAME, samples: 20, errors: 0, isComplete: true });
});

const QUICK = ["load", NAME, "--input", "request.json", "--warm-up", "0.1", "--arrivals", "constant"];

function folderWithRequest(): string {
  const folder = scratchWithModel("runtime-contract");
  writeFileSync(join(folder, "request.json"), '{"instances": [[1, 2]]}');
  return folder;
}

async function loaded(operand: string, ...words: readonly string[]) {
  const traffic = fakeTraffic({ fate: () => ({ serviceMs: 1 }) });
  const ports = { traffic: async () => traffic, predictionHosts: async () => predictionHosts(undefined, credentials) };
  await callWithPorts(ports, folderWithRequest(), "load", operand, "--input", "request.json", ...words);
  return { opened: traffic.opened.filter((target) => target.kind === "http") };
}
