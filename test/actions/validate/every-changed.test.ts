import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseStepInputs } from "../../../actions/validate/inputs.ts";
import { type StepPorts, validateAll } from "../../../actions/validate/run.ts";
import { validatePorts } from "../../../actions/wiring/validate-ports.ts";
import { embeddedRuntime } from "../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { Failure } from "../../../shared/failure.ts";
import type { NativeRuntime } from "../../../shared/ports/native-runtime.ts";
import type { Notice } from "../../../shared/ports/notice.ts";
import type { RuntimeRequest } from "../../../shared/ports/provisioner.ts";
import type { KeptFolder } from "../../../shared/ports/run-artifact.ts";
import type { Runtime } from "../../../shared/ports/runtime.ts";
import { git } from "../../contract/git-repository.ts";
import { recordedLog, silentLog } from "../../fakes/log.ts";
import { gatesWith, laidRelease, writeManifest } from "./laid-release.ts";

const model = (name: string, version: string): object => ({ model: { name, version, owner: "tests" } });
const clock = { elapsedMs: () => performance.now() };
const world = validatePorts({ files: localFiles(), log: silentLog, clock, resolve: (path) => path });
const strict = { gates: gatesWith({ max: 0.001 }) };

describe("every release.yaml that a pull request adds or changes", () => {
  test("has a verdict of its own, and the worst is the step's", async () => {
    const folder = await proposal(async (at) => {
      await writeManifest(at, "release.yaml", model("sums", "1.1.0"));
      await place(at, "new/release.yaml", { ...model("other", "1.0.0"), ...strict });
    });
    const { step, groups, notices, infos } = await validate(folder);
    expect(step).toEqual({ status: "fail", evidence: "model-release-evidence", exitCode: 1 });
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
    const { step, infos } = await validate(
      folder,
      {},
      { keep: () => Promise.reject(new Failure("artifacts-absent", "there is no place", { fix: "Copy it." })) },
    );
    expect(step).toMatchObject({ status: "pass", exitCode: 0 });
    expect(infos).toContain("The evidence is not kept: there is no place. Copy it.");
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
    expect(step).toEqual({ status: "", evidence: "", exitCode: 0 });
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
  expect(step).toEqual({ status: "pass", evidence: "kept", exitCode: 0 });
  expect(written(folder, "kept")).toEqual(["sums"]);
});

test("a shard scores its rows, and leaves the verdict to the run that joins", async () => {
  const folder = await proposal((at) => writeManifest(at, "release.yaml", strict));
  const { step, notices } = await validate(folder, { shard: "1/2" });
  expect(step).toEqual({ status: "", evidence: "model-release-evidence", exitCode: 0 });
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

describe("TensorFlow that is missing", () => {
  test.each([
    ["auto", "cpu"],
    ["cpu", "cpu"],
    ["gpu", "gpu"],
  ])("is set up for the device %s in the variant %s, at the version of the manifests", async (device, variant) => {
    const folder = await proposal((at) =>
      writeManifest(at, "release.yaml", { provenance: { framework: { tensorflow: "2.15.1" } } }),
    );
    const { step, requests } = await validate(folder, { runtime: "", device }, missingRuntime());
    expect(requests).toEqual([{ tensorflow: "2.15.1", variant, indexUrl: null }]);
    expect(step.exitCode).toBe(device === "gpu" ? 1 : 0);
  });

  test.each<[string, string]>([
    ["where any runtime will do", "auto"],
    ["where another is asked for", "embedded"],
  ])("is not set up %s", async (_, runtime) => {
    const folder = await proposal((at) => writeManifest(at, "release.yaml", model("sums", "1.1.0")));
    const { requests, failures } = await validate(folder, { runtime }, missingRuntime());
    expect(requests).toEqual([]);
    expect(failures.map(({ code }) => code)).toEqual(["runtime-missing"]);
  });

  test("is not set up for a model that is refused before it is loaded", async () => {
    const folder = await proposal((at) => writeFileSync(join(at, "artifact/fingerprint.pb"), "changed"));
    const { requests } = await validate(folder, { manifest: "release.yaml", runtime: "" }, missingRuntime());
    expect(requests).toEqual([]);
  });

  test("and cannot be set up is a Failure that says why", async () => {
    const folder = await proposal((at) => writeManifest(at, "release.yaml", model("sums", "1.1.0")));
    const setup = async () => {
      throw new Failure("tool-missing", "There is no C++ compiler.", { fix: "Install g++." });
    };
    const { step, failures } = await validate(folder, { runtime: "" }, { ...missingRuntime(), setup });
    expect([step.exitCode, failures[0]?.code]).toEqual([2, "tool-missing"]);
  });
});

/** A repository whose main branch names two releases, and a branch that changes something. */
async function proposal(change: (folder: string) => void | Promise<void>): Promise<string> {
  const folder = await laidRelease();
  rmSync(join(folder, ".git"), { recursive: true });
  await place(folder, "other/release.yaml", model("third", "1.0.0"));
  const commit = (): void => {
    git(folder, ["add", "--all"]);
    git(folder, ["commit", "--quiet", "--allow-empty", "--message", "a commit"]);
  };
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  commit();
  git(folder, ["switch", "--quiet", "--create", "proposal"]);
  await change(folder);
  commit();
  return folder;
}

/** The same release from a folder of its own. */
async function place(folder: string, path: string, changes: object): Promise<void> {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  const up = (name: string) => `../${name}`;
  await writeManifest(folder, path, changes);
  const manifest = JSON.parse(readFileSync(join(folder, path), "utf8"));
  manifest.artifact.uri = up("artifact");
  manifest.evaluation.dataset.uri = up("eval.csv");
  manifest.golden.file = up("golden.jsonl");
  writeFileSync(join(folder, path), JSON.stringify(manifest, null, 2));
}

function written(folder: string, out = "model-release-evidence"): readonly string[] {
  return readdirSync(join(folder, out)).sort();
}

function missingRuntime(): Partial<StepPorts> {
  let asked = 0;
  return {
    async runtime() {
      asked += 1;
      if (asked > 1) return embeddedRuntime(localFiles());
      throw new Failure("runtime-missing", "TensorFlow has not been set up.", { fix: "Set it up." });
    },
  };
}

async function validate(
  folder: string,
  texts: Partial<Parameters<typeof parseStepInputs>[0]> = {},
  replaced: Partial<StepPorts> = {},
) {
  const given = {
    manifest: "",
    champion: "",
    runtime: "embedded",
    device: "",
    shard: "",
    out: "",
    artifact: "",
    "allow-untrusted": "",
    ...texts,
  };
  const { log, infos } = recordedLog();
  const [groups, notices, failures, requests]: [string[], Notice[], Failure[], RuntimeRequest[]] = [[], [], [], []];
  const kept: KeptFolder[] = [];
  const ground = { ...world, log, resolve: (path: string) => join(folder, path) };
  const step = await validateAll(parseStepInputs(given), {
    ...ground,
    base: null,
    runtime: async (): Promise<Runtime> => embeddedRuntime(localFiles()),
    otherRuntime: async () => null,
    signal: new AbortController().signal,
    setup: async () => ({
      ...ground,
      manifests: async () => [],
      provisioner: {
        versions: async () => ["2.21.0", "2.15.1"],
        async provision(request) {
          requests.push(request);
          return { runtime: { folder: "/cache" } as NativeRuntime, isReused: false, sizeBytes: 9 };
        },
      },
    }),
    async group(title, act) {
      groups.push(title);
      return act();
    },
    annotate: (told) => notices.push(...told),
    event: { name: "pull_request", path: "" },
    async keep(request) {
      kept.push(request);
      return { id: 1, sizeBytes: 9 };
    },
    report: async (failure) => void failures.push(failure),
    ...replaced,
  });
  return { step, groups, notices, failures, requests, infos, kept };
}
