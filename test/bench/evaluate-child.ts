import { runtimeFor } from "../../actions/wiring/runtimes.ts";
import { fileDatasets } from "../../shared/adapters/dataset/datasets.ts";
import { fileSpill } from "../../shared/adapters/files/spill.ts";
import { measureRows } from "../../shared/evidence/collect/rows.ts";
import { qualityMeter } from "../../shared/evidence/quality/meter.ts";
import type { Dataset } from "../../shared/ports/dataset.ts";
import type { LoadedModel } from "../../shared/ports/runtime.ts";
import type { NamedTensors } from "../../shared/ports/tensor.ts";
import { sliceRequests } from "../../shared/release/predicates/slices.ts";
import { silentLog } from "../fakes/log.ts";

// Reads rows, asks both models for them, or does both and measures: as `validate` does it. Prints seconds and bytes.

/** As many rows of a table as are scored at a time. */
const BATCH = 4096;
const [, , what, path, modelA, modelB] = process.argv as [
  string,
  string,
  "reader" | "loop" | "all",
  string,
  string,
  string,
];

const slices = ["x0 > 0", { by: "segment" }];
const evaluation = {
  task: "binary",
  dataset: { uri: path },
  label: "label",
  threshold: 0.5,
  primaryMetric: "auc",
  minRows: 100,
  minPerClass: 20,
  slices,
} as const;
const inputs = [{ name: "x", dtype: "float32", shape: [-1, 3], features: ["x0", "x1", "x2"] }] as const;
const contract = {
  inputs,
  outputs: [{ name: "output_0", dtype: "float32", shape: [-1, 1] }],
  evolution: "backward",
} as const;

await using challenger = await loaded(modelA);
await using champion = await loaded(modelB);
let began = now();
await using set = await fileDatasets().open({
  path,
  evaluation,
  contract,
  signature: challenger.signature,
  slices: sliceRequests({ slices }),
});
const rows = await { reader: read, loop, all }[what](set);
const { user, system } = process.cpuUsage(began.cpu);
const seconds = (performance.now() - began.ms) / 1000;
console.log(
  JSON.stringify({
    rows,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);

function now() {
  return { ms: performance.now(), cpu: process.cpuUsage() };
}

async function loaded(directory: string): Promise<LoadedModel> {
  const runtime = await runtimeFor({ runtime: "embedded" }, silentLog);
  return runtime.load({ directory, signatureName: "serving_default" });
}

async function read(dataset: Dataset): Promise<number> {
  let count = 0;
  for await (const batch of dataset.batches(BATCH)) count += batch.rows;
  return count;
}

/** The same rows over and over, so that nothing is read. */
async function loop(dataset: Dataset): Promise<number> {
  const batches: NamedTensors[] = [];
  for await (const batch of dataset.batches(BATCH)) if (batches.push(batch.inputs) === 16) break;
  began = now();
  for (let done = 0; done < dataset.rows; done += BATCH) {
    const batch = batches[(done / BATCH) % batches.length]!;
    await Promise.all([challenger.predict(batch), champion.predict(batch)]);
  }
  return dataset.rows;
}

async function all(dataset: Dataset): Promise<number> {
  using spill = fileSpill();
  const question = {
    evaluation,
    slices: dataset.slices,
    gates: { slices: { minRows: 200, minPerClass: 10, maxLoss: 0.02, alpha: 0.05 } },
    seed: 1,
  };
  const sink = qualityMeter(question, { spill });
  const scorer = { contract, evaluation, dataset: null };
  const { quality } = await measureRows(
    { dataset, challenger: { ...scorer, model: challenger }, champion: { ...scorer, model: champion }, sink },
    silentLog,
  );
  if ("unmeasured" in quality || quality.metrics.auc?.difference === null) throw new Error("nothing was measured");
  return quality.rows;
}
