import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { rolldown } from "rolldown";
import config from "../../rolldown.config.ts";
import { project } from "../repo/project.ts";
import { writeEvaluationRows } from "./evaluate-rows.ts";
import { measure } from "./measure.ts";
import { installTensorFlow } from "./peer.ts";
import type { Bench, BenchRow, Goal } from "./result.ts";

const MORE_ROWS = 10_000_000;
const SHARE = 0.9;
const FLAT = 1.1;
/** Below the project, where native packages are found. */
const BUNDLE = join(project, ".cache/bench/evaluate");
const CHILD = join(BUNDLE, "evaluate.js");

const CONTESTANTS = [
  { what: "reader", name: "the bare reader" },
  { what: "loop", name: "the bare loop over both signatures" },
  { what: "all", name: "read, predicted by both, measured" },
] as const;

/** With one reading takes longer, with the other predicting. */
const MODELS = [
  { name: "small model, 1 M rows", rows: 1_000_000, of: () => join(project, "fixtures/models/keras3-exported") },
  { name: "three layers of 512, 250,000 rows", rows: 250_000, of: (folder: string) => join(folder, "model") },
] as const;

/** What a child prints of itself, its models' processes apart. */
interface Run {
  readonly rows: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
}

/** Reading and both models are compared with doing both and measuring, in processes that work at the same time. */
export const bench: Bench = {
  async run({ rounds }) {
    const folder = mkdtempSync(join(tmpdir(), "evaluate-"));
    try {
      await build();
      const python = await installTensorFlow();
      await run(python, [join(import.meta.dirname, "evaluate_models.py"), join(folder, "model")]);
      const compared: Compared[] = [];
      for (const model of MODELS) compared.push(await compare(model, { folder, rounds }));
      const path = join(folder, "rows.csv");
      writeEvaluationRows(path, MORE_ROWS);
      const more = await childRun("all", path, MODELS[0].of());
      return {
        clock: "wall",
        rows: [...compared.flatMap(({ rows }) => rows), rowOf("small model, 10 M rows, measured", [more])],
        goals: [...compared.map(({ goal }) => goal), memoryGoal(compared[0]!.measured, more)],
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

const run = promisify(execFile);

/** As users run it, with the programs of its processes and threads beside it. */
async function build(): Promise<void> {
  const programs = Object.entries(config.input as Readonly<Record<string, string>>);
  const own = programs.filter(([, path]) => path.startsWith("actions/wiring/"));
  const input = { ...Object.fromEntries(own), evaluate: join(import.meta.dirname, "evaluate-child.ts") };
  await using bundle = await rolldown({ ...config, cwd: project, input });
  await bundle.write({ ...config.output, dir: BUNDLE });
}

interface Compared {
  readonly rows: readonly BenchRow[];
  readonly goal: Goal;
  readonly measured: readonly Run[];
}

async function compare(
  { name, rows, of }: (typeof MODELS)[number],
  { folder, rounds }: { readonly folder: string; readonly rounds: number },
): Promise<Compared> {
  const path = join(folder, "rows.csv");
  writeEvaluationRows(path, rows);
  const runs = CONTESTANTS.map((): Run[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { what }] of CONTESTANTS.entries()) runs[index]!.push(await childRun(what, path, of(folder)));
  }
  const measured = CONTESTANTS.map((contestant, index) => rowOf(`${name}: ${contestant.name}`, runs[index]!));
  return { rows: measured, goal: speedGoal(name, measured), measured: runs[2]! };
}

async function childRun(what: string, path: string, model: string): Promise<Run> {
  const { output } = await measure([process.execPath, CHILD, what, path, model, model]);
  return JSON.parse(output);
}

function rowOf(name: string, runs: readonly Run[]): BenchRow {
  const seconds = runs.map((run) => run.seconds);
  const best = Math.min(...seconds);
  const cpu = Math.min(...runs.map(({ cpuSeconds }) => cpuSeconds));
  const perSecond = `${(runs[0]!.rows / best / 1e6).toFixed(2)} M rows/s, own CPU ${cpu.toFixed(2)} s`;
  const peakBytes = Math.max(...runs.map((run) => run.peakBytes));
  return { name, cpuSeconds: seconds, bestCpuSeconds: best, peakBytes, outputs: [], rate: perSecond };
}

function speedGoal(name: string, [reader, loop, all]: readonly BenchRow[]): Goal {
  const slower = Math.max(reader!.bestCpuSeconds, loop!.bestCpuSeconds);
  const measured = slower / all!.bestCpuSeconds;
  return { goal: `${name}: at least ${SHARE} × the slower of reader and loop`, measured, isMet: measured >= SHARE };
}

function memoryGoal(small: readonly Run[], large: Run): Goal {
  const measured = large.peakBytes / Math.max(...small.map(({ peakBytes }) => peakBytes));
  return { goal: `memory of 10 M rows over that of 1 M, at most ${FLAT}`, measured, isMet: measured <= FLAT };
}
