import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, describe, expect, test } from "vitest";
import { fileDatasets } from "../../../../shared/adapters/dataset/datasets.ts";
import type { Dataset } from "../../../../shared/ports/dataset.ts";
import type { Evaluation } from "../../../../shared/schema/release.types.ts";
import { csvOf, dataFolder, jsonLinesOf, writeParquet, writeRowsAsParquet } from "../../../contract/data-files.ts";
import type { FakeRow } from "../../../fakes/datasets.ts";
import { laidDown, readAll, requestOf } from "./open-data.ts";

const { folder, remove } = dataFolder();
afterAll(remove);

const TEXTS = ["north", "North", "a'b", "100%", "a_b", "ärger", "𝄞", "zz", "", null];
const ROWS: readonly FakeRow[] = Array.from({ length: 400 }, (_, index) => ({
  x: (index % 23) - 11.5,
  n: index % 7 === 0 ? null : index % 20,
  t: TEXTS[index % TEXTS.length]!,
  y: index % 2,
}));

async function opened(path: string, slices: Evaluation["slices"]): Promise<Dataset> {
  const numbers = { name: "n", dtype: "float32" as const, shape: [-1, 1], nullable: ["n"] };
  const x = { name: "x", dtype: "float32" as const, shape: [-1, 1] };
  return fileDatasets().open(requestOf(path, { inputs: [x, numbers], slices }));
}

describe("a predicate holds for the rows for which DuckDB says so", () => {
  const path = laidDown(folder, ".jsonl", jsonLinesOf(ROWS));
  const database = DuckDBInstance.create(":memory:", { threads: "1" });
  const connected = database.then(async (instance) => {
    const connection = await instance.connect();
    await connection.run(`CREATE TABLE rows AS SELECT * FROM read_json('${path}', format = 'newline_delimited')`);
    return connection;
  });
  afterAll(async () => {
    (await connected).closeSync();
    (await database).closeSync();
  });

  test.each([
    "n > 5",
    "n >= 5 AND n < 12 OR t = 'north'",
    "NOT n = 3",
    "n <> 3",
    "n IS NULL",
    "n IS NOT NULL AND t IS NULL",
    "n IS DISTINCT FROM 3",
    "n IS NOT DISTINCT FROM NULL",
    "(n > 3) IS TRUE",
    "(n > 3) IS NOT TRUE",
    "(n > 3) IS FALSE",
    "n IN (1, 2, NULL)",
    "n NOT IN (1, 2)",
    "n NOT IN (1, NULL)",
    "n BETWEEN 3 AND 7",
    "n NOT BETWEEN 3 AND x",
    "t LIKE '%o%'",
    "t LIKE '_orth'",
    "t NOT LIKE 'N%'",
    "t ILIKE 'n%'",
    "t LIKE '%\\%'",
    "t = 'a''b'",
    "t < 'zz'",
    "t > 'ä'",
    "t >= '𝄞'",
    "n + x * 2 > 4",
    "x / 0 > 1",
    "n / 4 = 2.5",
    "n % 0 IS NULL OR x < 0",
    "n % 3 = 1",
    "x % 3 < -1",
    "-x > 3",
    "x - -1 > 0",
    "t || 'x' = 'northx'",
    "t || NULL IS NULL",
    "abs(x) < 3.5",
    "ceil(x) = -2",
    "floor(x) = -3",
    "round(x) = 3",
    "round(x) = -3",
    "sqrt(n) > 3",
    "coalesce(n, 0) = 0",
    "nullif(n, 3) IS NULL",
    "greatest(n, x) > 10",
    "least(n, x) < -9",
    "length(t) = 5",
    "length(t) = 1",
    "lower(t) = 'north'",
    "upper(t) = 'NORTH'",
    "trim(t || '  ') = 'zz'",
    "contains(t, 'or')",
    "starts_with(t, 'a')",
    "ends_with(t, 'b')",
    "true",
    "NULL",
    "n = 3 OR NULL",
    "NOT (n = 3 AND NULL)",
  ])("%s", async (predicate) => {
    await using set = await opened(path, [predicate]);
    const [batch] = await Array.fromAsync(set.batches(4096));
    const asked = await (await connected).runAndReadAll(`SELECT rowid FROM rows WHERE ${predicate} ORDER BY rowid`);
    const expected = asked.getRows().map(([row]) => Number(row));
    expect([...batch!.slices[0]!.entries()].filter(([, holds]) => holds === 1).map(([row]) => row)).toEqual(expected);
  });
});

describe("every form of the same rows", () => {
  const slices = ["n > 5", "t = 'north' OR x < 0", { by: "t" }, { by: "n" }, { by: "k" }];
  const rows = ROWS.map((row) => ({ ...row, t: row.t === "" ? null : row.t!, k: Number(row.x) > 0 ? 10 : 9 }));

  test("has the same slices with the same rows", async () => {
    const parquet = laidDown(folder, ".parquet", "");
    await writeRowsAsParquet(parquet, rows);
    const paths = [laidDown(folder, ".csv", csvOf(rows)), laidDown(folder, ".jsonl", jsonLinesOf(rows)), parquet];
    const found = [];
    for (const path of paths) {
      await using set = await opened(path, slices);
      const batches = await Array.fromAsync(set.batches(64));
      found.push({ slices: set.slices, members: batches.map((batch) => batch.slices) });
    }
    expect(found[1]).toEqual(found[0]);
    expect(found[2]).toEqual(found[0]);
    expect(found[0]!.slices.map(({ predicate }) => predicate)).toContain("k = 9");
  });
});

describe("one slice for each value of a column", () => {
  const byColumn = async (values: readonly string[]): Promise<Dataset> => {
    const content = `x,y,n,g\n${values.map((value) => `1,0,1,${value}`).join("\n")}\n`;
    return opened(laidDown(folder, ".csv", content), [{ by: "g", required: true }]);
  };

  test("is named by what selects it, in the order of the values, without those that are missing", async () => {
    await using set = await byColumn(["b", "a'c", "", "b"]);
    expect(set.slices).toEqual([
      { predicate: "g = 'a''c'", required: true, by: "g" },
      { predicate: "g = 'b'", required: true, by: "g" },
    ]);
  });

  test("is a number where all are", async () => {
    await using set = await byColumn(["10", "9", "10"]);
    expect(set.slices.map(({ predicate }) => predicate)).toEqual(["g = 9", "g = 10"]);
  });

  test.each([
    ["is a number too where all are floats", ["10.0", "9.5", "-2.0"], ["g = -2", "g = 9.5", "g = 10"]],
    ["is a text where a number is written in two ways", ["2.0", "2"], ["g = '2'", "g = '2.0'"]],
    ["is a text where zeros lead", ["01", "10"], ["g = '01'", "g = '10'"]],
    ["is a text where zeros end it, as a version's do", ["1.10", "1.9"], ["g = '1.10'", "g = '1.9'"]],
  ])("%s", async (_, values, expected) => {
    await using set = await byColumn(values);
    expect(set.slices.map(({ predicate }) => predicate)).toEqual(expected);
  });

  test.each([
    [200, 200, 0],
    [201, 200, 1],
    [10_000, 200, 1],
    [10_001, 0, 1],
  ])("of %i values %i are slices, and %i remark says so", async (values, slices, remarks) => {
    await using set = await byColumn(Array.from({ length: values }, (_, index) => `v${index}`));
    expect(set.slices).toHaveLength(slices);
    expect(set.remarks).toHaveLength(remarks);
  });

  const byInteger = async (value: bigint): Promise<Dataset> => {
    const path = laidDown(folder, ".parquet", "");
    await writeParquet(path, `SELECT 1.0 AS x, 0 AS y, 1 AS n, ${value}::BIGINT AS g`);
    return opened(path, [{ by: "g" }]);
  };

  test("is found among integers as long as doubles tell them apart", async () => {
    await using set = await byInteger(2n ** 53n - 1n);
    expect(set.slices.map(({ predicate }) => predicate)).toEqual(["g = 9007199254740991"]);
    const what = 'the column "g", which a slice goes by, holds numbers beyond 2^53, such as 9007199254740992';
    await expect(byInteger(2n ** 53n)).rejects.toThrow(what);
  });

  test("those with the most rows are kept", async () => {
    const values = Array.from({ length: 300 }, (_, index) => `v${index}`);
    await using set = await byColumn([...values, ...values.slice(100)]);
    expect(set.slices.map(({ predicate }) => predicate)).toEqual(
      values
        .slice(100)
        .sort()
        .map((value) => `g = '${value}'`),
    );
  });
});

describe("a predicate that does not fit the columns is a Failure", () => {
  test.each([
    ["a column that is not there", "m > 5", /there is no column "m", which a slice looks at/],
    ["a text among numbers", "n > 'many'", /a text stands where a number is needed|which is a number/],
    ["a number as a condition", "n", /"n", which is a number, stands where a boolean is needed/],
    ["two columns of which nobody says what they are", "a = b", /nothing says whether "a" and "b" are compared as/],
    ["a value that is no number", "a > 5", /row 1: column "a": "word" is no number, and a predicate needs one/],
    ["a value that is no truth value", "b", /row 1: column "b": "7" is no boolean/],
  ])("%s", async (_, predicate, message) => {
    const path = laidDown(folder, ".csv", "x,y,n,a,b\n1,0,1,word,7\n");
    const asked = { inputs: [{ name: "n", dtype: "float32" as const, shape: [-1] }], slices: [predicate] };
    expect(await readAll(path, asked)).toMatchObject({
      code: "dataset-invalid",
      message: expect.stringMatching(message),
    });
  });
});
