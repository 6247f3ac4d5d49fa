import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Contestant, startContestant } from "./embedded-contestant.ts";
import { compete } from "./measure.ts";
import { installTensorFlow } from "./peer.ts";
import type { Bench, BenchResult, BenchRow, Goal } from "./result.ts";

const MODELS = ["mlp", "cnn", "text"];
const BATCHES = [1, 1024];
const TURN_MS = 300;
const WARM_UP_MS = 1000;
/**
 * What a process of its own may cost: milliseconds where one row is asked for, a share of the time where many are, as
 * when a data set is read: the next batch is sent while the last is computed.
 */
const OVERHEAD_MS = 0.1;
const OVERHEAD_SHARE = 0.05;
/** Python's time over ours, where many rows are asked for. */
const THROUGHPUT = 0.95;
/** One thread each, as all of them share the processors with one another and with others. */
const THREADS = { TF_NUM_INTRAOP_THREADS: "1", TF_NUM_INTEROP_THREADS: "1", OMP_NUM_THREADS: "1" };

type Command = readonly [string, ...string[]];

/** The same SavedModels by the same TensorFlow: in this process, in one of its own, and in Python. */
export const bench: Bench = {
  async run({ rounds }) {
    Object.assign(process.env, THREADS);
    const folder = mkdtempSync(join(tmpdir(), "native-"));
    try {
      const python = await installTensorFlow();
      await promisify(execFile)(python, [join(import.meta.dirname, "native_models.py"), folder]);
      const results: BenchResult[] = [];
      for (const model of MODELS) results.push(await compare(commandsFor(python, join(folder, model)), model, rounds));
      results.push(await load(commandsFor(python, join(folder, "large")), rounds));
      return {
        clock: "wall",
        rows: results.flatMap(({ rows }) => rows),
        goals: results.flatMap(({ goals }) => goals),
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function commandsFor(python: string, model: string): readonly Command[] {
  const ours = (place: string): Command => [
    process.execPath,
    join(import.meta.dirname, "native-child.ts"),
    place,
    model,
  ];
  const theirs: Command = [python, join(import.meta.dirname, "native_peer.py"), model];
  return [...["here", "apart", "ahead", "rested"].map(ours), theirs];
}

async function compare(commands: readonly Command[], model: string, rounds: number): Promise<BenchResult> {
  await using contestants = new AsyncDisposableStack();
  const all: Contestant[] = [];
  for (const command of commands) all.push(contestants.use(await startContestant(command)));
  const results: BenchResult[] = [];
  for (const batch of BATCHES) results.push(await inTurn(`${model} × ${batch}`, { all, batch, rounds }));
  return { rows: results.flatMap(({ rows }) => rows), goals: results.flatMap(({ goals }) => goals) };
}

interface Contest {
  readonly all: readonly Contestant[];
  readonly batch: number;
  readonly rounds: number;
}

async function inTurn(name: string, { all, batch, rounds }: Contest): Promise<BenchResult> {
  const answers = await Promise.all(all.map((contestant) => contestant.answer(batch)));
  const seconds = all.map((): number[] => []);
  for (const contestant of all) await contestant.spend(batch, WARM_UP_MS);
  for (let round = 0; round < rounds; round++) {
    for (const [index, contestant] of all.entries()) seconds[index]!.push(await contestant.spend(batch, TURN_MS));
  }
  const [here, apart, ahead, , python] = seconds.map((each) => Math.min(...each)) as unknown as Five;
  const rate = (best: number) => `${Math.round(batch / best)} rows/s`;
  const rows = [
    rowOf(`${name}, in this process`, seconds[0]!, rate(here)),
    rowOf(`${name}, in its own`, seconds[1]!, rate(apart)),
    rowOf(`${name}, in its own, asked ahead`, seconds[2]!, rate(ahead)),
    rowOf(`${name}, in this process, rested`, seconds[3]!, ""),
    rowOf(`${name}, Python`, seconds[4]!, rate(python)),
  ];
  return { rows, goals: [sameAnswers(name, answers), ...goalsOf(name, batch, { here, apart, ahead, python })] };
}

type Five = readonly [number, number, number, number, number];

interface Best {
  readonly here: number;
  readonly apart: number;
  readonly ahead: number;
  readonly python: number;
}

function goalsOf(name: string, batch: number, { here, apart, ahead, python }: Best): readonly Goal[] {
  const overheadMs = (apart - here) * 1000;
  if (batch === 1) {
    return [
      goal(`${name}: a process of its own costs at most ${OVERHEAD_MS} ms`, overheadMs, overheadMs <= OVERHEAD_MS),
      goal(`${name}: at most Python's time, process included`, apart / python, apart <= python),
    ];
  }
  const share = ahead / here - 1;
  return [
    goal(`${name}: a process of its own costs at most ${100 * OVERHEAD_SHARE} %`, 100 * share, share <= OVERHEAD_SHARE),
    goal(`${name}: at least ${THROUGHPUT} × Python's rows/s`, python / ahead, python / ahead >= THROUGHPUT),
  ];
}

/** The same TensorFlow on the same numbers: whoever is fast and wrong has lost. */
function sameAnswers(name: string, [first, ...others]: readonly Float32Array[]): Goal {
  const scale = first!.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const off = others.map((other) => {
    const isWhole = other.length === first!.length;
    return isWhole ? other.reduce((far, value, at) => Math.max(far, Math.abs(value - first![at]!)), 0) : Infinity;
  });
  const measured = Math.max(...off) / scale;
  return goal(`${name}: at most 1e-5 off Python's answer`, measured, measured <= 1e-5);
}

function goal(goal: string, measured: number, isMet: boolean): Goal {
  return { goal, measured, isMet };
}

function rowOf(name: string, seconds: readonly number[], rate: string): BenchRow {
  return { name, cpuSeconds: seconds, bestCpuSeconds: Math.min(...seconds), peakBytes: null, outputs: [], rate };
}

/** Start-up counts in CPU time and memory, and not in the seconds of loading. */
async function load([here, apart, , , python]: readonly Command[], rounds: number): Promise<BenchResult> {
  // With nothing to read, a contestant ends once it has loaded.
  const loading = (command: Command): Command => ["sh", "-c", 'exec "$@" </dev/null', "sh", ...command];
  const measured = await compete(
    [
      { name: "load 500 MB, in this process", command: loading(here!) },
      { name: "load 500 MB, in its own", command: loading(apart!) },
      { name: "load 500 MB, Python", command: loading(python!) },
    ],
    rounds,
  );
  const rows = measured.map((row) => {
    const seconds = row.outputs.map((output): number => JSON.parse(output).loadSeconds);
    return { ...row, rate: `loaded in ${Math.min(...seconds).toFixed(2)} s` };
  });
  return { rows, goals: [] };
}
