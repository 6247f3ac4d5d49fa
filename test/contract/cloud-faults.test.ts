import { describe, expect, test } from "vitest";
import type { Outcome } from "../../shared/ports/outcome.ts";
import type { CloudFault, CloudMethod } from "../fakes/cloud/faults.ts";
import { type FakeCloud, fakeCloud } from "../fakes/cloud.ts";
import { fakeTelemetry } from "../fakes/telemetry.ts";
import { deployed, IMAGE, LONG_MS, type OpenCloud, registered, value, wishFor } from "./cloud-world.ts";

/** The fake's own faults: what a simulation relies on when it says that nothing was lost. */
interface Scene extends Omit<OpenCloud, "elsewhere"> {
  readonly cloud: FakeCloud;
}

function scene(method: CloudMethod, fault: CloudFault): Scene {
  let isArmed = true;
  const cloud = fakeCloud({
    faults: (call) => {
      if (!isArmed || call.method !== method) return null;
      isArmed = false;
      return fault;
    },
  });
  return {
    cloud,
    endpoint: cloud.endpoint("1"),
    registry: cloud.registry,
    artifactUri: (number) => `gs://models/churn/sha256/${number.toString(16).padStart(64, "0")}/`,
    [Symbol.asyncDispose]: async () => {},
  };
}

const opened = (made: Scene): OpenCloud => ({ ...made, elsewhere: made.endpoint });

describe("a write at an endpoint in memory", () => {
  test.each<[string, CloudFault, Outcome<unknown>["kind"], Readonly<Record<string, number>>]>([
    ["that is refused has no effect", { kind: "refuse", reason: "quota" }, "refused", {}],
    ["that never arrived is ambiguous and has none", { kind: "loseRequest" }, "ambiguous", {}],
    ["that nobody answered is ambiguous and has one", { kind: "loseAnswer" }, "ambiguous", { 101: 100 }],
    ["that arrives late is ambiguous and has none yet", { kind: "arriveLate", ms: 1_000 }, "ambiguous", {}],
    ["that others came before is a conflict", { kind: "contend" }, "conflict", {}],
  ])("%s", async (_, fault, kind, split) => {
    const made = scene("endpoint.share", fault);
    await deployed(opened(made), "101", 1);
    const { etag } = value(await made.endpoint.read());
    expect((await made.endpoint.share({ 101: 100 }, etag)).kind).toBe(kind);
    expect(value(await made.endpoint.read()).split).toEqual(split);
  });

  test("that arrives late has its effect when it arrives, unless something else came before", async () => {
    for (const isOvertaken of [false, true]) {
      const made = scene("endpoint.share", { kind: "arriveLate", ms: 1_000 });
      await deployed(opened(made), "101", 1);
      await made.endpoint.share({ 101: 100 }, value(await made.endpoint.read()).etag);
      if (isOvertaken) made.cloud.console.touch(made.endpoint.name);
      await made.cloud.ground.time.wait(1_000);
      expect(value(await made.endpoint.read()).split).toEqual(isOvertaken ? {} : { 101: 100 });
    }
  });

  test.each(["before", "after"] as const)("ends the one who asks: %s its effect", async (when) => {
    const made = scene("endpoint.share", { kind: "crash", when });
    await deployed(opened(made), "101", 1);
    const { etag } = value(await made.endpoint.read());
    await expect(made.endpoint.share({ 101: 100 }, etag)).rejects.toThrow(`crashed ${when} endpoint.share`);
    expect(value(await made.endpoint.read()).split).toEqual(when === "before" ? {} : { 101: 100 });
  });
});

describe("an operation in memory", () => {
  test.each<[string, CloudFault, object]>([
    ["that fails late is refused when it ends", { kind: "failLate", reason: "crashed" }, { reason: "crashed" }],
    ["that never ends goes on", { kind: "neverEnd" }, { kind: "running" }],
    ["whose name was lost is found by its effect", { kind: "loseOperation" }, { kind: "done" }],
  ])("%s", async (_, fault, settled) => {
    const made = scene("endpoint.deploy", fault);
    const version = await registered(opened(made), 1);
    const started = value(await made.endpoint.deploy(wishFor("101", version.reference, 1)));
    expect(await made.endpoint.settle(started, LONG_MS)).toMatchObject(settled);
  });

  test("that nobody answered is found again under its own id", async () => {
    const made = scene("endpoint.deploy", { kind: "loseAnswer" });
    const version = await registered(opened(made), 1);
    const wish = wishFor("101", version.reference, 1);
    expect(await made.endpoint.deploy(wish)).toMatchObject({ kind: "ambiguous" });
    const again = value(await made.endpoint.deploy(wish));
    expect(value(await made.endpoint.settle(again, LONG_MS)).deployed).toHaveLength(1);
  });

  test("of a registry is doubled by who asks again too soon", async () => {
    const made = scene("registry.upload", { kind: "loseAnswer" });
    const artifactUri = made.artifactUri(1);
    const wish = { model: "churn", artifactUri, image: IMAGE, description: "", labels: {} };
    expect(await made.registry.upload(wish)).toMatchObject({ kind: "ambiguous" });
    const again = value(await made.registry.upload(wish));
    value(await made.registry.settle(again, LONG_MS));
    expect(value(await made.registry.list("churn"))).toHaveLength(2);
  });
});

test("a stale read shows what was before the newest change", async () => {
  const stale = scene("endpoint.read", { kind: "staleRead" });
  await deployed(opened(stale), "101", 1);
  expect(value(await stale.endpoint.read()).deployed).toEqual([]);
  expect(value(await stale.endpoint.read()).deployed).toHaveLength(1);
});

test("people at the console share, touch and undeploy behind our back", async () => {
  const made = scene("endpoint.predict", { kind: "contend" });
  await deployed(opened(made), "101", 1);
  const { console } = made.cloud;
  const before = value(await made.endpoint.read());
  console.share(made.endpoint.name, { 101: 100 });
  expect(value(await made.endpoint.read()).split).toEqual({ 101: 100 });
  console.undeploy(made.endpoint.name, "101");
  expect(value(await made.endpoint.read())).toMatchObject({ split: {}, deployed: [] });
  expect(await made.endpoint.share({}, before.etag)).toMatchObject({ kind: "conflict" });
});

test("telemetry counts by the split that was in force at the time", async () => {
  const made = scene("endpoint.predict", { kind: "contend" });
  for (const number of [1, 2]) await deployed(opened(made), `10${number}`, number);
  const { ground, console } = made.cloud;
  const behaviour = (id: string) => ({ errorRate: id === "102" ? 0.5 : 0, latencyMs: 7 });
  const telemetry = fakeTelemetry(made.endpoint.name, { requestsPerSecond: 10, behaviour }, ground);
  const from = new Date(ground.time.nowMs()).toISOString();
  console.share(made.endpoint.name, { 101: 100 });
  await ground.time.wait(60_000);
  console.share(made.endpoint.name, { 101: 90, 102: 10 });
  await ground.time.wait(60_000);
  const to = new Date(ground.time.nowMs()).toISOString();
  const reading = value(await telemetry.read({ from, to }));
  expect(reading.until).toBe(to);
  expect(reading.models.map(({ deployedModelId, answers, errors }) => [deployedModelId, answers, errors])).toEqual([
    ["101", 1140, {}],
    ["102", 60, { 500: 30 }],
  ]);
});
