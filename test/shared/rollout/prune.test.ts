import { describe, expect, test } from "vitest";
import { Failure } from "../../../shared/failure.ts";
import { digestOf, nameOf } from "./releases.ts";
import { newWorld, pass } from "./world.ts";
import type { World, WorldOptions } from "./world-parts.ts";

const DAY_MS = 25 * 3_600_000;
const TWO = "{keepVersions: 2}";

async function merged(world: World, name: string, champion: string | null, rollback = TWO) {
  pass(world, name, champion);
  world.merge({ name, version: `${name.charCodeAt(0) - 96}.0.0`, rollback });
  return world.run();
}

/** Each after the standby of the one before has expired. */
async function releasedDayByDay(names: readonly string[], options: WorldOptions = {}, rollback = TWO): Promise<World> {
  const world = newWorld(options);
  for (const [index, name] of names.entries()) {
    expect(await merged(world, name, names[index - 1] ?? null, rollback)).toMatchObject({ outcome: "healthy" });
    await world.time.wait(DAY_MS);
  }
  return world;
}

const versionsOf = ({ cloud }: World) =>
  Object.values(cloud.state.models)
    .flatMap(({ versions }) => versions.map(({ digest }) => nameOf(digest)))
    .toSorted();

/** Whose artifact lies in the bucket, whole or in part. */
const artifactsOf = ({ buckets }: World) =>
  [...new Set([...buckets.contents.keys()].flatMap((path) => /sha256\/(..)/.exec(path)?.[1] ?? []))]
    .map((hex) => Buffer.from(hex, "hex").toString())
    .toSorted();

const removals = ({ cloud }: World) => cloud.calls.filter(({ method }) => method === "registry.remove").length;

describe("versions beyond those that are kept", () => {
  test("are removed with their artifacts, once their standby has ended, and the ledger says so", async () => {
    const world = await releasedDayByDay(["a", "b", "c", "d"]);
    expect(await world.run()).toMatchObject({ outcome: "noop" });
    expect(versionsOf(world)).toEqual(["a", "c", "d"]);
    expect(artifactsOf(world)).toEqual(["a", "c", "d"]);
    const gone = (await world.history()).filter(({ reason }) => reason?.startsWith("its version"));
    expect(gone).toMatchObject([{ event: "collected", version: "2.0.0", digest: digestOf("b") }]);
    expect(world.logged).toContainEqual("churn 1.0.0 stays in the registry: it is called default in the registry.");
  });

  test("are looked for no more once they are gone", async () => {
    const world = await releasedDayByDay(["a", "b", "c", "d"]);
    await world.run();
    const before = removals(world);
    await world.run();
    expect(removals(world)).toBe(before);
  });

  test("are looked for no more a week after the last release, whatever keeps them", async () => {
    const world = await releasedDayByDay(["a", "b", "c", "d"]);
    await world.run();
    await world.time.wait(7 * 24 * 3_600_000);
    const before = world.cloud.calls.length;
    await world.run();
    expect(world.cloud.calls.slice(before).map(({ method }) => method)).toEqual(["endpoint.read"]);
  });

  test("come back as a revert wants them: uploaded and registered again", async () => {
    const world = await releasedDayByDay(["a", "b", "c", "d"]);
    await world.run();
    world.merge({ name: "b", version: "2.0.0", rollback: TWO });
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ b: 100 });
    await world.time.wait(DAY_MS);
    await world.run();
    expect(versionsOf(world)).toEqual(["a", "b", "d"]);
  });

  test("of a release that failed go once nobody wants it any more, a day later, and the artifact with it", async () => {
    const world = await releasedDayByDay(["a", "b"]);
    world.judgements.set(digestOf("c"), "fail");
    pass(world, "c", "b");
    const rollout = "{steps: [5, 100], bakeSeconds: 600, minSamples: 400}";
    world.merge({ name: "c", version: "3.0.0", rollout });
    expect(await world.run()).toMatchObject({ outcome: "bad" });
    await world.run();
    expect(versionsOf(world)).toEqual(["a", "b", "c"]);
    world.merge({ name: "b", version: "2.0.0" });
    await world.run();
    expect(versionsOf(world)).toEqual(["a", "b", "c"]);
    await world.time.wait(DAY_MS);
    await world.run();
    expect(versionsOf(world)).toEqual(["a", "b"]);
    expect(artifactsOf(world)).toEqual(["a", "b"]);
  });
});

describe("what is never removed", () => {
  test.each<[string, (world: World) => void]>([
    [
      "what has an alias",
      ({ cloud }) => {
        for (const model of Object.values(cloud.state.models))
          model.versions = model.versions.map((each) =>
            each.digest === digestOf("b") ? { ...each, aliases: ["last-audited"] } : each,
          );
      },
    ],
    [
      "what others registered",
      ({ cloud }) => {
        for (const model of Object.values(cloud.state.models))
          model.versions = model.versions.map((each) =>
            each.digest === digestOf("b") ? { ...each, labels: {} } : each,
          );
      },
    ],
    [
      "what another endpoint's ledger names",
      ({ branch }) => void branch.files.set("77.jsonl", Buffer.from(`{"digest":"${digestOf("b")}"}\n`)),
    ],
  ])("%s", async (_, keep) => {
    const world = await releasedDayByDay(["a", "b", "c"]);
    keep(world);
    await merged(world, "d", "c");
    await world.time.wait(DAY_MS);
    expect(await world.run()).toMatchObject({ outcome: "noop" });
    expect(versionsOf(world)).toContain("b");
    expect(artifactsOf(world)).toContain("b");
  });

  test("the predecessor of who serves, even if only one version is kept", async () => {
    const world = await releasedDayByDay(["a", "b", "c"], {}, "{keepVersions: 1}");
    await world.run();
    expect(versionsOf(world)).toEqual(["a", "b", "c"]);
  });

  test("anything while a deleted manifest holds", async () => {
    const world = await releasedDayByDay(["a", "b", "c", "d"], {}, "{keepVersions: 10}");
    world.merge(null);
    const before = removals(world);
    await world.run();
    expect(removals(world)).toBe(before);
  });
});

describe("a bucket in which nobody may remove anything", () => {
  test("keeps the artifact, and the ledger says so", async () => {
    const world = await releasedDayByDay(["a", "b", "c", "d"], {
      calling: ({ method }, act) => {
        if (method !== "bucket.remove") return act();
        throw new Failure("bucket-denied", "no storage.objects.delete", { fix: "Grant it." });
      },
    });
    await world.run();
    expect(versionsOf(world)).toEqual(["a", "c", "d"]);
    expect(artifactsOf(world)).toEqual(["a", "b", "c", "d"]);
    expect((await world.history()).map(({ reason }) => reason)).toContain(
      "its version is no longer kept; its artifact stays: no storage.objects.delete",
    );
  });
});
