import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileDatasets } from "../../../../shared/adapters/dataset/datasets.ts";
import { embeddedRuntime } from "../../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import type { Batch, DataInput, DatasetRequest } from "../../../../shared/ports/dataset.ts";
import { describeCorpus } from "../../../corpus.ts";
import { json, requestFor, type Scenario } from "../../evidence/quality/scenario.ts";
import { type Asked, readAll, valuesOf } from "./open-data.ts";

function scenarioIn(folder: string): Scenario {
  return json(folder, "scenario.json");
}

interface Read {
  readonly rows: number;
  readonly slices: readonly object[];
  readonly batches: readonly Batch[];
}

async function readSet(request: DatasetRequest): Promise<Read> {
  await using set = await fileDatasets().open(request);
  return { rows: set.rows, slices: set.slices, batches: await Array.fromAsync(set.batches(500)) };
}

describeCorpus("the evaluation sets of the corpus", (corpus) => {
  const root = join(corpus, "scenarios");
  const folders = readdirSync(root).filter((name) => existsSync(join(root, name, "scenario.json")));

  test.each(folders)("%s has its rows in every form alike", async (name) => {
    const scenario = scenarioIn(join(root, name));
    const files = readdirSync(join(root, name, "eval")).map((file) => join(root, name, "eval", file));
    for (const side of ["champion", "challenger"] as const) {
      const [first, ...others] = await Promise.all(files.map((path) => readSet(requestFor(path, scenario, side))));
      expect(first!.rows).toBe(scenario.dataset.rows_eval);
      expect(first!.batches.reduce((sum, { rows }) => sum + rows, 0)).toBe(scenario.dataset.rows_eval);
      for (const other of others) expect(other).toEqual(first);
    }
  });

  test("a model of examples answers for them as it did in TensorFlow", async () => {
    const folder = join(root, "l1_tfexample_improvement");
    const request = requestFor(join(folder, "eval/eval.csv"), scenarioIn(folder), "challenger");
    const { batches } = await readSet(request);
    for (const side of ["champion", "challenger"]) {
      await using model = await embeddedRuntime(localFiles()).load({
        directory: join(folder, side),
        signatureName: "serving_default",
      });
      const expected = scoresIn(join(folder, `reference/predictions_${side}.csv`));
      for (const { firstRow, inputs, rows } of batches) {
        const scores = (await model.predict(inputs)).get("score")!.data as Float32Array;
        for (let row = 0; row < rows; row++) expect(scores[row]).toBeCloseTo(expected[firstRow + row]!, 5);
      }
    }
  });
});

function scoresIn(path: string): readonly number[] {
  const [, ...lines] = readFileSync(path, "utf8").trim().split("\n");
  return lines.map((line) => Number(line.split(",")[1]));
}

describeCorpus("hostile tables", (corpus) => {
  const file = (name: string): string => join(corpus, "hostile/own", name);
  const asked = (dtype: DataInput["dtype"], features: readonly string[], label: string): Asked => ({
    inputs: [{ name: "x", dtype, shape: [-1, features.length], features }],
    evaluation: { task: "regression", label },
  });

  describe("are read for what they hold, or refused", () => {
    test.each<[string, Asked, RegExp]>([
      ["csv_bom_semicolon.csv", asked("float32", ["id"], "label"), /one field, "id;label", with ";" in it/],
      ["csv_dup_header.csv", asked("float32", ["id"], "score"), /names the column "score" twice/],
      ["csv_nan_words.csv", asked("float32", ["id"], "score"), /row 1: column "score": the label is missing/],
      ["csv_nul.csv", asked("float32", ["id"], "label"), /row 1: column "id": .* is not a number/],
      ["jsonl_crlf_blank.jsonl", asked("float32", ["id"], "label"), /there is no column "label"/],
    ])("%s", async (name, ask, message) => {
      const failure = await readAll(file(name), ask);
      expect(failure).toMatchObject({ code: "dataset-invalid", message: expect.stringMatching(message) });
    });

    test("every word that is no number is told with its row", async () => {
      const failure = await readAll(file("csv_nan_words.csv"), asked("float32", ["id"], "score"));
      const { problems } = failure as { problems: readonly { message: string }[] };
      expect(problems.map(({ message }) => message.slice(0, 5))).toEqual(
        [1, 2, 3, 4, 5, 7, 8].map((row) => `row ${row}`),
      );
    });

    test("formulas are text, lines of spaces none", async () => {
      const formulas = await readAll(file("csv_formula.csv"), asked("string", ["id"], "score"));
      expect(valuesOf(formulas)).toEqual(["=1+1", "@SUM(A1)"]);
      expect(valuesOf(await readAll(file("jsonl_crlf_blank.jsonl"), asked("float32", ["id"], "id")))).toEqual([1, 2]);
    });
  });
});
