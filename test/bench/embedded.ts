import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Case, type Contestant, startContestant } from "./embedded-contestant.ts";
import { overThreads } from "./embedded-threads.ts";
import { compete } from "./measure.ts";
import { installTensorFlow } from "./peer.ts";
import type { Bench, BenchResult, BenchRow, Goal } from "./result.ts";

const CONVOLUTIONS = 2;
const SEQUENCES = 10;
/** How much of TensorFlow's CPU time each model may take; null where nothing is promised. */
const LIMITS: Readonly<Record<string, number | null>> = {
  mlp: null,
  cnn: CONVOLUTIONS,
  mobilenet: CONVOLUTIONS,
  separable: CONVOLUTIONS,
  lstm: SEQUENCES,
  transformer: SEQUENCES,
  text: null,
};
/** Each turn is as much CPU time, so that small models are called often and large ones once. */
const TURN_MS = 300;
const WARM_UP_MS = 1000;
/** The largest number in TensorFlow's answer, in units of what ours may be off: a wrong answer is never fast. */
const ACCURACY = 10_000;

interface Peers {
  readonly ours: readonly [string, ...string[]];
  readonly tensorflow: readonly [string, ...string[]];
}

/** The same SavedModels on one thread: here and in Python's TensorFlow, warm and in turn; on several threads; and one of 500 MB, loaded. */
export const bench: Bench = {
  async run({ rounds }) {
    const folder = mkdtempSync(join(tmpdir(), "embedded-"));
    try {
      const python = await installTensorFlow();
      await promisify(execFile)(python, [join(import.meta.dirname, "embedded_models.py"), folder]);
      const results: BenchResult[] = [];
      for (const name of Object.keys(LIMITS)) results.push(await compare(name, peersOf(python, folder, name), rounds));
      results.push(await overThreads(folder, rounds));
      results.push(await load(peersOf(python, folder, "large"), rounds));
      return { rows: results.flatMap(({ rows }) => rows), goals: results.flatMap(({ goals }) => goals) };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function peersOf(python: string, folder: string, name: string): Peers {
  const model = join(folder, name);
  return {
    ours: [process.execPath, join(import.meta.dirname, "embedded-child.ts"), model],
    tensorflow: [python, join(import.meta.dirname, "embedded_peer.py"), model],
  };
}

async function compare(name: string, { ours, tensorflow }: Peers, rounds: number): Promise<BenchResult> {
  const { batches }: Case = JSON.parse(readFileSync(join(ours.at(-1)!, "case.json"), "utf8"));
  await using theirs = await startContestant(tensorflow);
  try {
    await using us = await startContestant(ours);
    const results: BenchResult[] = [];
    for (const batch of batches) results.push(await inTurn(name, batch, { us, theirs, rounds }));
    return { rows: results.flatMap(({ rows }) => rows), goals: results.flatMap(({ goals }) => goals) };
  } catch (error) {
    const rate = (error as Error).message;
    const row = { name, cpuSeconds: [Number.NaN], bestCpuSeconds: Number.NaN, peakBytes: null, outputs: [], rate };
    return { rows: [row], goals: [{ goal: `${name}: answers`, measured: 0, isMet: false }] };
  }
}

interface Contest {
  readonly us: Contestant;
  readonly theirs: Contestant;
  readonly rounds: number;
}

async function inTurn(model: string, batch: number, { us, theirs, rounds }: Contest): Promise<BenchResult> {
  const difference = largestDifference(await us.answer(batch), await theirs.answer(batch));
  const seconds: [number[], number[]] = [[], []];
  for (const contestant of [us, theirs]) await contestant.spend(batch, WARM_UP_MS);
  for (let round = 0; round < rounds; round++) {
    seconds[0].push(await us.spend(batch, TURN_MS));
    seconds[1].push(await theirs.spend(batch, TURN_MS));
  }
  const [best, best2] = seconds.map((all) => Math.min(...all)) as [number, number];
  const ratio = best / best2;
  const name = `${model} × ${batch}`;
  const rows = [
    rowOf(`${name}, embedded`, seconds[0], `${ratio.toFixed(2)} × TensorFlow, ${difference.toExponential(0)} off`),
    rowOf(`${name}, TensorFlow`, seconds[1], "–"),
  ];
  return { rows, goals: goalsOf(name, { ratio, difference, limit: LIMITS[model]! }) };
}

function largestDifference(ours: Float32Array, theirs: Float32Array): number {
  if (ours.length !== theirs.length) return Number.POSITIVE_INFINITY;
  let difference = 0;
  let largest = 0;
  for (let i = 0; i < theirs.length; i++) {
    const apart = Math.abs(ours[i]! - theirs[i]!);
    // A comparison with NaN is false, so this keeps it.
    if (!(apart <= difference)) difference = apart;
    largest = Math.max(largest, Math.abs(theirs[i]!));
  }
  return difference / largest;
}

function rowOf(name: string, cpuSeconds: readonly number[], rate: string): BenchRow {
  return { name, cpuSeconds, bestCpuSeconds: Math.min(...cpuSeconds), peakBytes: null, outputs: [], rate };
}

interface Outcome {
  readonly ratio: number;
  readonly difference: number;
  readonly limit: number | null;
}

function goalsOf(name: string, { ratio, difference, limit }: Outcome): readonly Goal[] {
  const answers: Goal = {
    goal: `${name}: at most 1 in ${ACCURACY} off TensorFlow's answer`,
    measured: difference * ACCURACY,
    isMet: difference * ACCURACY <= 1,
  };
  if (limit === null) return [answers];
  return [answers, { goal: `${name}: at most ${limit} × TensorFlow`, measured: ratio, isMet: ratio <= limit }];
}

/** Start-up counts in CPU time and memory, and not in the seconds of loading. */
async function load({ ours, tensorflow }: Peers, rounds: number): Promise<BenchResult> {
  // With nothing to read, a contestant ends once it has loaded.
  const loading = (command: readonly string[]) => ["sh", "-c", 'exec "$@" </dev/null', "sh", ...command] as const;
  const measured = await compete(
    [
      { name: "load 500 MB, embedded", command: loading(ours) },
      { name: "load 500 MB, TensorFlow", command: loading(tensorflow) },
    ],
    rounds,
  );
  const rows = measured.map((row) => {
    const seconds = row.outputs.map((output): number => JSON.parse(output).loadSeconds);
    return { ...row, rate: `loaded in ${Math.min(...seconds).toFixed(2)} s` };
  });
  return { rows, goals: [] };
}
