import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { project } from "../repo/project.ts";
import { type Measured, measure } from "./measure.ts";
import { installPeer } from "./peer.ts";
import type { Bench, BenchRow } from "./result.ts";

interface Model {
  readonly folder: string;
  readonly isUnsafe: boolean;
}

interface Scanner {
  readonly name: string;
  command(folder: string): readonly string[];
  flags(output: string): boolean;
}

/** Each scanner over the same SavedModels: what it finds among the unsafe, what it flags among the harmless. */
export const bench: Bench = {
  async run() {
    const corpus = process.env.MODEL_RELEASE_CORPUS;
    if (corpus === undefined) throw new Error("this bench needs MODEL_RELEASE_CORPUS");
    const models = modelsIn(corpus);
    const rows: BenchRow[] = [];
    for (const scanner of await scanners()) rows.push(await score(scanner, models));
    const [found, unsafe, flagged] = rows[0]!.rate.match(/\d+/g)!.map(Number);
    return {
      rows,
      goals: [
        { goal: `model-release finds all ${unsafe} unsafe models`, measured: found!, isMet: found === unsafe },
        { goal: "model-release flags no harmless model", measured: flagged!, isMet: flagged === 0 },
      ],
    };
  },
};

// A TensorRT engine and a forest of TF Decision Forests need custom operators, which fail by rule.
const CUSTOM = /decision-forests|gpu_trt/;

function modelsIn(corpus: string): readonly Model[] {
  const folders = (group: string, inside: readonly string[]) =>
    readdirSync(join(corpus, group)).flatMap((name) => inside.map((part) => join(corpus, group, name, part)));
  const harmless = [
    ...folders("savedmodels", ["model"]),
    ...folders("generated", ["model"]),
    ...folders("scenarios", ["champion", "challenger"]),
  ].filter((folder) => !CUSTOM.test(folder));
  const readable = (folder: string) => ["pb", "pbtxt"].some((form) => existsSync(join(folder, `saved_model.${form}`)));
  return [
    ...folders("unsafe/savedmodel_generated", ["model"]).map((folder) => ({ folder, isUnsafe: true })),
    ...harmless.map((folder) => ({ folder, isUnsafe: false })),
  ].filter(({ folder }) => readable(folder));
}

async function scanners(): Promise<readonly Scanner[]> {
  const modelscan = await installPeer("modelscan", ["modelscan[tensorflow]==0.8.8"]);
  const modelaudit = await installPeer("modelaudit", ["modelaudit==0.2.54"]);
  return [
    {
      name: "model-release inspect",
      command: (folder) => [
        process.execPath,
        join(project, "actions/dist/model-release.js"),
        "inspect",
        folder,
        "--json",
      ],
      flags: (output) => JSON.parse(output).safety.status === "fail",
    },
    {
      name: "modelscan 0.8.8",
      command: (folder) => [modelscan, "scan", "-r", "json", "-p", folder],
      flags: (output) => !/"total_issues": 0\b/.test(output),
    },
    {
      name: "modelaudit 0.2.54",
      command: (folder) => [modelaudit, "scan", "--format", "json", folder],
      flags: (output) => /"severity": "(critical|error)"/.test(output),
    },
  ];
}

async function score({ name, command, flags }: Scanner, models: readonly Model[]): Promise<BenchRow> {
  let found = 0;
  let flagged = 0;
  let cpuSeconds = 0;
  let peakBytes: number | null = null;
  for (const { folder, isUnsafe } of models) {
    // A scanner that finds something exits with an error of its own.
    const usage = await measure(["sh", "-c", '"$@" 2>&- || true', "sh", ...command(folder)]);
    cpuSeconds += usage.cpuSeconds;
    if (usage.peakBytes !== null) peakBytes = Math.max(peakBytes ?? 0, usage.peakBytes);
    if (!flags(usage.output)) continue;
    if (isUnsafe) found += 1;
    else flagged += 1;
  }
  const measured: Measured = { name, cpuSeconds: [cpuSeconds], bestCpuSeconds: cpuSeconds, peakBytes, outputs: [] };
  const unsafe = models.filter(({ isUnsafe }) => isUnsafe).length;
  const rate = `${found} of ${unsafe} unsafe found, ${flagged} of ${models.length - unsafe} harmless flagged`;
  return { ...measured, rate };
}
