import { describe, expect, test } from "vitest";
import { deliveryWords } from "../../../../shared/report/delivery-words.ts";
import { keepIncident } from "../../../../shared/rollout/delivery/incident.ts";
import type { Place } from "../../../../shared/rollout/delivery/place.ts";
import type { Reconciled } from "../../../../shared/rollout/reconcile.ts";
import { silentLog } from "../../../fakes/log.ts";
import { released } from "../released.ts";
import { digestOf } from "../releases.ts";
import { pass } from "../world.ts";
import type { PortCall, World } from "../world-parts.ts";

const B = { name: "b", version: "2.0.0", rollout: "{steps: [5, 100], bakeSeconds: 600, minSamples: 400}" };
const BAD = "model-release-incidents/churn-2.0.0-";

/** The folder of a run, and the names of what it wrote there. */
async function kept(reconciled: Reconciled): Promise<{ folder: string | null; names: readonly string[] }> {
  const names: string[] = [];
  const files = { write: async (path: string) => void names.push(path.split("/").at(-1)!) };
  const ports = { files, log: silentLog, resolve: (path: string) => path, makeFolder: async () => {} };
  const words = deliveryWords(null);
  const ended = { delivered: { ...reconciled, tip: null }, proposal: null, place: {} as Place, words };
  return { folder: await keepIncident(ended, ports), names };
}

/** A release that fails in its canary, by a run that is killed at such a call: it asks nobody for anything after. */
async function killed(at: (call: PortCall) => boolean): Promise<World> {
  let isDead = false;
  const world = await released(["a"], {
    calling: (call, act) => {
      isDead ||= call.run === "run 2" && at(call);
      if (isDead && call.run === "run 2") throw new Error("killed");
      return act();
    },
  });
  pass(world, "b", "a");
  world.judgements.set(digestOf("b"), "fail");
  world.merge(B);
  await world.run().catch(() => {});
  expect(isDead).toBe(true);
  await world.time.wait(70_000);
  return world;
}

describe("an incident's pack", () => {
  test("is kept by the run that gave the traffic back", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.judgements.set(digestOf("b"), "fail");
    world.merge(B);
    const { folder, names } = await kept(await world.run());
    expect(folder).toContain(BAD);
    expect(names).toContain("post-mortem.md");
  });

  test.each<[string, (call: PortCall) => boolean]>([
    ["the revert was proposed", ({ method }) => method === "people.propose"],
    ["it was told to people", ({ method, given }) => method === "people.tell" && isBad(given[0])],
  ])("is made up for by the next run, once, where the one before was killed before %s", async (_, at) => {
    const world = await killed(at);
    expect((await kept(await world.run())).folder).toContain(BAD);
    expect((await kept(await world.run())).folder).toBeNull();
  });

  test("is not made again by a run that follows one which ended by itself", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.judgements.set(digestOf("b"), "fail");
    world.merge(B);
    await world.run();
    expect((await kept(await world.run())).folder).toBeNull();
  });

  test("is not made where what was killed had taken nothing back", async () => {
    const world = await killed(({ method }) => method === "release.judge");
    world.judgements.set(digestOf("b"), "pass");
    expect(await kept(await world.run())).toEqual({ folder: null, names: [] });
    expect(world.served()).toEqual({ b: 100 });
  });
});

function isBad(entry: unknown): boolean {
  return (entry as { readonly event: string }).event === "bad";
}
