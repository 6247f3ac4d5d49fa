import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { laidStory, type Story } from "../promote/story.ts";

// Rows of the design's table of rollbacks on the emulator, with a real repository; the machine's own are told in memory.

const SLOW = { timeout: 180_000 };
const ENDPOINT = "/endpoints/123456789";

async function released(story: Story, ...versions: readonly string[]): Promise<void> {
  for (const version of versions) {
    await story.merge(version);
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "healthy" });
  }
}

/** What changed at the production endpoint since somebody asked. */
function writesInProduction({ writes }: Story): readonly string[] {
  return writes().flatMap(({ method, resource }) => (resource.endsWith(ENDPOINT) ? [method] : []));
}

describe("on the emulator, with a real repository", () => {
  test("several at once: whatever the tip says wins, and equal to live is a no-op", SLOW, async () => {
    const story = await laidStory();
    await released(story, "1.0.0", "1.1.0");
    story.git("revert", "--no-edit", "HEAD");
    story.git("revert", "--no-edit", "HEAD");
    story.push();
    story.writes();
    expect(await story.promote()).toMatchObject({ outcome: "noop", reason: "1.1.0 is served already", calls: [] });
    expect(writesInProduction(story)).toEqual([]);

    // A squash of a revert has another message and the same tree: one write.
    story.git("revert", "--no-commit", "HEAD");
    story.git("commit", "--quiet", "--message", "whatever");
    story.push();
    expect(await story.promote()).toMatchObject({ outcome: "healthy", events: ["intent", "rolledBack"] });
    expect(writesInProduction(story)).toEqual(["UpdateEndpoint"]);
    expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
  });

  test(
    "artifact gone: refused before anything moves, and the nearest restorable release is offered",
    SLOW,
    async () => {
      const story = await laidStory();
      const kept = { rollback: { standbyHours: 0 } };
      for (const version of ["1.0.0", "1.1.0", "1.2.0"]) {
        await story.merge(version, { changes: kept });
        await story.promote("--evidence", "out");
        await story.promote();
      }
      const { digest } = await objectsOf(story, "1.1.0");
      await removeBelow(story, `sums/sha256/${digest}`);
      story.git("revert", "--no-edit", "HEAD");
      rmSync(join(story.folder, "artifact"), { recursive: true });
      story.git("add", "--all");
      story.git("commit", "--quiet", "--message", "the artifact is lost");
      story.push();
      story.writes();
      expect(await story.promote()).toMatchObject({
        outcome: "refused",
        exitCode: 1,
        calls: [],
        events: [],
        reason: expect.stringContaining("sums 1.1.0 cannot be brought back"),
        fix: expect.stringContaining("--to 1.0.0"),
      });
      expect(writesInProduction(story)).toEqual([]);
      expect(await story.served()).toEqual({ "sums 1.2.0": 100 });
    },
  );

  test("history rewritten: frozen, and asked", SLOW, async () => {
    const story = await laidStory();
    await released(story, "1.0.0");
    story.git("commit", "--quiet", "--amend", "--message", "never mind");
    story.git("push", "--quiet", "--force", "origin", "main");
    story.writes();
    expect(await story.promote()).toMatchObject({
      outcome: "refused",
      fix: expect.stringMatching(/model-release adopt.*model-release heal/),
    });
    expect(writesInProduction(story)).toEqual([]);
    expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
  });
});

interface HistoryLine {
  readonly version: string;
  readonly digest: string;
}

async function objectsOf(story: Story, version: string): Promise<{ readonly digest: string }> {
  const lines = JSON.parse((await story.run("history", "--json")).printed) as readonly HistoryLine[];
  return { digest: lines.findLast((line) => line.version === version)!.digest.replace("sha256:", "") };
}

async function removeBelow({ emulator }: Story, prefix: string): Promise<void> {
  const objects = `${emulator.storage}/storage/v1/b/models/o`;
  const listed = (await (await fetch(`${objects}?prefix=${encodeURIComponent(prefix)}`)).json()) as {
    readonly items?: readonly { readonly name: string }[];
  };
  expect(listed.items?.length ?? 0).toBeGreaterThan(1);
  for (const { name } of listed.items!) await fetch(`${objects}/${encodeURIComponent(name)}`, { method: "DELETE" });
}
