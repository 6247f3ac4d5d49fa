import { fileDatasets } from "../../shared/adapters/dataset/datasets.ts";
import type { DataInput } from "../../shared/ports/dataset.ts";

// Reads a file of `reading_data.py` as `validate` does, and prints what tells a right answer: rows and sums.

const numbers = Array.from({ length: 18 }, (_, index) => `f${index}`);
const inputs: readonly DataInput[] = [
  { name: "features", dtype: "float32", shape: [-1, 18], features: numbers },
  { name: "country", dtype: "string", shape: [-1, 1] },
  { name: "session", dtype: "string", shape: [-1, 1] },
];
await using set = await fileDatasets().open({
  path: process.argv[2]!,
  evaluation: { task: "binary", label: "label" },
  contract: { inputs, outputs: [] },
  signature: { name: "serving_default", method: "", inputs, outputs: [] },
  slices: [],
});
let [rows, labels, sum] = [0, 0, 0];
for await (const batch of set.batches(1024)) {
  rows += batch.rows;
  labels += sumOf(batch.labels, 1);
  sum += sumOf(batch.inputs.get("features")!.data as Float32Array, numbers.length);
}
console.log([rows, labels, Math.round(sum)].join(" "));

/** A function of its own, so that what is measured is not the slow first lines of a module. */
function sumOf(values: ArrayLike<number>, stride: number): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += stride) sum += values[at]!;
  return sum;
}
