import { describe, expect, test } from "vitest";
import type { Endpoint } from "../../../shared/ports/endpoint.ts";
import { fence } from "../../../shared/rollout/acts/traffic.ts";
import type { RolloutPorts } from "../../../shared/rollout/ports.ts";
import type { Situation } from "../../../shared/rollout/situation.ts";

const SPLIT = { 101: 100 };

/** An endpoint whose state keeps its etag as long as nothing of it changes, marks among it. */
function endpointOf(loses = 0): Pick<Endpoint, "share"> & { readonly etag: () => string } {
  let [written, lost] = ["", 0];
  const etag = (): string => `etag of ${written}`;
  return {
    etag,
    async share(split, given, mark = "") {
      if (given !== etag()) return { kind: "conflict", message: "somebody else was first" };
      lost += 1;
      // What was lost on its way reads back as the equal split that was there before.
      if (lost > loses) written = JSON.stringify({ split, mark });
      return { kind: "done", value: { split, etag: etag(), deployed: [] } };
    },
  };
}

function shutOut(endpoint: ReturnType<typeof endpointOf>, nowMs: number, number = 7) {
  const state = { split: SPLIT, etag: endpoint.etag(), deployed: [] };
  const situation = { intent: null, nowMs, fence: number, endpoint: state } as unknown as Situation;
  return fence(situation, { endpoint } as unknown as RolloutPorts);
}

describe("shutting out another run", () => {
  test("changes the endpoint where its split stays the same, so that what was read before is refused", async () => {
    const endpoint = endpointOf();
    // The split was written once already, as it is: written again alone it would change nothing.
    await endpoint.share(SPLIT, endpoint.etag());
    const before = endpoint.etag();
    expect(await shutOut(endpoint, 1)).toMatchObject({ wait: null, end: null });
    expect(await endpoint.share({ 102: 100 }, before)).toMatchObject({ kind: "conflict" });
  });

  test("is not believed where the etag is as before, and is asked for again", async () => {
    const endpoint = endpointOf(1);
    expect((await shutOut(endpoint, 1)).wait).toMatchObject({ what: expect.stringContaining("same etag") });
    expect(await shutOut(endpoint, 2)).toMatchObject({ wait: null, end: null });
  });

  test("works again and again in one run", async () => {
    const endpoint = endpointOf();
    for (const nowMs of [1, 2, 3]) expect(await shutOut(endpoint, nowMs)).toMatchObject({ wait: null });
  });
});
