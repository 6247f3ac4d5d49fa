import { describe, expect, test } from "vitest";
import type { PlannedFault } from "../../../../shared/emulator/faults/plan.ts";
import { codeOf, created, deployed, PARENT, type Running, registered, running } from "../running.ts";

const UNKNOWN_ENDPOINT = `${PARENT}/endpoints/404`;
const NOT_FOUND = 5;
const EXHAUSTED = 8;
const PRECONDITION = 9;
const UNAVAILABLE = 14;

async function withFaults<T>(faults: readonly PlannedFault[], act: (at: Running) => Promise<T>): Promise<T> {
  await using at = await running({ plan: { faults } });
  return await act(at);
}

describe("what a caller sees of a fault", () => {
  test("a refusal has no effect, and comes once", async () => {
    await withFaults([{ fault: "unavailable", method: "CreateEndpoint", calls: [1] }], async (at) => {
      const create = () =>
        at.endpoints.createEndpoint({ parent: PARENT, endpointId: "shop", endpoint: { displayName: "d" } });
      expect(await codeOf(create())).toBe(UNAVAILABLE);
      expect(await codeOf(create())).toBe(0);
    });
  });

  test("a lost answer leaves its effect", async () => {
    await withFaults([{ fault: "loseAnswer", method: "DeployModel" }], async (at) => {
      const model = await registered(at, "churn");
      const endpoint = await created(at, "shop");
      const wish = { endpoint, deployedModel: { id: "7", model } };
      expect(await codeOf(at.endpoints.deployModel(wish))).toBe(UNAVAILABLE);
      await expect
        .poll(async () => (await at.endpoints.getEndpoint({ name: endpoint }))[0].deployedModels)
        .toMatchObject([{ id: "7" }]);
    });
  });

  test("an operation that fails late leaves nothing, and its id free", async () => {
    await withFaults(
      [{ fault: "failLate", method: "DeployModel", calls: [1], message: "stock-out", status: "RESOURCE_EXHAUSTED" }],
      async (at) => {
        const model = await registered(at, "churn");
        const endpoint = await created(at, "shop");
        const [operation] = await at.endpoints.deployModel({ endpoint, deployedModel: { id: "7", model } });
        await expect(operation.promise()).rejects.toMatchObject({ code: EXHAUSTED, message: "stock-out" });
        await deployed(at, endpoint, { id: "7", model });
      },
    );
  });

  test("an operation that never ends can be cancelled", async () => {
    await withFaults([{ fault: "neverEnd", method: "CreateEndpoint" }], async (at) => {
      const [operation] = await at.endpoints.createEndpoint({ parent: PARENT, endpoint: { displayName: "d" } });
      const name = operation.name!;
      const { operationsClient } = at.endpoints;
      expect((await operationsClient.getOperation({ name } as never))[0].done).toBe(false);
      await operationsClient.cancelOperation({ name } as never);
      const [ended] = await operationsClient.getOperation({ name } as never);
      expect(ended).toMatchObject({ done: true, error: { code: 1 } });
    });
  });

  test("a stale read answers as before the latest change", async () => {
    await withFaults([{ fault: "staleRead", method: "GetEndpoint", calls: [2] }], async (at) => {
      const name = await created(at, "shop");
      await at.endpoints.updateEndpoint({
        endpoint: { name, displayName: "new" },
        updateMask: { paths: ["display_name"] },
      });
      const read = async () => (await at.endpoints.getEndpoint({ name }))[0].displayName;
      expect([await read(), await read(), await read()]).toEqual(["new", "shop", "new"]);
    });
  });

  test("too many requests say when to come again, by REST in a header", async () => {
    await withFaults([{ fault: "tooManyRequests", method: "GetEndpoint", retryAfterSeconds: 2 }], async (at) => {
      const call = at.endpoints.getEndpoint({ name: UNKNOWN_ENDPOINT });
      await expect(call).rejects.toMatchObject({
        code: EXHAUSTED,
        statusDetails: [{ retryDelay: { seconds: { low: 2 } } }],
      });
      const answer = await fetch(`http://${at.emulator.vertex}/v1/${UNKNOWN_ENDPOINT}`);
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "2"]);
    });
  });

  test("a token that has expired is refused until there is another", async () => {
    await withFaults([{ fault: "expireToken", calls: [1] }], async (at) => {
      const ask = async (token: string) => {
        const headers = { authorization: `Bearer ${token}` };
        return (await fetch(`http://${at.emulator.vertex}/v1/${UNKNOWN_ENDPOINT}`, { headers })).status;
      };
      expect([await ask("old"), await ask("old"), await ask("new")]).toEqual([401, 401, 404]);
    });
  });

  test("a delay delays", async () => {
    await withFaults([{ fault: "delay", method: "GetEndpoint", ms: 60 }], async (at) => {
      const startedMs = performance.now();
      expect(await codeOf(at.endpoints.getEndpoint({ name: UNKNOWN_ENDPOINT }))).toBe(NOT_FOUND);
      expect(performance.now() - startedMs).toBeGreaterThan(55);
    });
  });
});

test("an etag conflict is what it is assumed to be", async () => {
  await using at = await running({ plan: { assumptions: { etagConflict: "FAILED_PRECONDITION" } } });
  const name = await created(at, "shop");
  const change = { endpoint: { name, etag: "old", displayName: "d" }, updateMask: { paths: ["display_name"] } };
  expect(await codeOf(at.endpoints.updateEndpoint(change))).toBe(PRECONDITION);
});
