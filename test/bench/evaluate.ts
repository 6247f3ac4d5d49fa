import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { project } from "../repo/project.ts";
import { writeEvaluationRows } from "./evaluate-rows.ts";
import { measure } from "./measure.ts";
import type { Bench, BenchRow, Goal } from "./result.ts";

const ROWS = 1_000_000;
const MORE_ROWS = 10_000_000;
const SHARE = 0.9;
const FLAT = 1.1;
const MODEL = join(project, "fixtures/models/keras3-exported");

const CONTESTANTS = [
  { what: "reader", name: "the bare reader" },
  { what: "loop", name: "the bare loop over both signatures" },
  { what: "all", name: "read, predicted by both, measured" },
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
      const path = join(folder, "rows.csv");
      writeEvaluationRows(path, ROWS);
      const runs = CONTESTANTS.map((): Run[] => []);
      for (let round = 0; round < rounds; round++) {
        for (const [index, { what }] of CONTESTANTS.entries()) runs[index]!.push(await childRun(what, path));
      }
      writeEvaluationRows(path, MORE_ROWS);
      const more = await childRun("all", path);
      const rows = CONTESTANTS.map(({ name }, index) => rowOf(`${name}, 1 M rows`, runs[index]!));
      return {
        clock: "wall",
        rows: [...rows, rowOf("the same, 10 M rows", [more])],
        goals: [speedGoal(rows), memoryGoal(runs[2]!, more)],
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

async function childRun(what: string, path: string): Promise<Run> {
  const child = join(import.meta.dirname, "evaluate-child.ts");
  const { output } = await measure([process.execPath, child, what, path, MODEL, MODEL]);
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

function speedGoal([reader, loop, all]: readonly BenchRow[]): Goal {
  const slower = Math.max(reader!.bestCpuSeconds, loop!.bestCpuSeconds);
  const measured = slower / all!.bestCpuSeconds;
  return { goal: `at least ${SHARE} × the slower of reader and loop`, measured, isMet: measured >= SHARE };
}

function memoryGoal(small: readonly Run[], large: Run): Goal {
  const measured = large.peakBytes / Math.max(...small.map(({ peakBytes }) => peakBytes));
  return { goal: `memory of 10 M rows over that of 1 M, at most ${FLAT}`, measured, isMet: measured <= FLAT };
}
