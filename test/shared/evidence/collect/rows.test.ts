import { expect, test } from "vitest";
import { measureRows, type ScoreSink } from "../../../../shared/evidence/collect/rows.ts";
import { notPossible } from "../../../../shared/evidence/unmeasured.ts";
import { Failure } from "../../../../shared/failure.ts";
import type { Dataset } from "../../../../shared/ports/dataset.ts";
import { fakeDatasets } from "../../../fakes/datasets.ts";
import { fastModel } from "../../../fakes/fast-model.ts";
import { silentLog } from "../../../fakes/log.ts";

const inputs = [{ name: "x", dtype: "float32", shape: [-1, 1] }] as const;
const contract = { inputs, outputs: [{ name: "x", dtype: "float32", shape: [-1, 1] }], evolution: "backward" } as const;
const evaluation = {
  task: "binary",
  dataset: { uri: "rows.csv" },
  label: "y",
  threshold: 0.5,
  minRows: 100,
  minPerClass: 20,
} as const;
const full = new Failure("out-of-space", "the disk is full", { fix: "Free space." });

test.each<[string, Partial<ScoreSink>]>([
  ["while the rows are scored", { add: () => Promise.reject(full) }],
  ["once all of them are", { finish: () => Promise.reject(full) }],
])("a disk that is full %s leaves the quality unmeasured, and what is known without it", async (_, broken) => {
  const sink: ScoreSink = { add: async () => {}, finish: async () => notPossible("nothing was asked"), ...broken };
  await using dataset = await threeRows();
  const challenger = { model: fastModel(), contract, evaluation, dataset: null };
  const measured = await measureRows({ dataset, challenger, champion: null, sink }, silentLog);
  expect(measured).toMatchObject({
    fault: full,
    quality: { unmeasured: "notPossible", reason: "the disk is full" },
    sanity: { rows: 3 },
  });
  expect(measured.baseline).toHaveProperty("predictions");
});

test("what is no Failure is a defect, which nothing hides", async () => {
  const sink: ScoreSink = { add: async () => {}, finish: () => Promise.reject(new TypeError("x is not a function")) };
  await using dataset = await threeRows();
  const challenger = { model: fastModel(), contract, evaluation, dataset: null };
  await expect(measureRows({ dataset, challenger, champion: null, sink }, silentLog)).rejects.toThrow(TypeError);
});

function threeRows(): Promise<Dataset> {
  const files = { "rows.csv": [0.1, 0.5, 0.9].map((x) => ({ x, y: 1 })) };
  return fakeDatasets({ files }).open({
    path: "rows.csv",
    evaluation,
    contract,
    signature: { name: "serving_default", method: "", inputs: [...inputs], outputs: [] },
    slices: [],
  });
}
