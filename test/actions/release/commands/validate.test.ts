import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gatesWith, laidRelease, writeManifest } from "../../validate/laid-release.ts";
import { callInOneProcess as call } from "../call-in-one-process.ts";

describe("the exit code", () => {
  test("is 0 for a pass, told gate by gate", async () => {
    const { exitCode, printed } = await validate(await laidRelease(), "release.yaml");
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/^sums 1\.0\.0, the first release\n/);
    expect(printed).toMatch(/\n {2}golden {5}pass {9}output output_0: 3 cases within 0 of what was expected\n/);
    expect(printed).toMatch(/\nverdict pass$/);
  });

  test("is 1 for a fail, with what to do", async () => {
    const folder = await laidRelease();
    await writeManifest(folder, "release.yaml", { gates: gatesWith({ max: 0.001 }) });
    const { exitCode, printed } = await validate(folder, "release.yaml");
    expect([exitCode, printed]).toEqual([1, expect.stringMatching(/quality {4}fail .*\n +fix /)]);
  });

  test("is 3 for what nobody can decide", async () => {
    const folder = await laidRelease(50);
    const { exitCode, printed } = await validate(folder, "release.yaml", "--json");
    expect([exitCode, JSON.parse(printed).status]).toEqual([3, "inconclusive"]);
  });

  test("is 2 for a broken evaluation set, whose evidence is kept", async () => {
    const folder = await laidRelease();
    writeFileSync(join(folder, "eval.csv"), "a,b,c\n1,2,3\n");
    await expect(validate(folder, "release.yaml", "--out", "out")).rejects.toMatchObject({ code: "dataset-invalid" });
    expect(JSON.parse(readFileSync(join(folder, "out/evidence.json"), "utf8")).load.attempts).toHaveLength(3);
  });
});

test.each([2, 3])("%d shards join to what one run says", async (count) => {
  const folder = await laidRelease(20_000);
  await validate(folder, "release.yaml", "--out", "whole");
  const parts = Array.from({ length: count }, (_, index) => `part-${index + 1}`);
  for (const [index, part] of parts.entries()) {
    const { exitCode, printed } = await validate(
      folder,
      "release.yaml",
      "--shard",
      `${index + 1}/${count}`,
      "--out",
      part,
    );
    expect([exitCode, printed]).toEqual([0, expect.stringContaining(`shard ${index + 1} of ${count}`)]);
  }
  const { exitCode } = await call(folder, "merge", ...parts.toReversed(), "--out", "joined");
  expect(exitCode).toBe(0);
  const [one, joined] = ["whole", "joined"].map((out) => evidenceIn(join(folder, out)));
  for (const part of ["quality", "sanity", "dataset", "golden"]) expect(joined![part]).toEqual(one![part]);
});

describe("shards do not join when", () => {
  test("one is missing, or there twice, or of another release", async () => {
    const folder = await laidRelease();
    for (const part of ["1", "2"]) await validate(folder, "release.yaml", "--shard", `${part}/2`, "--out", part);
    await writeManifest(folder, "release.yaml", { model: { name: "sums", version: "1.0.1", owner: "tests" } });
    await validate(folder, "release.yaml", "--shard", "2/2", "--out", "other");
    await expect(call(folder, "merge", "1", "--out", "joined")).rejects.toThrow("of 2 shards, 2 is missing");
    await expect(call(folder, "merge", "1", "2", "2", "--out", "joined")).rejects.toThrow("is there 2 times");
    await expect(call(folder, "merge", "1", "other", "--out", "joined")).rejects.toThrow("of another release");
  });
});

function evidenceIn(folder: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, "evidence.json"), "utf8"));
}

function validate(folder: string, ...words: readonly string[]) {
  return call(folder, "validate", ...words);
}
