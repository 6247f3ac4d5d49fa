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

/** So often each model is asked where models are to be slower than the reader, as most are. */
const TIMES = 8;

const CONTESTANTS = [
  { what: "reader", times: 1, name: "the bare reader" },
  { what: "loop", times: 1, name: "the bare loop over both signatures" },
  { what: "all", times: 1, name: "read, predicted by both, measured" },
  { what: "loop", times: TIMES, name: `the bare loop, each asked ${TIMES} times` },
  { what: "all", times: TIMES, name: `all of it, each asked ${TIMES} times` },
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
        for (const [index, contestant] of CONTESTANTS.entries()) runs[index]!.push(await childRun(contestant, path));
      }
      writeEvaluationRows(path, MORE_ROWS);
      const more = await childRun(CONTESTANTS[2], path);
      const rows = CONTESTANTS.map(({ name }, index) => rowOf(`${name}, 1 M rows`, runs[index]!));
      return {
        clock: "wall",
        rows: [...rows, rowOf(`${CONTESTANTS[2].name}, 10 M rows`, [more])],
        goals: [...speedGoals(rows), memoryGoal(runs[2]!, more)],
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

async function childRun({ what, times }: (typeof CONTESTANTS)[number], path: string): Promise<Run> {
  const child = join(import.meta.dirname, "evaluate-child.ts");
  const { output } = await measure([process.execPath, child, what, String(times), path, MODEL, MODEL]);
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

function speedGoals([reader, loop, all, slowLoop, slowAll]: readonly BenchRow[]): readonly Goal[] {
  const goalOf = (goal: string, alone: BenchRow, together: BenchRow): Goal => {
    const measured = Math.max(reader!.bestCpuSeconds, alone.bestCpuSeconds) / together.bestCpuSeconds;
    return { goal, measured, isMet: measured >= SHARE };
  };
  return [
    goalOf(`at least ${SHARE} × the slower of reader and loop`, loop!, all!),
    goalOf(`at least ${SHARE} × the slower of both, each asked ${TIMES} times`, slowLoop!, slowAll!),
  ];
}

function memoryGoal(small: readonly Run[], large: Run): Goal {
  const measured = large.peakBytes / Math.max(...small.map(({ peakBytes }) => peakBytes));
  return { goal: `memory of 10 M rows over that of 1 M, at most ${FLAT}`, measured, isMet: measured <= FLAT };
}
