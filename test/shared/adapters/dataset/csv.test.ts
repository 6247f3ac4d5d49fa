import { afterAll, describe, expect, test } from "vitest";
import type { DataInput } from "../../../../shared/ports/dataset.ts";
import type { Dtype } from "../../../../shared/ports/tensor.ts";
import { dataFolder } from "../../../contract/data-files.ts";
import { type Asked, laidDown, readAll, valuesOf } from "./open-data.ts";

const { folder, remove } = dataFolder();
afterAll(remove);
const csv = (content: string | Uint8Array, asked: Asked = {}): ReturnType<typeof readAll> =>
  readAll(laidDown(folder, ".csv", content), asked);
const input = (dtype: Dtype, more: Partial<DataInput> = {}): Asked => ({
  inputs: [{ name: "x", dtype, shape: [-1, 1], ...more }],
});
const TEXT = input("string");

describe("RFC 4180", () => {
  test.each<[string, string, readonly string[]]>([
    ["plain fields", "x,y\na,1\nb,0\n", ["a", "b"]],
    ["no newline at the end", "x,y\na,1\nb,0", ["a", "b"]],
    ["carriage returns", "x,y\r\na,1\r\nb,0\r\n", ["a", "b"]],
    ["a byte order mark", "\ufeffx,y\na,1\n", ["a"]],
    ["quotation marks", 'x,y\n"a",1\n"b","0"\n', ["a", "b"]],
    ["a comma inside", 'x,y\n"a,b",1\n', ["a,b"]],
    ["doubled quotation marks", 'x,y\n"a ""b"" """,1\n', ['a "b" "']],
    ["a line end inside", 'x,y\n"a\nb",1\nc,0\n', ["a\nb", "c"]],
    ["a carriage return inside", 'x,y\n"a\r\nb",1\r\n', ["a\r\nb"]],
    ["a quoted empty text, which is there", 'x,y\n"",1\n', [""]],
    ["quotation marks within a plain field", 'x,y\na"b,1\n', ['a"b']],
    ["spaces, which belong to the text", "x,y\n a ,1\n", [" a "]],
    ["zeros before a number, which stay", "x,y\n007,1\n", ["007"]],
    ["blank lines, which are none", "x,y\n\na,1\n\r\n\nb,0\n\n", ["a", "b"]],
    ["a quoted name", '"x",y\na,1\n', ["a"]],
    ["columns in any order, and more of them", "z,y,x\n1,1,a\n2,0,b\n", ["a", "b"]],
    ["letters of every kind", "x,y\nüñ𝄞,1\n", ["üñ𝄞"]],
    ["a NUL", "x,y\na\0b,1\n", ["a\0b"]],
  ])("%s", async (_, content, expected) => expect(valuesOf(await csv(content, TEXT))).toEqual(expected));

  test("a field larger than what is read at a time", async () => {
    const long = 'long "text", \n'.repeat(300_000);
    const content = `x,y\n"${long.replaceAll('"', '""')}",1\nshort,0\n`;
    expect(valuesOf(await csv(content, TEXT))).toEqual([long, "short"]);
  });

  test("rows wherever the parts of the file happen to end", async () => {
    const rows = Array.from({ length: 4000 }, (_, row) => `"${'ab""c,\r\n'.repeat(row % 90)}",${row % 2},${row}.25`);
    const batch = await csv(`t,y,x\n${rows.join("\r\n")}`);
    expect(valuesOf(batch)).toEqual(rows.map((_, row) => Math.fround(row + 0.25)));
  });

  test("columns that nobody asks for, whatever they hold and wherever they begin", async () => {
    const fields = ["", "a", "-1.5", "a b", "+", "ü", "\0", 'a"b', '""', '"a,b"', '"a""b"', '"a\nb"', '"a\r\nb"'];
    const rows = Array.from({ length: 9 }, (_, length) => "p".repeat(length)).flatMap((before) =>
      fields.flatMap((one) => fields.map((other) => [before, one, other])),
    );
    const lines = rows.map(([before, one, other], row) => `${before},${one},${other},${row},${row % 2},${other}`);
    const batch = await csv(`p,f,g,x,y,h\r\n${lines.join("\r\n")}`);
    expect(valuesOf(batch)).toEqual(rows.map((_, row) => row));
    const failure = await csv(`p,f,g,x,y,h\n${lines.join("\n")}\n"\n\n",,,none,0,\n`);
    const line = 4 + lines.join("\n").split("\n").length;
    expect(failure).toMatchObject({
      problems: [{ line, message: expect.stringContaining(`row ${rows.length + 1}: `) }],
    });
  });
});

describe("types are the contract's", () => {
  test.each<[string, Dtype, string, unknown]>([
    ["a float", "float32", "0.1", Math.fround(0.1)],
    ["a float with an exponent", "float64", "1.5e-7", 1.5e-7],
    ["a float of 17 digits", "float64", "0.30000000000000004", 0.30000000000000004],
    ["a float that overflows what is scanned", "float64", "123456789012345678901234567890", 1.2345678901234568e29],
    ["a quoted float", "float64", '"12.5"', 12.5],
    ["a float between spaces", "float64", " 12.5 ", 12.5],
    ["a float with a plus", "float64", "+.5", 0.5],
    ["an infinite float", "float64", "-inf", Number.NEGATIVE_INFINITY],
    ["a negative zero", "float64", "-0", -0],
    ["half precision, rounded once", "float16", "1.0004882812500002", 0x3c01],
    ["half precision, a tie to even", "float16", "1.00048828125", 0x3c00],
    ["half precision, a subnormal", "float16", "0.00000006", 0x0001],
    ["half precision, too large", "float16", "65520", 0x7c00],
    ["half precision, the largest", "float16", "65519.9", 0x7bff],
    ["bfloat16, a tie to even", "bfloat16", "1.00390625", 0x3f80],
    ["bfloat16, rounded up", "bfloat16", "1.0039063", 0x3f81],
    ["bfloat16, negative", "bfloat16", "-2", 0xc000],
    ["an integer", "int32", "-2147483648", -2147483648],
    ["an integer with a point", "int8", "7.0", 7],
    ["64 bits beyond doubles", "int64", "9007199254740993", 9007199254740993n],
    ["the least of 64 bits", "int64", "-9223372036854775808", -9223372036854775808n],
    ["the most of 64 bits", "uint64", "18446744073709551615", 18446744073709551615n],
    ["true", "bool", "True", 1],
    ["false as a number", "bool", "0", 0],
    ["true where a number is wanted", "float32", "true", 1],
  ])("%s", async (_, dtype, text, value) => {
    expect(valuesOf(await csv(`x,y\n${text},1\n`, input(dtype)))).toEqual([value]);
  });

  test("what is missing is NaN or an empty text where the contract allows it", async () => {
    const content = "x,y\n,1\nNaN,0\n1,1\n";
    expect(valuesOf(await csv(content, input("float32", { nullable: ["x"] })))).toEqual([Number.NaN, Number.NaN, 1]);
    expect(valuesOf(await csv("x,y\n,1\n", input("string", { nullable: ["x"] })))).toEqual([""]);
  });

  test("a column that two inputs take, each as its own", async () => {
    const inputs: readonly DataInput[] = [
      { name: "a", dtype: "int64", shape: [-1], features: ["x"] },
      { name: "b", dtype: "string", shape: [-1], features: ["x"] },
      { name: "c", dtype: "float64", shape: [-1, 2], features: ["y", "x"] },
    ];
    const batch = await csv("x,y\n9007199254740993,1\n", { inputs, slices: ["x > 5"] });
    expect([valuesOf(batch, "a"), valuesOf(batch, "b"), valuesOf(batch, "c")]).toEqual([
      [9007199254740993n],
      ["9007199254740993"],
      [1, 9007199254740992],
    ]);
    expect(batch).toMatchObject({ slices: [Uint8Array.of(1)] });
  });
});

describe("what cannot be read is a Failure with its row, line and column", () => {
  test.each<[string, string | Uint8Array, Asked, RegExp]>([
    ["no number", "x,y\n1,1\nabc,0\n", {}, /row 2: column "x": "abc" is not a number/],
    ["a word for what is missing", "x,y\nNA,1\n", {}, /row 1: column "x": "NA" is not a number/],
    ["a date", "x,y\n2020-01-01,1\n", {}, /"2020-01-01" is not a number/],
    ["a thousands separator", 'x,y\n"1,000",1\n', {}, /"1,000" is not a number/],
    ["a hexadecimal number", "x,y\n0x10,1\n", {}, /"0x10" is not a number/],
    ["two points", "x,y\n1.2.3,1\n", {}, /"1.2.3" is not a number/],
    ["a fraction for an integer", "x,y\n1.5,1\n", input("int32"), /1.5 is not a value of int32/],
    ["an integer out of range", "x,y\n256,1\n", input("uint8"), /256 is not a value of uint8/],
    ["64 bits out of range", "x,y\n9223372036854775808,1\n", input("int64"), /is not an integer of 64 bits/],
    ["a negative unsigned number", "x,y\n-1,1\n", input("uint64"), /is not an integer from 0/],
    ["two for a truth value", "x,y\n2,1\n", input("bool"), /2 is not a value of bool/],
    ["a value that is missing", "x,y\n1,1\n,0\n", {}, /row 2: column "x": the value is missing/],
    ["a text that is missing", "x,y\n,1\n", TEXT, /row 1: column "x": the value is missing/],
    [
      "a missing integer, allowed or not",
      "x,y\n,1\n",
      input("int32", { nullable: ["x"] }),
      /int32 has nothing to say so with/,
    ],
    ["a missing long integer", "x,y\n,1\n", input("int64", { nullable: ["x"] }), /int64 has nothing to say so with/],
    ["too few fields", "x,y\n1,1\n2\n", {}, /row 2: line 3 has 1 fields, and the header has 2/],
    ["too many fields", "x,y\n1,1,\n", {}, /row 1: line 2 has 3 fields/],
    ["a line counted after line ends inside fields", 'x,y,z\n1,1,"a\n\nb"\n2\n', {}, /row 2: line 5 has 1 fields/],
    [
      "a quotation mark that is not closed",
      'x,y\n1,1\n"2,0\n3,1\n',
      {},
      /row 2: the record that begins in line 3 never ends/,
    ],
    ["text after a closed field", 'x,y\n"1"2,1\n', {}, /goes on after the closing quotation mark/],
    [
      "bytes that are no UTF-8",
      Uint8Array.from([...Buffer.from("x,y\n"), 0xe9, ...Buffer.from(",1\n")]),
      TEXT,
      /row 1: column "x": its bytes are not UTF-8/,
    ],
    [
      "a column that is not there",
      "xx,y\n1,1\n",
      {},
      /there is no column "x", which the input "x" takes; the nearest is "xx"/,
    ],
    ["a name that is there twice", "x,x,y\n1,2,1\n", {}, /names the column "x" twice/],
    ["semicolons", "x;y\n1;1\n", {}, /one field, "x;y", with ";" in it/],
    ["tabs", "x\ty\n1\t1\n", {}, /one field/],
    ["carriage returns alone", "x,y\r1,1\r2,0\r", {}, /its lines end with carriage returns alone/],
    ["UTF-16", Uint8Array.from(Buffer.from("\ufeffx,y\n1,1\n", "utf16le")), {}, /it is UTF-16/],
    ["JSON", '{"x": 1, "y": 1}\n', {}, /begins as JSON/],
    ["nothing", "", {}, /it is empty/],
    ["a header alone", "x,y\n", {}, /it has no rows/],
    [
      "an id that is there twice",
      "id,x,y\na,1,1\nb,2,0\na,3,1\n",
      {},
      /row 3: column "id": it repeats the id of row 1/,
    ],
    ["a compressed file", Uint8Array.of(0x1f, 0x8b, 8, 0), {}, /compressed with gzip/],
    ["a pointer of Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:1\n", {}, /is a Git LFS pointer/],
    [
      "a shape that says not how long a row is",
      "x,y\n1,1\n",
      input("float32", { shape: [-1, -1, 2] }),
      /says not how long a row is/,
    ],
    [
      "columns that do not fill a row",
      "x,y\n1,1\n",
      { inputs: [{ name: "f", dtype: "float32", shape: [-1, 3], features: ["x", "y"] }] },
      /holds 3 values a row, and 2 columns fill it/,
    ],
    ["complex numbers", "x,y\n1,1\n", input("complex64"), /no column holds/],
  ])("%s", async (_, content, asked, message) => {
    const failure = await csv(content, asked);
    expect(failure).toMatchObject({
      code: expect.stringMatching(/^(dataset-invalid|lfs-pointer)$/),
      message: expect.stringMatching(message),
      fix: expect.stringMatching(/\.$|^Run git lfs pull/),
    });
  });

  test("many at once, each in its line, and no more than a person reads", async () => {
    const failure = await csv(`x,y\n${"bad,1\n".repeat(500)}`);
    expect(failure).toMatchObject({ message: expect.stringMatching(/and \d+ more problems or more$/) });
    const { problems } = failure as { problems: readonly { line: number }[] };
    expect(problems.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
  });

  test("a row that begins in one part of the file and ends in the next is told once", async () => {
    const wide = `bad,${"1".repeat(500_000)},1\n`;
    const failure = await csv(`x,z,y\n${wide.repeat(5)}`);
    expect((failure as { problems: readonly unknown[] }).problems).toHaveLength(5);
  });

  test("a record without end is refused before it fills the memory", async () => {
    const failure = await csv(Buffer.concat([Buffer.from('x,y\n1,"'), Buffer.alloc(40 * 2 ** 20, "a\n")]));
    expect(failure).toMatchObject({ code: "limit-exceeded" });
  });
});
