import { describe, expect, test } from "vitest";
import { type CloudWorld, deployed, digestOf, IMAGE, LONG_MS, registered, value } from "./cloud-world.ts";

/** What every registry does, wherever it is. */
export function registryContract({ title, open }: CloudWorld): void {
  describe(title, () => {
    test("knows no versions of a model that nobody registered", async () => {
      await using cloud = await open();
      expect(value(await cloud.registry.list("churn"))).toEqual([]);
      expect(await cloud.registry.find("churn", cloud.artifactUri(1))).toMatchObject({ kind: "absent" });
    });

    test("registers a model with its first version, which is its default", async () => {
      await using cloud = await open();
      const labels = { owner: "growth-ml", digest: "0a1b" };
      const artifactUri = cloud.artifactUri(1);
      const wish = { model: "churn", artifactUri, image: IMAGE, description: "churn 1.0.1", labels };
      const started = value(await cloud.registry.upload(wish));
      expect(started).toMatchObject({ model: "churn", artifactUri });
      const version = value(await cloud.registry.settle(started, LONG_MS));
      expect(version).toMatchObject({ artifactUri, image: IMAGE, labels, digest: digestOf(1), aliases: ["default"] });
      expect(version.reference.model).toMatch(/\/models\/churn$/);
      expect(version.reference.version).toBe("1");
      expect(Date.parse(version.createdAt)).toBeGreaterThan(0);
    });

    test("registers another artifact as the next version, and leaves the default where it is", async () => {
      await using cloud = await open();
      await registered(cloud, 1);
      const second = await registered(cloud, 2);
      expect(second).toMatchObject({ reference: { version: "2" }, aliases: [] });
      const listed = value(await cloud.registry.list("churn"));
      expect(listed.map(({ aliases }) => aliases)).toEqual([["default"], []]);
    });

    test("lists versions by their numbers", async () => {
      await using cloud = await open();
      for (let number = 0; number < 11; number++) await registered(cloud, number);
      const listed = value(await cloud.registry.list("churn"));
      expect(listed.map(({ reference }) => Number(reference.version))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    });

    test("finds an artifact that is registered, instead of registering it twice", async () => {
      await using cloud = await open();
      const first = await registered(cloud, 1);
      expect(await registered(cloud, 1)).toEqual(first);
      expect(value(await cloud.registry.find("churn", cloud.artifactUri(1)))).toEqual(first);
      expect(value(await cloud.registry.list("churn"))).toHaveLength(1);
    });

    test("settles an upload whose operation's name was lost", async () => {
      await using cloud = await open({ isSlow: true });
      const artifactUri = cloud.artifactUri(1);
      value(await cloud.registry.upload({ model: "churn", artifactUri, image: IMAGE, description: "", labels: {} }));
      const lost = { model: "churn", artifactUri, operation: null };
      expect(value(await cloud.registry.settle(lost, LONG_MS))).toMatchObject({ artifactUri });
    });

    test("says that an upload goes on when the wait is over", async () => {
      await using cloud = await open({ isSlow: true });
      const artifactUri = cloud.artifactUri(1);
      const wish = { model: "churn", artifactUri, image: IMAGE, description: "", labels: {} };
      const started = value(await cloud.registry.upload(wish));
      expect(await cloud.registry.settle(started, 0)).toEqual({ kind: "running" });
      value(await cloud.registry.settle(started, LONG_MS));
    });

    test("moves aliases from one version to another, however often it is told to", async () => {
      await using cloud = await open();
      const [first, second] = [await registered(cloud, 1), await registered(cloud, 2)];
      value(await cloud.registry.alias(first.reference, ["champion"]));
      for (const _ of ["once", "again"]) {
        const moved = value(await cloud.registry.alias(second.reference, ["champion", "default"]));
        expect(moved.aliases.toSorted()).toEqual(["champion", "default"]);
      }
      expect(value(await cloud.registry.list("churn"))[0]!.aliases).toEqual([]);
    });

    test("reads a version by its number and by its alias", async () => {
      await using cloud = await open();
      const { reference } = await registered(cloud, 1);
      const aliased = value(await cloud.registry.alias(reference, ["champion"]));
      expect(value(await cloud.registry.read(reference))).toEqual(aliased);
      expect(value(await cloud.registry.read({ ...reference, version: "champion" }))).toEqual(aliased);
    });

    test.each(["77", "challenger"])("has no version %s", async (version) => {
      await using cloud = await open();
      const { reference } = await registered(cloud, 1);
      const absent = { ...reference, version };
      expect(await cloud.registry.read(absent)).toMatchObject({ kind: "absent" });
    });

    test("does nothing to a version that is not there", async () => {
      await using cloud = await open();
      const { reference } = await registered(cloud, 1);
      const absent = { ...reference, version: "77" };
      expect(await cloud.registry.alias(absent, ["champion"])).toMatchObject({ kind: "absent" });
      expect(await cloud.registry.remove(absent, LONG_MS)).toMatchObject({ kind: "absent" });
    });

    test("removes a version, and gives its number to no other", async () => {
      await using cloud = await open();
      await registered(cloud, 1);
      const second = await registered(cloud, 2);
      expect(value(await cloud.registry.remove(second.reference, LONG_MS))).toBeNull();
      expect(await cloud.registry.read(second.reference)).toMatchObject({ kind: "absent" });
      expect(await cloud.registry.remove(second.reference, LONG_MS)).toMatchObject({ kind: "absent" });
      expect((await registered(cloud, 2)).reference.version).toBe("3");
    });

    test("does not remove the default, nor what is deployed", async () => {
      await using cloud = await open();
      const first = await registered(cloud, 1);
      const second = await deployed(cloud, "102", 2);
      for (const { reference } of [first, second]) {
        const outcome = await cloud.registry.remove(reference, LONG_MS);
        expect(outcome).toMatchObject({ kind: "refused", reason: "state" });
      }
      expect(value(await cloud.registry.list("churn"))).toHaveLength(2);
    });
  });
}
