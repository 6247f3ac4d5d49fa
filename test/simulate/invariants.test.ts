import { describe, expect, test } from "vitest";
import { drawer } from "./draw.ts";
import { newStage } from "./stage.ts";
import { replaced, VIOLATIONS } from "./violations.ts";

describe("each invariant cries, and no other, at", () => {
  test.each(VIOLATIONS)("$id: $what", async ({ id, commit }) => {
    const stage = newStage(drawer(1));
    await commit(stage);
    const cried = (await stage.settle()).map((problem) => problem.split(":")[0]);
    expect([...new Set(cried)]).toEqual([id]);
  });
  test("a well told story: none", async () => {
    const stage = newStage(drawer(1));
    await replaced(stage);
    expect(await stage.settle()).toEqual([]);
  });
});
