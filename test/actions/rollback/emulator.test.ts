import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { DeliveryDocument } from "../../../shared/rollout/delivery/document.ts";
import { laidStory, type Story } from "../promote/story.ts";

const SLOW = { timeout: 120_000 };

async function rollback(story: Story, ...options: readonly string[]) {
  const { exitCode, printed } = await story.run("rollback", "release.yaml", "--json", ...options);
  return { ...(JSON.parse(printed) as DeliveryDocument), exitCode };
}

describe("a person who takes a release back", () => {
  test("gets what was healthy, with a revert to merge, and ends what is underway for good", SLOW, async () => {
    const changes = { rollout: { steps: [10, 100], bakeSeconds: 0, minSamples: 0 } };
    const story = await laidStory();
    await story.merge("1.0.0", { changes });
    await story.promote("--evidence", "out");
    await expect(rollback(story)).rejects.toMatchObject({
      code: "usage",
      message: expect.stringContaining("no release"),
    });
    await story.merge("1.1.0", { changes });
    await story.promote("--evidence", "out");
    await expect(rollback(story, "--to", "0.9.0")).rejects.toMatchObject({ fix: expect.stringContaining("1.0.0") });

    const back = await rollback(story, "--reason", "complaints");
    expect(back).toMatchObject({ outcome: "healthy", exitCode: 0, events: ["intent", "rolledBack"] });
    expect(back.release?.version).toBe("1.0.0");
    expect(back.calls.map(({ kind }) => kind)).toEqual(["shift", "alias"]);
    const [told] = JSON.parse((await story.run("history", "--json")).printed).slice(-1);
    expect(told).toMatchObject({ event: "rolledBack", version: "1.0.0", reason: "complaints" });
    const incident = readFileSync(join(story.folder, back.incident!, "README.md"), "utf8");
    expect(incident).toContain("complaints");
    expect(incident).toContain("Taken back for `sums 1.0.0`");
    expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
    expect(await story.promote()).toMatchObject({ outcome: "refused", exitCode: 1, calls: [] });
    expect(await rollback(story)).toMatchObject({ outcome: "noop", exitCode: 0, calls: [] });
    const [branch] = story.git("ls-remote", "--heads", "origin", "model-release/*").split("\n");
    expect(branch).toContain("refs/heads/model-release/revert-sums-");
    story.git("pull", "--quiet", "--no-rebase", "--no-edit", "origin", branch!.split("\t")[1]!);
    story.push();
    expect(await story.promote()).toMatchObject({ outcome: "noop", exitCode: 0, calls: [] });

    const slow = { rollout: { steps: [10, 100], bakeSeconds: 600, minSamples: 10 } };
    await story.merge("1.2.0", { changes: slow });
    const underway = await story.run("promote", "release.yaml", "--evidence", "out", "--json");
    expect(JSON.parse(underway.printed)).toMatchObject({ outcome: "inProgress" });
    expect(await story.served()).toEqual({ "sums 1.0.0": 90, "sums 1.2.0": 10 });
    const ended = await rollback(story, "--reason", "complaints");
    expect(ended).toMatchObject({ outcome: "bad", reason: "complaints", exitCode: 1 });
    expect(ended.calls.map(({ kind }) => kind)).toEqual(["shift", "undeploy"]);
    expect(ended.incident).toMatch(/^model-release-incidents\/sums-1\.2\.0-\d{8}T\d{6}$/);
    expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "refused", calls: [] });
  });
});
