import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse, stringify } from "yaml";
import { readAction } from "../../.github/scripts/action-tables.ts";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { digestArtifact } from "../../shared/release/artifact.ts";
import { parseManifest } from "../../shared/release/manifest.ts";
import { call } from "../actions/release/call.ts";
import { project } from "../repo/project.ts";
import { examples, ownFolder, type Use, usesIn, workflowFiles } from "./examples.ts";

const uses = workflowFiles().flatMap(usesIn);
const ours = uses.filter((use) => ownFolder(use) !== null);

test("there is an example for each way to use the suite", () => {
  expect(examples).toEqual([
    "canary-with-approval",
    "fork-safe",
    "gpu-runner",
    "manual-rollback",
    "minimal",
    "scheduled-reconcile",
    "sharded-evaluation",
  ]);
});

test("the README has a row for each, with a link to what it says and to each of its workflows", () => {
  const readme = readFileSync(join(project, "workflows-examples/README.md"), "utf8");
  const rows = [...readme.matchAll(/^\| \[([\w-]+)]\(.*$/gm)].map(([row, name]) => [name, linksIn(row)] as const);
  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(examples.map((name) => [name, [`${name}/README.md`, ...workflowsOf(name)]])),
  );
});

describe.each(examples)("%s", (example) => {
  const read = (file: string) => readFileSync(join(project, "workflows-examples", example, file), "utf8");

  test("has a manifest that parses, a README and owners of what decides", () => {
    const manifest = parseManifest(read("spend/release.yaml"), "spend/release.yaml");
    expect(manifest.model.name).toBe("spend");
    expect(read("README.md")).toMatch(/^# /);
    const owned = read(".github/CODEOWNERS").match(/^\S+(?= @)/gm);
    expect(owned).toEqual(expect.arrayContaining(["/.github/", "**/release.yaml", "**/golden.jsonl"]));
  });

  test("pins the artifact, the rows and the golden cases that minimal holds", async () => {
    const { artifact, evaluation, golden } = parseManifest(read("spend/release.yaml"), "spend/release.yaml");
    const folder = join(project, "workflows-examples/minimal/spend");
    expect((await digestArtifact(join(folder, artifact.uri), localFiles())).digest).toBe(artifact.digest);
    const { sha256 } = await localFiles().hash(join(folder, evaluation!.dataset.uri));
    expect(`sha256:${sha256}`).toBe(evaluation!.dataset.digest);
    expect(existsSync(join(folder, golden!.file))).toBe(true);
  });
});

test("the smallest takes two jobs and at most 40 lines", () => {
  const text = readFileSync(join(project, "workflows-examples/minimal/.github/workflows/model-release.yml"), "utf8");
  expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
  expect(Object.keys(parse(text).jobs)).toEqual(["validate", "report"]);
});

test("what minimal proposes passes, by the runtime that needs nothing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "minimal-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(project, "workflows-examples/minimal/spend"), folder, { recursive: true });
  const path = join(folder, "release.yaml");
  const { gates, ...manifest } = parse(readFileSync(path, "utf8"));
  const off = { level: "off" };
  // How fast a busy machine answers is not what the example is about.
  writeFileSync(path, stringify({ ...manifest, gates: { ...gates, latency: off, throughput: off, soak: off } }));
  const { printed } = await call(folder, "validate", "release.yaml", "--champion", "release.yaml", "--json");
  const verdict = JSON.parse(printed) as {
    readonly gates: readonly { readonly gate: string; readonly status: string }[];
  };
  const passed = verdict.gates.filter(({ status }) => status === "pass").map(({ gate }) => gate);
  expect(passed).toEqual(expect.arrayContaining(["contract", "golden", "sanity", "edge", "quality", "slices"]));
  expect(verdict).toMatchObject({ status: "pass" });
});

test("what is not about the pull request leaves its workflow as it is in minimal", () => {
  const [minimal, ...others] = ["minimal", "canary-with-approval", "scheduled-reconcile", "manual-rollback"].map(
    (name) => readFileSync(join(project, `workflows-examples/${name}/.github/workflows/model-release.yml`), "utf8"),
  );
  for (const other of others) expect(other).toBe(minimal);
});

describe("every use of an action", () => {
  test("of our own names a folder with an action, and inputs that it has", () => {
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.flatMap(misuses)).toEqual([]);
  });

  test("of somebody else's is a whole commit", () => {
    const others = uses.filter((use) => ownFolder(use) === null);
    expect(others.filter(({ uses }) => !/^[\w-]+\/[\w-]+(\/[\w/-]+)?@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  });

  test("that is planted wrong is named", () => {
    const wrong = { file: "w.yml", uses: "OWNER/model-release/actions/gone@COMMIT", inputs: [] };
    const misspelt = { file: "w.yml", uses: "./actions/validate", inputs: ["device", "devise"] };
    expect([wrong, misspelt].flatMap(misuses)).toEqual(["w.yml: actions/gone is no action", "w.yml: no input devise"]);
  });
});

test("a model runs in no job that may write", () => {
  for (const file of workflowFiles()) {
    const { jobs } = parse(readFileSync(join(project, file), "utf8")) as {
      readonly jobs: Readonly<Record<string, Job>>;
    };
    for (const { permissions, steps = [] } of Object.values(jobs)) {
      const runsModel = steps.some(({ uses = "" }) => /\/(validate|setup)@/.test(uses));
      if (runsModel) expect([file, permissions]).toEqual([file, { contents: "read" }]);
    }
  }
});

function linksIn(row: string): readonly string[] {
  const [readme, ...others] = [...row.matchAll(/]\(([^)]+)\)/g)].map(([, link]) => link!);
  return [readme!, ...others.sort()];
}

/** From the folder of the examples. */
function workflowsOf(example: string): readonly string[] {
  const [folder, prefix] = ["workflows-examples/", `workflows-examples/${example}/`];
  const own = workflowFiles().filter((file) => file.startsWith(prefix));
  return own.map((file) => file.slice(folder.length)).sort();
}

interface Job {
  readonly permissions?: object;
  readonly steps?: readonly { readonly uses?: string }[];
}

function misuses(use: Use): readonly string[] {
  const folder = ownFolder(use)!;
  const path = join(project, folder, "action.yml");
  if (!existsSync(path)) return [`${use.file}: ${folder} is no action`];
  const { inputs } = readAction(readFileSync(path, "utf8"));
  return use.inputs.filter((input) => !(input in inputs)).map((input) => `${use.file}: no input ${input}`);
}
