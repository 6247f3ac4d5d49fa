import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { localFiles } from "../../shared/adapters/files/files.ts";
import type { Emulator } from "../../shared/emulator/emulator.ts";
import { project } from "../repo/project.ts";
import { clientsOf, created, deployed, PARENT, put, type Running } from "../shared/emulator/running.ts";
import type { Bench, BenchRow } from "./result.ts";

const MODEL = join(project, "fixtures/models/keras3-exported");
const PREDICTIONS = 4000;
const IN_FLIGHT = 32;
const GOAL_PER_SECOND = 1000;
const GOAL_START_SECONDS = 2;
const ROW = { listValue: { values: [1, 2, 3].map((numberValue) => ({ numberValue })) } };

/** How soon the command answers, and how many predictions of a small model a second; the asking shares the machine. */
export const bench: Bench = {
  async run({ rounds }) {
    const rows = { start: [] as number[], one: [] as number[], many: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      const startedMs = performance.now();
      await using at = await started();
      rows.start.push((performance.now() - startedMs) / 1000);
      const predict = await predictor(at);
      await asked(predict, 200, IN_FLIGHT);
      rows.one.push(await asked(predict, PREDICTIONS / 8, 1));
      rows.many.push(await asked(predict, PREDICTIONS, IN_FLIGHT));
    }
    const perSecond = PREDICTIONS / Math.min(...rows.many);
    const start = Math.min(...rows.start);
    return {
      clock: "wall",
      rows: [
        row("start, until the ready line", rows.start, 1),
        row("predictions, one at a time", rows.one, PREDICTIONS / 8),
        row(`predictions, ${IN_FLIGHT} in flight`, rows.many, PREDICTIONS),
      ],
      goals: [
        { goal: `at least ${GOAL_PER_SECOND} predictions/s`, measured: perSecond, isMet: perSecond >= GOAL_PER_SECOND },
        { goal: `starts in ${GOAL_START_SECONDS} s`, measured: start, isMet: start <= GOAL_START_SECONDS },
      ],
    };
  },
};

function row(name: string, seconds: readonly number[], count: number): BenchRow {
  const best = Math.min(...seconds);
  const rate = count === 1 ? "–" : `${Math.round(count / best)}/s`;
  return { name, cpuSeconds: seconds, bestCpuSeconds: best, peakBytes: null, outputs: [], rate };
}

async function started(): Promise<Running> {
  const command = [join(project, "actions/release/main.ts"), "emulator"];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "ignore"] });
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const emulator: Emulator = {
    ...(JSON.parse(line) as Pick<Emulator, "vertex" | "storage">),
    requests: () => [],
    servedDigest: () => null,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
  return { emulator, ...clientsOf(emulator) };
}

async function predictor(at: Running): Promise<() => Promise<unknown>> {
  for (const { path } of await localFiles().list(MODEL)) {
    await put(at.emulator.storage, `dense/${path}`, readFileSync(join(MODEL, path)));
  }
  const model = { displayName: "dense", artifactUri: "gs://models/dense" };
  const [operation] = await at.models.uploadModel({ parent: PARENT, modelId: "dense", model });
  const [{ model: name }] = await operation.promise();
  const endpoint = await created(at, "bench");
  await deployed(at, endpoint, { id: "1", model: name!, split: { 0: 100 } });
  return () => at.predictions.predict({ endpoint, instances: [ROW] });
}

/** Seconds for so many. */
async function asked(predict: () => Promise<unknown>, count: number, inFlight: number): Promise<number> {
  let left = count;
  const startedMs = performance.now();
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await predict();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return (performance.now() - startedMs) / 1000;
}
