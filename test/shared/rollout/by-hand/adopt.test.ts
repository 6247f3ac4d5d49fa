import { describe, expect, test } from "vitest";
import { adopt, type ProposeAdoption } from "../../../../shared/rollout/by-hand/adopt.ts";
import { underLease } from "../../../../shared/rollout/by-hand/under-lease.ts";
import { released } from "../released.ts";
import { digestOf } from "../releases.ts";
import { newWorld, pass } from "../world.ts";
import type { World } from "../world-parts.ts";
import { deployForeign, endpointOf, handAt, moveAll } from "./hand.ts";

const NOBODY: ProposeAdoption = async () => ({ kind: "none", reason: "Git never had it", fix: "Commit it." });

const adopted = (world: World, propose = NOBODY) =>
  underLease(handAt(world), (rest, ports) => adopt(rest, propose, ports));
const writes = ({ cloud }: World) => cloud.calls.filter(({ method }) => /share|deploy/.test(method)).length;

describe("adopt", () => {
  test("proposes the release that somebody moved traffic to, and tells the ledger once that is merged", async () => {
    const world = await released(["a", "b"]);
    moveAll(world, "a");
    await world.run();
    const asked: string[] = [];
    const propose: ProposeAdoption = async (digest) => {
      asked.push(digest);
      return { kind: "proposed", branch: "adopt", reason: "churn 1.0.0 is proposed" };
    };
    const before = writes(world);
    expect(await adopted(world, propose)).toMatchObject({ outcome: "inProgress", entries: [] });
    expect(asked).toEqual([digestOf("a")]);
    world.merge({ name: "a", version: "1.0.0" });
    expect(await adopted(world, propose)).toMatchObject({ outcome: "healthy" });
    expect(await world.run()).toMatchObject({ outcome: "noop" });
    expect(writes(world)).toBe(before);
    expect(world.served()).toEqual({ a: 100 });
    expect((await world.history()).at(-1)).toMatchObject({
      event: "adopted",
      version: "1.0.0",
      digest: digestOf("a"),
      before: [{ version: "2.0.0", percent: 100 }],
      after: [{ version: "1.0.0", percent: 100 }],
    });
  });

  test("says why, where Git has never had what is served", async () => {
    const world = await released(["a", "b"]);
    moveAll(world, "a");
    expect(await adopted(world)).toMatchObject({ outcome: "refused", reason: "Git never had it" });
  });

  test("begins the ledger with what was there before the first release, which then takes its place", async () => {
    const world = newWorld();
    deployForeign(world);
    world.merge({ name: "a", version: "1.0.0" });
    pass(world, "a", null);
    expect(await world.run()).toMatchObject({ outcome: "refused" });
    expect(await adopted(world)).toMatchObject({ outcome: "healthy" });
    expect((await world.history()).at(-1)).toMatchObject({
      event: "adopted",
      after: [{ deployedModelId: "77", version: null, digest: null, percent: 100 }],
    });
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ a: 100 });
  });

  test("leaves a stale release to be told a model of others by its own name", async () => {
    const world = newWorld();
    deployForeign(world);
    world.merge({ name: "a", version: "1.0.0" });
    pass(world, "a", "b");
    await adopted(world);
    const reason = "the release was compared with another champion: deployed model 77 at 100 % is served now";
    expect(await world.run()).toMatchObject({ outcome: "stale", reason });
  });

  test("restores what was there before, when the first release fails", async () => {
    const world = newWorld();
    deployForeign(world);
    world.merge({ name: "a", version: "1.0.0", rollout: "{steps: [10, 100], bakeSeconds: 600, minSamples: 1}" });
    pass(world, "a", null);
    await adopted(world);
    world.judgements.set(digestOf("a"), "fail");
    expect(await world.run()).toMatchObject({ outcome: "bad" });
    expect(world.served()).toEqual({ foreign: 100 });
  });

  test("finds a lost ledger's champion again, where the default branch still says it", async () => {
    const world = await released(["a"]);
    world.branch.files.clear();
    expect(await world.run()).toMatchObject({ outcome: "refused" });
    expect(await adopted(world)).toMatchObject({ outcome: "healthy" });
    expect(await world.history()).toMatchObject([{ sequence: 1, event: "adopted", version: "1.0.0" }]);
    expect(await world.run()).toMatchObject({ outcome: "noop" });
  });

  test("takes it that nobody is served, and the next promotion brings the champion back", async () => {
    const world = await released(["a"]);
    const [id] = Object.keys(world.split());
    world.cloud.console.share(endpointOf(world), {});
    world.cloud.console.undeploy(endpointOf(world), id!);
    await world.run();
    expect(await adopted(world)).toMatchObject({ outcome: "healthy", reason: "the ledger says: nothing" });
    pass(world, "b", "a");
    world.merge({ name: "b", version: "2.0.0" });
    const reason = "the release was compared with another champion: nothing is served now";
    expect(await world.run()).toMatchObject({ outcome: "stale", reason });
    world.main.revert();
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ a: 100 });
  });

  test("believes no first look that shows what was before our own last write", async () => {
    let hasLooked = true;
    const world = await released(["a"], {
      faults({ method }) {
        if (hasLooked || method !== "endpoint.read") return null;
        hasLooked = true;
        return { kind: "staleRead" };
      },
    });
    hasLooked = false;
    expect(await adopted(world)).toMatchObject({ outcome: "noop", reason: "the ledger knows what is served" });
    expect(hasLooked).toBe(true);
  });

  test("refuses a model of others in a champion's place: Git cannot say it", async () => {
    const world = await released(["a"]);
    deployForeign(world);
    expect(await adopted(world)).toMatchObject({
      outcome: "refused",
      reason: "the endpoint serves deployed model 77 at 100 %, which no release deployed",
    });
  });

  test("refuses a split of two", async () => {
    const world = await released(["a", "b"]);
    const ids = world.cloud.state.endpoints[endpointOf(world)]!.deployed.map(({ id }) => id);
    world.cloud.console.share(endpointOf(world), { [ids[0]!]: 50, [ids[1]!]: 50 });
    expect(await adopted(world)).toMatchObject({ outcome: "refused", fix: expect.stringContaining("heal") });
  });

  test("changes nothing where the ledger knows what is served", async () => {
    const world = await released(["a"]);
    expect(await adopted(world)).toMatchObject({ outcome: "noop", entries: [] });
  });
});
