import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { call } from "../call.ts";
import { scratchWithModel } from "../scratch.ts";

describe("a first manifest", () => {
  test("is valid at once, and inspect finds that it matches", async () => {
    const folder = scratchWithModel();
    const { exitCode, printed } = await call(folder, "pack", "artifacts/churn");
    expect({ exitCode, printed }).toEqual({
      exitCode: 0,
      printed: "release.yaml written; look for TODO, which only a person can fill in",
    });
    const inspected = await call(folder, "inspect", "release.yaml", "--json");
    expect(inspected.exitCode).toBe(0);
    expect(JSON.parse(inspected.printed).release).toMatchObject({
      name: "churn",
      version: "0.1.0",
      matches: true,
      contract: [],
      placeholders: ["model.owner"],
      completeness: { named: 1, of: 7 },
      signature: null,
    });
  });

  test("elsewhere points back at the artifact", async () => {
    const folder = scratchWithModel();
    mkdirSync(join(folder, "releases/churn"), { recursive: true });
    mkdirSync(join(folder, ".git"));
    await call(folder, "pack", "artifacts/churn", "--out", "releases/churn/release.yaml");
    expect(readFileSync(join(folder, "releases/churn/release.yaml"), "utf8")).toContain("uri: ../../artifacts/churn\n");
    expect((await call(folder, "inspect", "releases/churn/release.yaml")).exitCode).toBe(0);
  });

  test("into a folder that does not exist is refused, and nothing is left", async () => {
    const folder = scratchWithModel();
    await expect(call(folder, "pack", "artifacts/churn", "--out", "gone/release.yaml")).rejects.toMatchObject({
      code: "file-missing",
    });
  });

  test("is not written for a Git LFS pointer", async () => {
    const folder = scratchWithModel();
    const weights = join(folder, "artifacts/churn/variables/variables.data-00000-of-00001");
    writeFileSync(weights, "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
    await expect(call(folder, "pack", "artifacts/churn")).rejects.toMatchObject({ code: "lfs-pointer" });
  });
});

describe("a manifest that is there", () => {
  test("stays byte for byte as it is while the artifact does", async () => {
    const folder = scratchWithModel();
    await call(folder, "pack", "artifacts/churn");
    const before = readFileSync(join(folder, "release.yaml"));
    const { printed } = await call(folder, "pack", "artifacts/churn", "--json");
    expect(JSON.parse(printed)).toMatchObject({ outcome: "unchanged", changes: [], warnings: [] });
    expect(readFileSync(join(folder, "release.yaml"))).toEqual(before);
  });

  test("gets the new digest, keeps what a person wrote, and is told to raise its version", async () => {
    const folder = scratchWithModel();
    await call(folder, "pack", "artifacts/churn");
    const path = join(folder, "release.yaml");
    const written = readFileSync(path, "utf8").replace("owner: TODO", "owner: growth-ml   # ours since May");
    writeFileSync(path, written);
    writeFileSync(join(folder, "artifacts/churn/assets.extra"), "more");
    const { printed } = await call(folder, "pack", "artifacts/churn", "--json");
    expect(JSON.parse(printed)).toMatchObject({
      outcome: "refreshed",
      changes: [expect.stringContaining("artifact.digest")],
      warnings: [expect.stringContaining("model.version is still 0.1.0")],
    });
    const digestLine = /digest: sha256:[0-9a-f]{64}/;
    expect(readFileSync(path, "utf8").replace(digestLine, "")).toBe(written.replace(digestLine, ""));
  });
});

describe("a release that does not hold together", () => {
  test("a changed artifact is named with both digests, and exits 1", async () => {
    const folder = scratchWithModel();
    await call(folder, "pack", "artifacts/churn");
    writeFileSync(join(folder, "artifacts/churn/assets.extra"), "more");
    const { exitCode, printed } = await call(folder, "inspect", "release.yaml");
    expect(exitCode).toBe(1);
    expect(printed).toMatch(/differs: declared sha256:[0-9a-f]{64}, found sha256:[0-9a-f]{64}/);
  });

  test("a contract that promises another input is a mismatch", async () => {
    const folder = scratchWithModel();
    await call(folder, "pack", "artifacts/churn");
    const path = join(folder, "release.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace("{name: x, dtype: float32", "{name: x, dtype: int64"));
    const { exitCode, printed } = await call(folder, "inspect", "release.yaml", "--json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(printed).release.contract).toMatchObject([{ path: "inputs.x.dtype" }]);
  });

  test("an artifact outside the repository is refused on its line", async () => {
    const folder = scratchWithModel();
    mkdirSync(join(folder, "repository/.git"), { recursive: true });
    await call(folder, "pack", "artifacts/churn", "--out", "repository/release.yaml");
    await expect(call(folder, "inspect", "repository/release.yaml")).rejects.toMatchObject({
      code: "manifest-invalid",
      problems: [{ message: expect.stringContaining("leaves the repository"), line: expect.any(Number) }],
    });
  });

  test("an artifact that moved away is missing", async () => {
    const folder = scratchWithModel();
    await call(folder, "pack", "artifacts/churn");
    renameSync(join(folder, "artifacts/churn"), join(folder, "artifacts/other"));
    await expect(call(folder, "inspect", "release.yaml")).rejects.toMatchObject({ code: "artifact-missing" });
  });
});
