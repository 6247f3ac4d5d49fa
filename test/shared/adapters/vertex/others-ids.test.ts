import { expect, test } from "vitest";
import type { Emulator } from "../../../../shared/emulator/emulator.ts";
import type { Endpoint } from "../../../../shared/ports/endpoint.ts";
import { registered, value } from "../../../contract/cloud-world.ts";
import { artifactUri, emulatedCloud, emulatedVertex } from "../../../emulated-cloud.ts";
import { makeEndpoint, REGION } from "../../../laid-cloud.ts";

test("traffic goes to and fro what somebody else deployed, whose id the platform made up", async () => {
  await using emulator = await emulatedCloud({ operationMs: 0 });
  await makeEndpoint(emulator, "p", "1");
  await using cloud = emulatedVertex(emulator, "p");
  const endpoint = cloud.endpoint("1");
  const ground = { endpoint, elsewhere: endpoint, registry: cloud.registry, artifactUri };
  const { reference } = await registered({ ...ground, [Symbol.asyncDispose]: async () => {} }, 1);
  for (let time = 0; time < 2; time++) await deployAtTheConsole(emulator, reference.model);
  const [one, two] = await deployedIds(endpoint);
  expect(one!.length).toBeGreaterThan(10);
  for (const split of [{ [one!]: 50, [two!]: 50 }, { [one!]: 100 }]) {
    expect(await endpoint.share(split, value(await endpoint.read()).etag)).toMatchObject({
      kind: "done",
      value: { split },
    });
  }
});

async function deployedIds(endpoint: Endpoint): Promise<readonly string[]> {
  for (;;) {
    const { deployed } = value(await endpoint.read());
    if (deployed.length === 2) return deployed.map(({ id }) => id);
  }
}

async function deployAtTheConsole({ vertex }: Emulator, model: string): Promise<void> {
  const machine = { machineSpec: { machineType: "n1-standard-2" }, minReplicaCount: 1 };
  const response = await fetch(`http://${vertex}/v1/projects/p/locations/${REGION}/endpoints/1:deployModel`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ deployedModel: { model, displayName: "by hand", dedicatedResources: machine } }),
  });
  expect(response.status).toBe(200);
}
