import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { project } from "../../../repo/project.ts";
import { call } from "../call.ts";
import { scratchWithModel } from "../scratch.ts";

const WORKFLOW = ".github/workflows/model-release.yml";
const ROWS = ["--dataset", "spend/eval.csv", "--task", "regression", "--label", "spend"];
const FEATURES = ["--features", "visits,basket,tenure"];

describe("a repository with a model and rows", () => {
  test("is begun with all that it needs, and validates at once", async () => {
    const folder = repository();
    const { exitCode, printed } = await call(folder, "init", "spend", ...ROWS, ...FEATURES);
    expect(exitCode).toBe(0);
    expect(printed.split("\n").slice(0, 6)).toEqual([
      "spend/artifact is the model",
      "  written spend/release.yaml",
      "  written spend/golden.jsonl",
      `  written ${WORKFLOW}`,
      "  written .github/CODEOWNERS",
      "what is left for you",
    ]);
    expect(readFileSync(join(folder, WORKFLOW), "utf8")).toBe(example(WORKFLOW));
    const owners = example(".github/CODEOWNERS").replace("**/eval.csv", "/spend/eval.csv");
    expect(readFileSync(join(folder, ".github/CODEOWNERS"), "utf8")).toBe(owners);
    speedOff(folder);
    const validated = await call(folder, "validate", "spend/release.yaml", "--json");
    const { gates } = JSON.parse(validated.printed);
    const statuses = Object.fromEntries(gates.map(({ gate, status }: Record<string, string>) => [gate, status]));
    expect(statuses).toMatchObject({ contract: "pass", golden: "pass", sanity: "pass", quality: "skipped" });
  });

  test("has golden cases that say whose answers they are", async () => {
    const folder = repository();
    const { printed } = await call(folder, "init", "spend", ...ROWS, ...FEATURES, "--json");
    const { digest, written, kept } = JSON.parse(printed);
    expect(kept).toEqual([]);
    expect(written).toHaveLength(4);
    const cases = readFileSync(join(folder, "spend/golden.jsonl"), "utf8").trimEnd().split("\n");
    const [first] = cases.map((line) => JSON.parse(line));
    expect(cases).toHaveLength(8);
    expect(first).toMatchObject({ instances: [[2.39, 0.9, 2.71]], recordedFrom: digest });
    expect(first.predictions[0][0]).toBeCloseTo(0.1557, 4);
    const { evaluation, contract } = parse(readFileSync(join(folder, "spend/release.yaml"), "utf8"));
    expect(evaluation).toEqual({ task: "regression", dataset: { uri: "eval.csv" }, label: "spend" });
    expect(contract.inputs[0].features).toEqual(["visits", "basket", "tenure"]);
  });
});

test("without rows a manifest that pack would write, and no golden cases", async () => {
  const folder = scratchWithModel();
  const { printed } = await call(folder, "init", "--json");
  expect(JSON.parse(printed).written).toEqual(["release.yaml", WORKFLOW, ".github/CODEOWNERS"]);
  await call(folder, "pack", "artifacts/churn", "--out", "packed.yaml");
  const [begun, packed] = ["release.yaml", "packed.yaml"].map((name) => readFileSync(join(folder, name), "utf8"));
  expect(begun).toBe(packed);
});

test("what is there stays as it is, wherever GitHub looks for it", async () => {
  const folder = repository();
  const mine: Readonly<Record<string, string>> = {
    "spend/release.yaml": "mine",
    "spend/golden.jsonl": "my cases",
    [WORKFLOW]: "my workflow",
    "docs/CODEOWNERS": "* @me",
  };
  for (const [path, text] of Object.entries(mine)) writeInto(folder, path, text);
  const { printed } = await call(folder, "init", "spend", ...ROWS, ...FEATURES, "--json");
  expect(JSON.parse(printed)).toMatchObject({ written: [], kept: Object.keys(mine) });
  for (const [path, text] of Object.entries(mine)) expect(readFileSync(join(folder, path), "utf8")).toBe(text);
  expect(existsSync(join(folder, ".github/CODEOWNERS"))).toBe(false);
});

describe("is refused, and nothing is written,", () => {
  test.each([
    ["without a model", ["docs"], "artifact-missing", "holds no SavedModel"],
    ["with two, of which none is named", ["."], "usage", "holds 2 SavedModels"],
    ["with rows of no label", ["spend", "--dataset", "spend/eval.csv"], "usage", "task and label are not given"],
    ["with a label of no rows", ["spend", "--label", "spend"], "usage", "none is given"],
    ["with a task that is none", ["spend", ...ROWS.with(3, "guess")], "usage", '"guess", not'],
    [
      "with too few columns",
      ["spend", ...ROWS, "--features", "visits"],
      "usage",
      "names 1 columns, and the model takes 3",
    ],
    ["with a column that is not there", ["spend", ...ROWS, "--features", "a,b,c"], "dataset-invalid", ""],
    ["with rows that are not there", ["spend", ...ROWS.with(1, "gone.csv"), ...FEATURES], "file-missing", "gone.csv"],
  ])("%s", async (_, words, code, message) => {
    const folder = repository();
    mkdirSync(join(folder, "docs"));
    cpSync(join(folder, "spend/artifact"), join(folder, "other/artifact"), { recursive: true });
    await expect(call(folder, "init", ...words)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
    expect(readdirSync(join(folder, "spend")).sort()).toEqual(["artifact", "eval.csv"]);
    expect(existsSync(join(folder, ".github"))).toBe(false);
  });

  test("with a model that is not safe to ask", async () => {
    const folder = scratchWithModel("unsafe-write-at-load");
    writeFileSync(join(folder, "rows.csv"), "x,y\n1,2\n");
    const words = ["init", "--dataset", "rows.csv", "--task", "regression", "--label", "y"];
    await expect(call(folder, ...words)).rejects.toMatchObject({ code: "artifact-refused" });
    expect(existsSync(join(folder, "release.yaml"))).toBe(false);
  });
});

/** A model with its rows in a folder of a repository. */
function repository(): string {
  const folder = mkdtempSync(join(tmpdir(), "init-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  for (const name of ["artifact", "eval.csv"])
    cpSync(join(project, "workflows-examples/minimal/spend", name), join(folder, "spend", name), { recursive: true });
  return folder;
}

function speedOff(folder: string): void {
  const path = join(folder, "spend/release.yaml");
  const text = readFileSync(path, "utf8").replaceAll(/^( +(?:latency|soak)): .*$/gm, '$1: {level: "off"}');
  writeFileSync(path, text.replace("gates:\n", 'gates:\n  throughput: {level: "off"}\n'));
}

function example(path: string): string {
  return readFileSync(join(project, "workflows-examples/minimal", path), "utf8");
}

function writeInto(folder: string, path: string, text: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}
