import { afterAll, describe, expect, test } from "vitest";
import type { DatasetRequest } from "../../../../shared/ports/dataset.ts";
import { dataFolder, writeParquet } from "../../../contract/data-files.ts";
import { type Asked, laidDown, readAll } from "./open-data.ts";

const { folder, remove } = dataFolder();
afterAll(remove);

type Output = DatasetRequest["contract"]["outputs"][number];
type Task = DatasetRequest["evaluation"]["task"];

const asked = (task: Task, output?: Partial<Output>): Asked => ({
  evaluation: { task },
  outputs: output === undefined ? [] : [{ name: "p", shape: [-1, 1], ...output }],
});
const BINARY = asked("binary");
const NAMED = asked("binary", { labels: ["stays", "leaves"] });
const DIGITS = asked("multiclass", { shape: [-1, 10] });
const PETS = asked("multiclass", { shape: [-1, 3], labels: ["cat", "dog", "eel"] });
const TARGET = asked("regression");

function labelled(label: string, ask: Asked): ReturnType<typeof readAll> {
  return readAll(laidDown(folder, ".csv", `x,y\n1,${label}\n`), ask);
}

describe("labels", () => {
  test.each<[string, string, Asked, number]>([
    ["the first of two classes", "0", BINARY, 0],
    ["the second", "1", BINARY, 1],
    ["a class written as a float", "1.0", BINARY, 1],
    ["a truth value", "True", BINARY, 1],
    ["a name", "leaves", NAMED, 1],
    ["an index where there are names", "1", NAMED, 1],
    ["a truth value where there are names", "false", NAMED, 0],
    ["the last of many classes", "9", DIGITS, 9],
    ["a name of many", "eel", PETS, 2],
    ["an index of many names", "2", PETS, 2],
    ["a name that is a number, and not its index", "7", asked("multiclass", { labels: ["3", "7"] }), 1],
    ["such a name as a float", "7.0", asked("multiclass", { labels: ["3", "7"] }), 1],
    ["a quoted name with a comma", '"a,b"', asked("multiclass", { labels: ["a,b", "c"] }), 0],
    ["a target", "-1.5e3", TARGET, -1500],
    ["a class of as many as nobody says", "1000", asked("multiclass"), 1000],
  ])("%s", async (_, label, ask, value) => {
    expect(await labelled(label, ask)).toMatchObject({ labels: Float64Array.of(value) });
  });

  test.each<[string, string, Asked, RegExp]>([
    ["a third class of two", "2", BINARY, /the label "2" is none of the task's: 0, 1, true or false/],
    ["a class below none", "-1", DIGITS, /the label "-1" is none of the task's: from 0 to 9/],
    ["a class too many", "10", DIGITS, /the label "10" is none/],
    ["half a class", "0.5", BINARY, /the label "0.5" is none/],
    ["a name nobody knows", "goes", NAMED, /the label "goes" is none of the task's: "stays" or "leaves"/],
    ["a name in other letters", "Leaves", NAMED, /the label "Leaves" is none/],
    ["a name without names", "cat", DIGITS, /the label "cat" is none/],
    ["a truth value among many classes", "true", DIGITS, /the label "true" is none/],
    ["an index that may be a name", "0", asked("multiclass", { labels: ["3", "7"] }), /the label "0" is none/],
    ["nothing", "", BINARY, /the label is missing/],
    ["NaN for a class", "NaN", BINARY, /the label "NaN" is none/],
    ["NaN for a target", "NaN", TARGET, /the label is missing/],
    ["infinity for a target", "inf", TARGET, /the label "Infinity" is not a finite number/],
    ["a word for a target", "high", TARGET, /"high" is not a number/],
  ])("%s is a Failure with its column and row", async (_, label, ask, message) => {
    const failure = await labelled(label, ask);
    expect(failure).toMatchObject({ code: "dataset-invalid", message: expect.stringMatching(/row 1: column "y": /) });
    expect(failure).toMatchObject({ message: expect.stringMatching(message), problems: [{ line: 2 }] });
  });

  test.each<[string, string, Asked, number]>([
    ["a truth value", "true", BINARY, 1],
    ["an integer", "1::BIGINT", BINARY, 1],
    ["a double", "1.0::DOUBLE", NAMED, 1],
    ["a name", "'leaves'", NAMED, 1],
    ["a decimal target", "2.50::DECIMAL(9,2)", TARGET, 2.5],
  ])("of Parquet's types: %s", async (_, sql, ask, value) => {
    const path = laidDown(folder, ".parquet", "");
    await writeParquet(path, `SELECT 1.5 AS x, ${sql} AS y`);
    expect(await readAll(path, ask)).toMatchObject({ labels: Float64Array.of(value) });
  });
});

describe("weights", () => {
  const weighted = (content: string, suffix = ".csv"): ReturnType<typeof readAll> =>
    readAll(laidDown(folder, suffix, content), { evaluation: { weight: "w" } });

  test("are taken as they are, zero included", async () => {
    expect(await weighted("x,y,w\n1,1,0\n1,0,2.5\n")).toMatchObject({ weights: Float64Array.of(0, 2.5) });
  });

  test.each([
    ["a negative one", "-1", "no finite number ≥ 0"],
    ["NaN", "NaN", "missing, or NaN"],
    ["none", "", "missing, or NaN"],
    ["an infinite one", "inf", "no finite number ≥ 0"],
  ])("%s is a Failure with its column and row", async (_, weight, fault) => {
    expect(await weighted(`x,y,w\n1,1,1\n1,1,${weight}\n`)).toMatchObject({
      code: "dataset-invalid",
      message: expect.stringContaining(`row 2: column "w": the weight is ${fault}`),
      problems: [{ line: 3 }],
    });
  });

  test("null in JSON is a Failure", async () => {
    expect(await weighted('{"x":1,"y":1,"w":null}\n', ".jsonl")).toMatchObject({
      message: expect.stringMatching(/row 1: column "w": the weight/),
    });
  });

  test("texts in Parquet are refused before a row is read", async () => {
    const path = laidDown(folder, ".parquet", "");
    await writeParquet(path, "SELECT 1.5 AS x, 1 AS y, 'a' AS w");
    expect(await readAll(path, { evaluation: { weight: "w" } })).toMatchObject({
      message: expect.stringMatching(/the column "w", which holds the weights, holds VARCHAR/),
    });
  });
});
