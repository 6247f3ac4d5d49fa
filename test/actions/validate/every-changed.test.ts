import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Failure } from "../../../shared/failure.ts";
import { gatesWith, writeManifest } from "./laid-release.ts";

import { model, place, proposal, validate } from "./proposed-releases.ts";

const strict = { gates: gatesWith({ max: 0.001 }) };

describe("every release.yaml that a pull request adds or changes", () => {
  test("has a verdict of its own, and the worst is the step's", async () => {
    const folder = await proposal(async (at) => {
      await writeManifest(at, "release.yaml", model("sums", "1.1.0"));
      await place(at, "new/release.yaml", { ...model("other", "1.0.0"), ...strict });
    });
    const { step, groups, notices, infos } = await validate(folder);
    expect(step).toEqual({ status: "fail", evidence: "model-release-evidence", needsValidation: false, exitCode: 1 });
    expect(groups).toEqual(["validate new/release.yaml", "validate release.yaml"]);
    expect(written(folder)).toEqual(["other", "sums"]);
    expect(infos).toContain('"release.yaml": pass');
    expect(infos).toContain('"new/release.yaml": fail');
    expect(infos).toContainEqual(expect.stringMatching(/^golden: pass: output output_0/));
    const [notice] = notices;
    expect(notice).toMatchObject({ level: "error", title: "other 1.0.0: quality", file: "new/release.yaml" });
    expect(notice!.message).toMatch(/rmse/);
  });

  test("is compared with what the base branch names", async () => {
    const folder = await proposal((at) => writeManifest(at, "release.yaml", model("sums", "1.1.0")));
    await validate(folder);
    const { champion } = JSON.parse(readFileSync(join(folder, "model-release-evidence/sums/verdict.json"), "utf8"));
    expect(champion.version).toBe("1.0.0");
  });

  test("leaves its evidence with the run, whether or not the run can keep it", async () => {
    const folder = await proposal((at) => writeManifest(at, "release.yaml", model("sums", "1.1.0")));
    const { kept } = await validate(folder);
    expect(kept).toEqual([{ name: "model-release-evidence", folder: join(folder, "model-release-evidence") }]);
    const { step, infos, notices } = await validate(
      folder,
      {},
      { keep: () => Promise.reject(new Failure("artifacts-absent", "there is no place", { fix: "Copy it." })) },
    );
    expect(step).toMatchObject({ status: "pass", exitCode: 0 });
    expect(infos).toContain("The evidence is not kept: there is no place. Copy it.");
    expect(notices).toEqual([]);
  });

  test("warns where the run has a place for its evidence, and it cannot be kept", async () => {
    const folder = await proposal((at) => writeManifest(at, "release.yaml", model("sums", "1.1.0")));
    const { step, notices } = await validate(
      folder,
      {},
      { keep: () => Promise.reject(new Failure("forge-refused", "the place is full", { fix: "Clear it." })) },
    );
    expect(step).toMatchObject({ status: "pass", exitCode: 0 });
    const told = {
      level: "warning",
      title: "the evidence is not kept",
      message: "the place is full",
      fix: "Clear it.",
    };
    expect(notices).toEqual([{ ...told, file: null }]);
  });

  test("is judged though another cannot be read", async () => {
    const folder = await proposal(async (at) => {
      await writeManifest(at, "release.yaml", model("sums", "1.1.0"));
      writeFileSync(join(at, "other/release.yaml"), "apiVersion: 1\n");
    });
    const { step, failures } = await validate(folder);
    expect(step).toMatchObject({ status: "inconclusive", exitCode: 2 });
    expect(failures.map(({ code }) => code)).toEqual(["manifest-invalid"]);
    expect(written(folder)).toEqual(["sums"]);
  });

  test("has a folder of its own, though two are of one model", async () => {
    const folder = await proposal(async (at) => {
      await writeManifest(at, "release.yaml", model("sums", "1.1.0"));
      await place(at, "europe/release.yaml", model("sums", "1.1.0"));
    });
    await validate(folder);
    expect(written(folder)).toEqual(["sums", "sums-2"]);
  });
});

describe("there is nothing to validate", () => {
  test("where none is changed", async () => {
    const folder = await proposal((at) => writeFileSync(join(at, "notes.md"), "changed"));
    const { step, infos } = await validate(folder);
    expect(step).toEqual({ status: "", evidence: "", needsValidation: false, exitCode: 0 });
    expect(infos).toEqual(["No release.yaml is added or changed: nothing is validated."]);
  });

  test("of one that is deleted", async () => {
    const folder = await proposal((at) => rmSync(join(at, "other/release.yaml")));
    const { step, infos } = await validate(folder);
    expect(step.exitCode).toBe(0);
    expect(infos[0]).toBe('"other/release.yaml" is deleted: there is nothing of it to validate.');
  });
});

test("a manifest that is named is validated, changed or not", async () => {
  const folder = await proposal(() => {});
  const { step } = await validate(folder, { manifest: "release.yaml", out: "kept" });
  expect(step).toEqual({ status: "pass", evidence: "kept", needsValidation: false, exitCode: 0 });
  expect(written(folder, "kept")).toEqual(["sums"]);
});

test("a shard scores its rows, and leaves the verdict to the run that joins", async () => {
  const folder = await proposal((at) => writeManifest(at, "release.yaml", strict));
  const { step, notices } = await validate(folder, { shard: "1/2" });
  expect(step).toEqual({ status: "", evidence: "model-release-evidence", needsValidation: false, exitCode: 0 });
  expect(notices).toEqual([]);
  expect(existsSync(join(folder, "model-release-evidence/sums/verdict.json"))).toBe(false);
});

test("an interruption is said for each release that was not begun", async () => {
  const folder = await proposal((at) => writeManifest(at, "release.yaml", model("sums", "1.1.0")));
  const { step, failures } = await validate(folder, {}, { signal: AbortSignal.abort() });
  expect(step).toMatchObject({ status: "inconclusive", exitCode: 4 });
  expect(failures.map(({ code }) => code)).toEqual(["interrupted"]);
});

describe("it is wrong use", () => {
  test("to name one file as the champion of every release", async () => {
    const folder = await proposal((at) => writeManifest(at, "release.yaml", model("sums", "1.1.0")));
    await expect(validate(folder, { champion: "other/release.yaml" })).rejects.toMatchObject({ code: "usage" });
  });

  test("to stand where there is no repository, and name no manifest", async () => {
    const folder = await proposal(() => {});
    const repositories = { find: async () => undefined };
    await expect(validate(folder, {}, { repositories })).rejects.toMatchObject({ code: "usage" });
  });
});

function written(folder: string, out = "model-release-evidence"): readonly string[] {
  return readdirSync(join(folder, out)).sort();
}
