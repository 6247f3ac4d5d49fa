import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { project } from "../repo/project.ts";
import { enlarged } from "./large-graph.ts";
import { compete, type Measured } from "./measure.ts";
import type { Bench, Goal } from "./result.ts";

const GRAPH_BYTES = 10e6;
const WEIGHT_BYTES = 2 ** 30;
const GOAL_SECONDS = 0.1;
const GOAL_START_RATIO = 4;
const GOAL_MEMORY_RATIO = 1.1;

/** A small model, the same with a graph of 10 MB, the same with 1 GiB of weights; and how fast the command line starts. */
export const bench: Bench = {
  async run({ rounds }) {
    const folder = mkdtempSync(join(tmpdir(), "inspect-"));
    try {
      const main = join(project, "actions/dist/model-release.js");
      const inspect = (model: string) => [process.execPath, main, "inspect", model] as const;
      const measured = await compete(
        [
          { name: "bare Node", command: [process.execPath, "--eval", "0"] },
          { name: "model-release --version", command: [process.execPath, main, "--version"] },
          { name: "inspect a small model", command: inspect(modelIn(folder, "small")) },
          { name: "inspect a graph of 10 MB", command: inspect(withLargeGraph(modelIn(folder, "graph"))) },
          { name: "inspect 1 GiB of weights", command: inspect(withLargeWeights(modelIn(folder, "weights"))) },
        ],
        rounds,
      );
      return { rows: measured.map((row) => ({ ...row, rate: "–" })), goals: goalsOf(measured) };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function modelIn(folder: string, name: string): string {
  const model = join(folder, name);
  cpSync(join(project, "fixtures/models/keras3-exported"), model, { recursive: true });
  return model;
}

function withLargeGraph(model: string): string {
  const path = join(model, "saved_model.pb");
  writeFileSync(path, enlarged(readFileSync(path), GRAPH_BYTES));
  return model;
}

/** Bytes behind the last tensor, which TensorFlow accepts. */
function withLargeWeights(model: string): string {
  truncateSync(join(model, "variables/variables.data-00000-of-00001"), WEIGHT_BYTES);
  return model;
}

function goalsOf([bare, version, small, graph, weights]: readonly Measured[]): readonly Goal[] {
  const start = version!.bestCpuSeconds / bare!.bestCpuSeconds;
  const beyond = graph!.bestCpuSeconds - small!.bestCpuSeconds;
  const goals: Goal[] = [
    { goal: `--version at most ${GOAL_START_RATIO} × bare Node`, measured: start, isMet: start <= GOAL_START_RATIO },
    { goal: "10 MB of graph at most 0.10 s beyond a small model", measured: beyond, isMet: beyond <= GOAL_SECONDS },
  ];
  if (small!.peakBytes === null || weights!.peakBytes === null) return goals;
  const memory = weights!.peakBytes / small!.peakBytes;
  const isMet = memory <= GOAL_MEMORY_RATIO;
  return [
    ...goals,
    { goal: `1 GiB of weights takes at most ${GOAL_MEMORY_RATIO} × the memory`, measured: memory, isMet },
  ];
}
