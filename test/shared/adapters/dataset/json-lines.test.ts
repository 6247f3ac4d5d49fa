import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { DataInput } from "../../../../shared/ports/dataset.ts";
import type { Dtype } from "../../../../shared/ports/tensor.ts";
import { dataFolder } from "../../../contract/data-files.ts";
import { describeCorpus } from "../../../corpus.ts";
import { type Asked, laidDown, readAll, valuesOf } from "./open-data.ts";

const { folder, remove } = dataFolder();
afterAll(remove);
const json = (content: string | Uint8Array, asked: Asked = {}): ReturnType<typeof readAll> =>
  readAll(laidDown(folder, ".jsonl", content), asked);
const input = (dtype: Dtype, more: Partial<DataInput> = {}): Asked => ({
  inputs: [{ name: "x", dtype, shape: [-1, 1], ...more }],
});
const lists = (dtype: Dtype, ...row: readonly number[]): Asked => input(dtype, { shape: [-1, ...row] });

describe("one object a line", () => {
  test.each<[string, string, readonly string[]]>([
    ["plain", '{"x":"a","y":1}\n{"x":"b","y":0}\n', ["a", "b"]],
    ["no newline at the end", '{"x":"a","y":1}', ["a"]],
    ["the mark of UTF-8", '\ufeff{"x":"a","y":1}\n{"x":"b","y":0}\n', ["a", "b"]],
    ["the mark of UTF-8 before a single row", '\ufeff{"x":"a","y":1}', ["a"]],
    ["carriage returns and blank lines", '{"x":"a","y":1}\r\n\r\n \n{"x":"b","y":0}\r\n', ["a", "b"]],
    ["spaces wherever JSON has them", ' { "x" : "a" ,\t"y" : 1 } \n', ["a"]],
    ["keys in another order, and more of them", '{"z":1,"x":"a","y":1}\n{"y":0,"x":"b","w":[]}\n', ["a", "b"]],
    ["escapes", '{"x":"\\u00fc\\n\\"\\\\\\ud834\\udd1e","y":1}\n', ['ü\n"\\𝄞']],
    ["escapes in a key", '{"\\u0078":"a","y":1}\n', ["a"]],
    ["letters of every kind", '{"x":"üñ𝄞","y":1}\n', ["üñ𝄞"]],
    ["an empty text, which is there", '{"x":"","y":1}\n', [""]],
    ["values of other columns, whatever they are", '{"x":"a","o":{"x":[1,{"y":2}]},"l":[[]],"y":1}\n', ["a"]],
  ])("%s", async (_, content, expected) => expect(valuesOf(await json(content, input("string")))).toEqual(expected));

  test("a key with escapes in its name is only the key that has them", async () => {
    const asked = input("string", { features: ['a"b'] });
    expect(valuesOf(await json('{"y":1,"a\\"b":"it"}\n', asked))).toEqual(["it"]);
    expect(await json('{"y":1,"a\\"b":"it"}\n{"y":1,"a"b":"no"}\n', asked)).toMatchObject({
      message: expect.stringMatching(/row 2: it is not JSON/),
    });
  });

  test("a row larger than what is read at a time", async () => {
    const long = "long text, ".repeat(300_000);
    const content = `${JSON.stringify({ x: "short", y: 0 })}\n${JSON.stringify({ x: long, y: 1 })}\n`;
    expect(valuesOf(await json(content, input("string")))).toEqual(["short", long]);
  });
});

describe("types are the contract's", () => {
  test.each<[string, Dtype, string, unknown]>([
    ["a float", "float32", "0.1", Math.fround(0.1)],
    ["a float of 17 digits", "float64", "0.30000000000000004", 0.30000000000000004],
    ["a float with an exponent", "float64", "1.5E-7", 1.5e-7],
    ["a float that takes a parser", "float64", "123456789012345678901234567890", 1.2345678901234568e29],
    ["an integer with a point", "int32", "7.0", 7],
    ["64 bits beyond doubles", "int64", "9007199254740993", 9007199254740993n],
    ["the least of 64 bits", "int64", "-9223372036854775808", -9223372036854775808n],
    ["the most of 64 bits", "uint64", "18446744073709551615", 18446744073709551615n],
    ["true", "bool", "true", 1],
    ["true where a number is wanted", "float32", "true", 1],
  ])("%s", async (_, dtype, text, value) => {
    expect(valuesOf(await json(`{"x":${text},"y":1}\n`, input(dtype)))).toEqual([value]);
  });

  test.each<[string, Dtype, string, readonly number[], readonly unknown[]]>([
    ["a list", "float32", "[1, 2.5,3]", [3], [1, 2.5, 3]],
    ["lists in lists", "float32", "[[1,2],[3,4]]", [2, 2], [1, 2, 3, 4]],
    ["a list of long integers", "int64", "[9007199254740993,1]", [2], [9007199254740993n, 1n]],
    ["a list of texts", "string", '["a","ü"]', [2], ["a", "ü"]],
    ["a list of one", "float32", "[5]", [1], [5]],
  ])("%s fills a row", async (_, dtype, text, row, values) => {
    const batch = await json(`{"x":${text},"y":1}\n`, lists(dtype, ...row));
    expect(valuesOf(batch)).toEqual(values);
  });

  test("what is null or left out is NaN or an empty text where the contract allows it", async () => {
    const content = '{"x":1,"y":1}\n{"x":null,"y":1}\n{"y":1}\n';
    expect(valuesOf(await json(content, input("float32", { nullable: ["x"] })))).toEqual([1, Number.NaN, Number.NaN]);
    const holes = '{"x":[1,null],"y":1}\n';
    expect(valuesOf(await json(holes, input("float64", { shape: [-1, 2], nullable: ["x"] })))).toEqual([1, Number.NaN]);
  });
});

describe("what cannot be read is a Failure with its row, line and column", () => {
  test.each<[string, string | Uint8Array, Asked, RegExp]>([
    [
      "a text for a number",
      '{"x":1,"y":1}\n{"x":"2","y":1}\n',
      {},
      /row 2: column "x": the text "2" stands where a num/,
    ],
    ["a number for a text", '{"x":1,"y":1}\n', input("string"), /row 1: column "x": 1 stands where text is needed/],
    ["an object", '{"x":{},"y":1}\n', {}, /row 1: column "x": it holds an object/],
    ["a list for one value", '{"x":[1,2],"y":1}\n', {}, /it holds a list of 2, and the input takes 1/],
    ["one value for a list", '{"x":1,"y":1}\n', lists("float32", 3), /it holds one value, and the input takes 3/],
    ["a list too short", '{"x":[1,2],"y":1}\n', lists("float32", 3), /it holds a list of 2, and the input takes 3/],
    ["a ragged list", '{"x":[[1,2,3],[4]],"y":1}\n', lists("float32", 2, 2), /it holds lists of several lengths/],
    ["null", '{"x":null,"y":1}\n', {}, /row 1: column "x": the value is missing/],
    ["null in a list", '{"x":[1,null],"y":1}\n', lists("float32", 2), /row 1: column "x": the value is missing/],
    ["a key left out", '{"x":1,"y":1}\n{"y":1}\n', {}, /row 2: column "x": the value is missing/],
    ["a key that is there twice", '{"x":1,"x":2,"y":1}\n', {}, /row 1: column "x": it is there twice/],
    ["a fraction for an integer", '{"x":1.5,"y":1}\n', input("int64"), /row 1: column "x": "1.5" is not an integer/],
    ["64 bits out of range", '{"x":9223372036854775808,"y":1}\n', input("int64"), /is not an integer of 64 bits/],
    ["NaN, which JSON does not have", '{"x":1,"y":1}\n{"x":NaN,"y":1}\n', {}, /row 2: it is not JSON/],
    ["a number too large", '{"x":1e400,"y":1}\n', {}, /"1e400" is not a number/],
    ["a comma too many", '{"x":1,"y":1}\n{"x":1,"y":1,}\n', {}, /row 2: it is not JSON/],
    [
      "a backslash at a line's end",
      '{"x":"a","y":1}\n{"x":"a\\\n{"x":"a","y":1}\n',
      input("string"),
      /row 2: it is not/,
    ],
    ["a list for a row", '{"x":1,"y":1}\n[1]\n', {}, /row 2: it is not one JSON object/],
    ["one array", '[{"x":1,"y":1}]', {}, /it is one JSON array/],
    ["an object over several lines", '{\n"x":1,"y":1}\n', {}, /its first line is not a row/],
    ["a blank file", " \n\n", {}, /it has no rows/],
    ["a column that is not there", '{"xx":1,"y":1}\n', {}, /there is no column "x", .* the nearest is "xx"/],
    [
      "a row nested too deeply",
      `{"x":1,"y":1}\n{"x":${"[".repeat(100_000)}\n`,
      {},
      /row 2: it is (nested too|not JSON)/,
    ],
    ["a blank line counted", '{"x":1,"y":1}\n\n{"x":"a","y":1}\n', {}, /row 2: column "x"/],
    [
      "bytes that are no UTF-8",
      Buffer.concat([Buffer.from('{"x":"a","y":1}\n{"x":"'), Buffer.of(0xe9), Buffer.from('","y":1}\n')]),
      input("string"),
      /row 2: column "x": its bytes are not UTF-8/,
    ],
  ])("%s", async (_, content, asked, message) => {
    const failure = await json(content, asked);
    expect(failure).toMatchObject({ code: "dataset-invalid", message: expect.stringMatching(message) });
  });

  test("the line is told, blank ones counted", async () => {
    const failure = await json('{"x":1,"y":1}\n\n\n{"x":"a","y":1}\n');
    expect(failure).toMatchObject({ problems: [{ line: 4, message: expect.stringMatching(/^row 2:/) }] });
  });

  test("a column named as JavaScript's own is a column", async () => {
    const asked = input("float32", { features: ["__proto__"] });
    expect(valuesOf(await json('{"__proto__":5,"y":1}\n', asked))).toEqual([5]);
    expect(valuesOf(await json('{"__proto__":5,"o":{},"y":1}\n', asked))).toEqual([5]);
  });
});

describeCorpus("JSONTestSuite, each text as a value of a column that is looked at and of one that is not", (corpus) => {
  const suite = join(corpus, "hostile/JSONTestSuite_MIT/test_parsing");
  const texts = readdirSync(suite)
    .map((name) => ({ name, bytes: readFileSync(join(suite, name)) }))
    .filter(({ bytes }) => !bytes.includes(0x0a));
  const outcome = async (bytes: Uint8Array, dtype: Dtype): Promise<string> => {
    const rows = [Buffer.from('{"y":1,"x":1,"v":1}\n{"y":1,"x":2,"v":'), bytes, Buffer.from("}\n")];
    const read = await json(Buffer.concat(rows), { inputs: [{ name: "x", dtype, shape: [-1] }] });
    return "rows" in read ? "read" : read.message;
  };

  test.each(texts.filter(({ name }) => name.startsWith("y_")))("$name is read", async ({ bytes }) => {
    expect(await outcome(bytes, "int32")).toBe("read");
  });

  test.each(texts.filter(({ name }) => name.startsWith("n_")))("$name is refused", async ({ bytes }) => {
    expect(await outcome(bytes, "int32")).toMatch(/row 2: it is not|row 2: its bytes are not UTF-8|nested too deeply/);
  });
});
