import { describe, expect, test } from "vitest";
import type { Split } from "../../shared/ports/endpoint.ts";
import { type CloudWorld, deployed, digestOf, LONG_MS, MACHINE, registered, value, wishFor } from "./cloud-world.ts";

/** What every endpoint does, wherever it is. */
export function endpointContract({ title, open }: CloudWorld): void {
  describe(title, () => {
    test("with nothing deployed has no traffic to share", async () => {
      await using cloud = await open();
      const state = value(await cloud.endpoint.read());
      expect(state).toMatchObject({ split: {}, deployed: [] });
      expect(state.etag).not.toBe("");
    });

    test("takes a version at 0 % and shows whose it is", async () => {
      await using cloud = await open();
      const version = await registered(cloud, 1);
      const started = value(await cloud.endpoint.deploy(wishFor("101", version.reference, 1)));
      expect(started).toMatchObject({ kind: "deploy", deployedModelId: "101" });
      const state = value(await cloud.endpoint.settle(started, LONG_MS));
      expect(state.split).toEqual({});
      const [shown] = state.deployed;
      expect(shown).toMatchObject({ id: "101", version: version.reference, digest: digestOf(1), machine: MACHINE });
      expect(shown!.displayName).toContain("churn 1.0.1");
      expect(Date.parse(shown!.deployedAt)).toBeGreaterThan(0);
      expect(value(await cloud.endpoint.read())).toEqual(state);
    });

    test("leaves the split alone while another version is deployed beside it", async () => {
      await using cloud = await open();
      await deployed(cloud, "101", 1);
      await shareAll(cloud, { 101: 100 });
      await deployed(cloud, "102", 2);
      expect(value(await cloud.endpoint.read()).split).toEqual({ 101: 100 });
    });

    test("finds again what is deployed under the same id, instead of deploying it twice", async () => {
      await using cloud = await open();
      const version = await deployed(cloud, "101", 1);
      const again = value(await cloud.endpoint.deploy(wishFor("101", version.reference, 1)));
      const state = value(await cloud.endpoint.settle(again, LONG_MS));
      expect(state.deployed.map(({ id }) => id)).toEqual(["101"]);
    });

    test("finds again what is still being deployed", async () => {
      await using cloud = await open({ isSlow: true });
      const version = await registered(cloud, 1);
      const wish = wishFor("101", version.reference, 1);
      value(await cloud.endpoint.deploy(wish));
      const again = value(await cloud.endpoint.deploy(wish));
      expect(value(await cloud.endpoint.settle(again, LONG_MS)).deployed).toHaveLength(1);
    });

    test("does not give an id that holds another version", async () => {
      await using cloud = await open();
      await deployed(cloud, "101", 1);
      const other = await registered(cloud, 2);
      expect(await cloud.endpoint.deploy(wishFor("101", other.reference, 2))).toMatchObject({ kind: "conflict" });
    });

    test("deploys no version that nobody registered", async () => {
      await using cloud = await open();
      const { reference } = await registered(cloud, 1);
      const outcome = await cloud.endpoint.deploy(wishFor("101", { ...reference, version: "77" }, 1));
      expect(outcome).toMatchObject({ kind: "absent" });
    });

    test("says that an operation goes on when the wait is over", async () => {
      await using cloud = await open({ isSlow: true });
      const version = await registered(cloud, 1);
      const started = value(await cloud.endpoint.deploy(wishFor("101", version.reference, 1)));
      expect(await cloud.endpoint.settle(started, 0)).toEqual({ kind: "running" });
      value(await cloud.endpoint.settle(started, LONG_MS));
    });

    test("settles a deployment whose operation's name was lost", async () => {
      await using cloud = await open({ isSlow: true });
      const version = await registered(cloud, 1);
      value(await cloud.endpoint.deploy(wishFor("101", version.reference, 1)));
      const lost = { kind: "deploy", deployedModelId: "101", operation: null } as const;
      expect(value(await cloud.endpoint.settle(lost, LONG_MS)).deployed).toHaveLength(1);
    });

    test.each<[string, Split]>([
      ["all to one", { 101: 100 }],
      ["by whole percents", { 101: 95, 102: 5 }],
      ["nothing to anybody", {}],
    ])("shares its traffic: %s", async (_, split) => {
      await using cloud = await open();
      await deployed(cloud, "101", 1);
      await deployed(cloud, "102", 2);
      await shareAll(cloud, { 101: 50, 102: 50 });
      const before = value(await cloud.endpoint.read());
      const after = value(await cloud.endpoint.share(split, before.etag));
      expect(after.split).toEqual(split);
      expect(after.etag).not.toBe(before.etag);
      expect(value(await cloud.endpoint.read())).toEqual(after);
    });

    test("names no one who has nothing", async () => {
      await using cloud = await open();
      await deployed(cloud, "101", 1);
      await deployed(cloud, "102", 2);
      await shareAll(cloud, { 101: 100, 102: 0 });
      expect(value(await cloud.endpoint.read()).split).toEqual({ 101: 100 });
    });

    test("has another etag after its split was written as it is, with a mark", async () => {
      await using cloud = await open();
      await deployed(cloud, "101", 1);
      await shareAll(cloud, { 101: 100 });
      const before = value(await cloud.endpoint.read());
      for (const mark of ["7-a", "7-b", "8-a"]) {
        const { etag } = value(await cloud.endpoint.read());
        const after = value(await cloud.endpoint.share(before.split, etag, mark));
        expect(after.split).toEqual(before.split);
        expect(after.etag).not.toBe(etag);
      }
      expect(await cloud.endpoint.share({}, before.etag)).toMatchObject({ kind: "conflict" });
    });

    test("does not share by an etag that is no longer its own", async () => {
      await using cloud = await open();
      await deployed(cloud, "101", 1);
      const { etag } = value(await cloud.endpoint.read());
      await deployed(cloud, "102", 2);
      expect(await cloud.endpoint.share({ 101: 100 }, etag)).toMatchObject({ kind: "conflict" });
      expect(value(await cloud.endpoint.read()).split).toEqual({});
    });

    test.each<[string, Split]>([
      ["less than everything", { 101: 99 }],
      ["more than everything", { 101: 60, 102: 60 }],
      ["parts of a percent", { 101: 99.5, 102: 0.5 }],
      ["less than nothing", { 101: 110, 102: -10 }],
      ["somebody who is not there", { 101: 90, 999: 10 }],
    ])("refuses to share %s", async (_, split) => {
      await using cloud = await open();
      await deployed(cloud, "101", 1);
      await deployed(cloud, "102", 2);
      const { etag } = value(await cloud.endpoint.read());
      expect(await cloud.endpoint.share(split, etag)).toMatchObject({ kind: "refused", reason: "invalid" });
      expect(value(await cloud.endpoint.read()).split).toEqual({});
    });

    test("refuses to share without an etag", async () => {
      await using cloud = await open();
      await deployed(cloud, "101", 1);
      expect(await cloud.endpoint.share({ 101: 100 }, "")).toMatchObject({ kind: "refused", reason: "invalid" });
    });

    test("undeploys what is parked, whoever waits for it", async () => {
      await using cloud = await open();
      await deployed(cloud, "101", 1);
      await deployed(cloud, "102", 2);
      await shareAll(cloud, { 101: 100 });
      const started = value(await cloud.endpoint.undeploy("102"));
      const state = value(await cloud.endpoint.settle(JSON.parse(JSON.stringify(started)), LONG_MS));
      expect(state.deployed.map(({ id }) => id)).toEqual(["101"]);
      expect(state.split).toEqual({ 101: 100 });
    });

    test.each<[string, Split]>([
      ["has traffic beside another", { 101: 50, 102: 50 }],
      ["has all of it", { 101: 100 }],
    ])("does not undeploy what %s", async (_, split) => {
      await using cloud = await open();
      await deployed(cloud, "101", 1);
      await deployed(cloud, "102", 2);
      await shareAll(cloud, split);
      expect(await cloud.endpoint.undeploy("101")).toMatchObject({ kind: "refused", reason: "state" });
      expect(value(await cloud.endpoint.read()).deployed).toHaveLength(2);
    });

    test("does not undeploy the last one while it has traffic, only after", async () => {
      await using cloud = await open();
      await deployed(cloud, "101", 1);
      await shareAll(cloud, { 101: 100 });
      expect(await cloud.endpoint.undeploy("101")).toMatchObject({ kind: "refused", reason: "state" });
      await shareAll(cloud, {});
      const started = value(await cloud.endpoint.undeploy("101"));
      expect(value(await cloud.endpoint.settle(started, LONG_MS)).deployed).toEqual([]);
    });

    test("has nothing to undeploy where there is nothing", async () => {
      await using cloud = await open();
      expect(await cloud.endpoint.undeploy("101")).toMatchObject({ kind: "absent" });
    });

    test("answers with who answered, and by which version", async () => {
      await using cloud = await open();
      const version = await deployed(cloud, "101", 1);
      await shareAll(cloud, { 101: 100 });
      const answer = value(await cloud.endpoint.predict({ instances: [[1, 2]], timeoutMs: 30_000 }));
      expect(answer).toMatchObject({ deployedModelId: "101", version: version.reference });
      expect(answer.predictions).toHaveLength(1);
      expect(answer.latencyMs).toBeGreaterThan(0);
    });

    test("gives requests to each who has a share, and to nobody else", async () => {
      await using cloud = await open();
      for (const number of [1, 2, 3]) await deployed(cloud, `10${number}`, number);
      await shareAll(cloud, { 101: 50, 102: 50 });
      const asked = new Set<string>();
      for (let request = 0; request < 40; request++) {
        asked.add(value(await cloud.endpoint.predict({ instances: [[1]], timeoutMs: 30_000 })).deployedModelId);
      }
      expect([...asked].toSorted()).toEqual(["101", "102"]);
    });

    test("answers nothing while nobody has traffic", async () => {
      await using cloud = await open();
      await deployed(cloud, "101", 1);
      const outcome = await cloud.endpoint.predict({ instances: [[1]], timeoutMs: 30_000 });
      expect(outcome).toMatchObject({ kind: "refused", reason: "state" });
    });

    test("is absent where it was never made", async () => {
      await using cloud = await open();
      const { reference } = await registered(cloud, 1);
      expect(await cloud.elsewhere.read()).toMatchObject({ kind: "absent" });
      expect(await cloud.elsewhere.deploy(wishFor("101", reference, 1))).toMatchObject({ kind: "absent" });
      expect(await cloud.elsewhere.undeploy("101")).toMatchObject({ kind: "absent" });
      expect(await cloud.elsewhere.share({}, "etag")).toMatchObject({ kind: "absent" });
      const asked = await cloud.elsewhere.predict({ instances: [], timeoutMs: 30_000 });
      expect(asked).toMatchObject({ kind: "absent" });
    });
  });
}

async function shareAll({ endpoint }: Awaited<ReturnType<CloudWorld["open"]>>, split: Split): Promise<void> {
  value(await endpoint.share(split, value(await endpoint.read()).etag));
}
