import { describe, expect, test } from "vitest";
import { makeEndpoint } from "../../laid-cloud.ts";
import { laidStory, TARGET } from "./story.ts";

const SLOW = { timeout: 60_000 };
const OTHER = "345678901";
const ELSEWHERE = { target: { ...TARGET, endpoint: OTHER } };

describe("a manifest whose release is compared with one that nobody serves at its endpoint", () => {
  test("is promoted where it moved to, and back, and leaves the old endpoint alone", SLOW, async () => {
    const story = await laidStory();
    await makeEndpoint(story.emulator, "p", OTHER);
    await story.merge("1.0.0");
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "healthy" });

    story.git("switch", "--quiet", "--create", "move");
    await story.merge("1.1.0", { changes: ELSEWHERE });
    const planned = (await story.plan()).steps.map(({ kind, resource }) => `${kind} ${resource}`);
    expect(planned.slice(-4)).toEqual([
      `deploy ${OTHER}`,
      `shift ${OTHER}`,
      "alias champion",
      `hold ${TARGET.endpoint}`,
    ]);
    story.git("switch", "--quiet", "main");
    story.git("merge", "--quiet", "--ff-only", "move");
    story.push();
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "healthy", exitCode: 0 });
    expect([await story.served(), await story.served(OTHER)]).toEqual([{ "sums 1.0.0": 100 }, { "sums 1.1.0": 100 }]);

    // Once somebody serves there, whoever comes next is compared with that one again.
    await story.merge("1.2.0", { changes: ELSEWHERE, isMeasured: false });
    await story.merge("1.3.0", { changes: ELSEWHERE });
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "stale", exitCode: 3, calls: [] });

    story.git("revert", "--no-edit", "HEAD~3..HEAD");
    story.push();
    story.writes();
    expect(await story.promote()).toMatchObject({ outcome: "noop", release: { version: "1.0.0" } });
    expect(story.writes()).toEqual([]);
  });

  test("is promoted where it only now says where to serve", SLOW, async () => {
    const story = await laidStory();
    await story.merge("1.0.0", { changes: { target: undefined } });
    await story.merge("1.1.0");
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "healthy", exitCode: 0 });
    expect(await story.served()).toEqual({ "sums 1.1.0": 100 });
  });
});
