import { describe, expect, test } from "vitest";
import { laidStory, type Story } from "./story.ts";

const SLOW = { timeout: 60_000 };
const onProduction = ({ writes }: Story) =>
  writes()
    .filter(({ resource }) => resource.includes("/endpoints/123456789"))
    .map(({ method }) => method);

describe("on the emulator, with a real repository", () => {
  test(
    "a release is planned, promoted, followed by another, and taken back by a revert in one write",
    SLOW,
    async () => {
      const story = await laidStory();
      await story.merge("1.0.0");
      story.writes();
      const before = await story.plan();
      expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "healthy", exitCode: 0 });
      expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
      expect(onProduction(story)).toEqual(["DeployModel", "UpdateEndpoint"]);
      expect(before.steps.map(({ kind }) => kind)).toEqual(["upload", "register", "stage", "deploy", "shift", "alias"]);

      await story.merge("1.1.0");
      const planned = await story.plan();
      expect(story.writes()).toEqual([]);
      const second = await story.promote("--evidence", "out");
      expect(second).toMatchObject({ outcome: "healthy", exitCode: 0 });
      expect(await story.served()).toEqual({ "sums 1.1.0": 100 });
      const isMoving = ({ kind, resource }: { kind: string; resource: string }) =>
        resource === second.endpoint && (kind === "deploy" || kind === "shift");
      expect(second.calls.filter(isMoving)).toEqual(
        planned.steps.filter(isMoving).map(({ kind, resource }) => ({ kind, resource })),
      );

      story.git("revert", "--no-edit", "HEAD");
      story.push();
      story.writes();
      expect((await story.plan()).steps.map(({ kind }) => kind)).toEqual(["shift", "alias", "park"]);
      const begun = performance.now();
      expect(await story.promote()).toMatchObject({
        outcome: "healthy",
        exitCode: 0,
        events: ["intent", "rolledBack"],
      });
      expect(performance.now() - begun).toBeLessThan(5_000);
      expect(onProduction(story)).toEqual(["UpdateEndpoint"]);
      expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
      expect(await story.promote()).toMatchObject({ outcome: "noop", calls: [] });
    },
  );

  test("what nobody validated is refused, and what was compared with another champion is stale", SLOW, async () => {
    const story = await laidStory();
    await story.merge("1.0.0");
    story.writes();
    expect(await story.promote()).toMatchObject({ outcome: "refused", exitCode: 1, calls: [] });
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "healthy" });
    await story.merge("1.1.0");
    await story.merge("1.2.0");
    story.writes();
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "stale", exitCode: 3, calls: [] });
    expect(story.writes()).toEqual([]);
    expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
  });

  test("a manifest that is deleted holds what is served, and its promotion says so", SLOW, async () => {
    const story = await laidStory();
    await story.merge("1.0.0");
    await story.promote("--evidence", "out");
    story.git("rm", "--quiet", "release.yaml");
    story.git("commit", "--quiet", "--message", "no more");
    story.push();
    story.writes();
    expect(await story.promote()).toMatchObject({ outcome: "noop", release: null, calls: [] });
    expect(story.writes()).toEqual([]);
    expect((await story.plan()).steps).toMatchObject([{ kind: "hold" }]);
  });
});
