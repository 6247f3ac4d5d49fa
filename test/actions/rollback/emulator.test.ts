import { describe, expect, test } from "vitest";
import type { DeliveryDocument } from "../../../shared/rollout/delivery/document.ts";
import { laidStory, type Story } from "../promote/story.ts";

const SLOW = { timeout: 60_000 };

async function rollback(story: Story, ...options: readonly string[]) {
  const { exitCode, printed } = await story.run("rollback", "release.yaml", "--json", ...options);
  return { ...(JSON.parse(printed) as DeliveryDocument), exitCode };
}

describe("a person who takes a release back", () => {
  test(
    "gets the one before in one write, with a revert to merge, and main's wish is refused until then",
    SLOW,
    async () => {
      const story = await laidStory();
      for (const version of ["1.0.0", "1.1.0"]) {
        await story.merge(version);
        expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "healthy" });
      }
      story.writes();
      const back = await rollback(story, "--reason", "complaints");
      expect(back).toMatchObject({ outcome: "healthy", exitCode: 0, events: ["intent", "rolledBack"] });
      expect(back.release?.version).toBe("1.0.0");
      expect(back.calls.map(({ kind }) => kind)).toEqual(["shift", "alias"]);
      expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
      const [branch] = story.git("ls-remote", "--heads", "origin", "model-release/*").split("\n");
      expect(branch).toContain("refs/heads/model-release/revert-sums-");
      expect(await story.promote()).toMatchObject({ outcome: "refused", exitCode: 1, calls: [] });
      expect(await rollback(story)).toMatchObject({ outcome: "noop", exitCode: 0, calls: [] });

      story.git("pull", "--quiet", "--no-rebase", "--no-edit", "origin", branch!.split("\t")[1]!);
      story.push();
      expect(await story.promote()).toMatchObject({ outcome: "noop", exitCode: 0, calls: [] });
      expect(story.git("show", "HEAD:release.yaml")).toContain("1.0.0");
    },
  );

  test("ends what is underway for good", SLOW, async () => {
    const story = await laidStory();
    const changes = { rollout: { steps: [10, 100], bakeSeconds: 600, minSamples: 10 } };
    await story.merge("1.0.0", { changes });
    await story.promote("--evidence", "out");
    await story.merge("1.1.0", { changes });
    const { exitCode, printed } = await story.run("promote", "release.yaml", "--evidence", "out", "--json");
    expect([exitCode, JSON.parse(printed)]).toMatchObject([0, { outcome: "inProgress" }]);
    expect(await story.served()).toEqual({ "sums 1.0.0": 90, "sums 1.1.0": 10 });
    const back = await rollback(story, "--reason", "complaints");
    expect(back).toMatchObject({ outcome: "bad", reason: "complaints", exitCode: 1 });
    expect(back.calls.map(({ kind }) => kind)).toEqual(["shift", "undeploy"]);
    expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "refused", calls: [] });
  });

  test("is told what there is to go back to", SLOW, async () => {
    const story = await laidStory();
    await story.merge("1.0.0");
    await story.promote("--evidence", "out");
    await expect(rollback(story)).rejects.toMatchObject({
      code: "usage",
      message: expect.stringContaining("no release"),
    });
    await expect(rollback(story, "--to", "0.9.0")).rejects.toMatchObject({ code: "usage" });
  });
});
