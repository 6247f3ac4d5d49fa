import { describe, expect, test } from "vitest";
import { released } from "./released.ts";
import { digestOf } from "./releases.ts";
import { newWorld, pass } from "./world.ts";
import type { World } from "./world-parts.ts";

const CANARY = "{steps: [5, 50, 100], bakeSeconds: 600, minSamples: 400}";
const A = { name: "a", version: "1.0.0" };
const B = { name: "b", version: "2.0.0", rollout: CANARY };

const mutations = ({ cloud }: World) =>
  cloud.calls.filter(({ method }) => /share|deploy/.test(method)).map(({ method }) => method);

describe("a merge", () => {
  test("of a first release serves it, and a second run finds nothing to do", async () => {
    const world = await released(["a"]);
    expect(world.served()).toEqual({ a: 100 });
    expect((await world.history()).map(({ event }) => event)).toEqual([
      "intent",
      "uploaded",
      "registered",
      "deployed",
      "healthy",
    ]);
    const before = world.cloud.calls.length;
    expect(await world.run()).toMatchObject({ outcome: "noop", entries: [] });
    expect(world.cloud.calls.length - before).toBe(1);
  });

  test("without a pass on record changes nothing", async () => {
    const world = await released(["a"]);
    const before = mutations(world).length;
    world.merge(B);
    expect(await world.run()).toMatchObject({ outcome: "refused", reason: "nobody validated it" });
    expect(mutations(world)).toHaveLength(before);
  });

  test("of what was compared with another champion changes nothing", async () => {
    const world = await released(["a", "b"]);
    pass(world, "c", "a");
    world.merge({ name: "c", version: "3.0.0" });
    expect(await world.run()).toMatchObject({
      outcome: "stale",
      fix: "Validate the tip of the default branch: run the validation workflow on it by hand.",
    });
    expect(world.served()).toEqual({ b: 100 });
  });

  test("of what was compared with one that failed says to go back first, and then it is released", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.smokes.set(digestOf("b"), "failed");
    world.merge({ name: "b", version: "2.0.0", hasStaging: true });
    expect(await world.run()).toMatchObject({ outcome: "bad" });
    pass(world, "c", "b");
    world.merge({ name: "c", version: "3.0.0" });
    expect(await world.run()).toMatchObject({
      outcome: "stale",
      fix: "Revert the default branch to what is served, and propose the release anew from there.",
    });
    world.main.restore(0);
    expect(await world.run()).toMatchObject({ outcome: "noop" });
    pass(world, "c", "a");
    world.merge({ name: "c", version: "3.0.0" });
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ c: 100 });
  });

  test("of what was compared with another where nobody was ever released serves it", async () => {
    const world = newWorld();
    pass(world, "b", "a");
    world.merge({ name: "b", version: "2.0.0" });
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ b: 100 });
  });

  test("goes step by step, and parks the champion", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.merge(B);
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ b: 100 });
    const shifted = (await world.history()).filter(({ event }) => event === "shifted" || event === "healthy");
    expect(shifted.map(({ after }) => after.map(({ percent }) => percent))).toEqual([[100], [95, 5], [50, 50], [100]]);
    expect(world.cloud.state.endpoints[world.cloud.endpoint("1").name]!.deployed).toHaveLength(2);
  });
});

describe("a release that fails in the canary", () => {
  test("gives the traffic back in one write, is taken away, and its revert is proposed", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.judgements.set(digestOf("b"), "fail");
    world.merge(B);
    const before = mutations(world).length;
    expect(await world.run()).toMatchObject({ outcome: "bad", reason: expect.stringContaining("canary at 5 %") });
    expect(mutations(world).slice(before)).toEqual([
      "endpoint.deploy",
      "endpoint.share",
      "endpoint.share",
      "endpoint.undeploy",
    ]);
    expect(world.served()).toEqual({ a: 100 });
    expect(world.proposed.map(({ version }) => version)).toEqual(["2.0.0"]);
    expect(await world.run()).toMatchObject({ outcome: "refused" });
  });
});

describe("a revert", () => {
  test("to a parked release is exactly one mutating call", async () => {
    const world = await released(["a", "b"]);
    world.merge(A);
    const before = mutations(world).length;
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(mutations(world).slice(before)).toEqual(["endpoint.share"]);
    expect(world.served()).toEqual({ a: 100 });
    expect((await world.history()).at(-1)).toMatchObject({ event: "rolledBack", version: "1.0.0" });
  });

  test("to one that is no longer deployed deploys the kept version, without another validation", async () => {
    const world = await released(["a", "b"]);
    await world.time.wait(25 * 3_600_000);
    expect(await world.run()).toMatchObject({ outcome: "noop" });
    expect((await world.history()).at(-1)).toMatchObject({ event: "collected" });
    world.merge(A);
    const before = mutations(world).length;
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(mutations(world).slice(before)).toEqual(["endpoint.deploy", "endpoint.share"]);
    expect(world.cloud.calls.filter(({ method }) => method === "registry.upload")).toHaveLength(2);
  });

  test("of a revert is a new release, which needs a pass and a waiver", async () => {
    const world = await released(["a", "b"]);
    world.merge(A);
    await world.run();
    world.merge({ name: "b", version: "2.0.0" });
    pass(world, "b", "a");
    expect(await world.run()).toMatchObject({ outcome: "refused", reason: expect.stringContaining("taken back") });
    pass(world, "b", "a", true);
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
  });

  test("that lands in the middle of a canary restores the split at once, and deploys nothing", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.merge(B);
    expect(await world.run({ isPatient: false })).toMatchObject({ outcome: "inProgress" });
    expect(world.served()).toEqual({ a: 95, b: 5 });
    world.merge(A);
    const before = mutations(world).length;
    expect(await world.run()).toMatchObject({ outcome: "noop" });
    expect(mutations(world).slice(before)).toEqual(["endpoint.share", "endpoint.undeploy"]);
    expect(world.served()).toEqual({ a: 100 });
  });
});

describe("two merges in a row", () => {
  test("the second supersedes the first in its canary", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    pass(world, "c", "a");
    world.merge(B);
    await world.run({ isPatient: false });
    world.merge({ name: "c", version: "3.0.0" });
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ c: 100 });
    expect((await world.history()).map(({ event }) => event)).toContain("superseded");
  });
});

describe("a person at the console", () => {
  test("who moves traffic back is not fought: the release is over", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.merge(B);
    await world.run({ isPatient: false });
    const { name } = world.cloud.endpoint("1");
    const champion = Object.entries(world.split()).find(([, percent]) => percent === 95)![0];
    world.cloud.console.share(name, { [champion]: 100 });
    expect(await world.run()).toMatchObject({
      outcome: "bad",
      reason: expect.stringContaining("moved all traffic back"),
    });
    expect(world.served()).toEqual({ a: 100 });
  });

  test("who makes another split freezes everything, until it is as it was", async () => {
    const world = await released(["a", "b"]);
    const { name } = world.cloud.endpoint("1");
    const [a, b] = world.cloud.state.endpoints[name]!.deployed.map(({ id }) => id);
    world.cloud.console.share(name, { [a!]: 30, [b!]: 70 });
    const before = mutations(world).length;
    expect(await world.run()).toMatchObject({ outcome: "refused", fix: expect.stringContaining("adopt") });
    expect(await world.run()).toMatchObject({ outcome: "refused" });
    expect(mutations(world)).toHaveLength(before);
    expect((await world.history()).filter(({ event }) => event === "frozen")).toHaveLength(1);
    world.cloud.console.share(name, { [b!]: 100 });
    expect(await world.run()).toMatchObject({ outcome: "noop" });
    expect((await world.history()).at(-1)).toMatchObject({ event: "thawed" });
  });
});

describe("an outage of the ledger", () => {
  test("delays no restore, and its lines land later", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.merge(B);
    await world.run({ isPatient: false });
    world.merge(A);
    world.ledger = "down";
    await world.run();
    expect(world.served()).toEqual({ a: 100 });
    world.ledger = "up";
    expect(await world.run()).toMatchObject({ outcome: "noop" });
    expect((await world.history()).map(({ event }) => event)).toContain("restored");
  });
});
