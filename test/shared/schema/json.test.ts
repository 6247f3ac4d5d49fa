import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseJson } from "../../../shared/schema/json.ts";
import { describeCorpus } from "../../corpus.ts";

const said = (text: string | Uint8Array) =>
  parseJson(text, "f.json").problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe("JSON is read to the letter", () => {
  test.each([
    ["a comma at the end", '{"a": 1,}', '1:9 "}" stands where a key in double quotes belongs'],
    ["a missing comma, on its line", "[\n  1\n  2]", '3:3 "2" stands where a comma or ] belongs'],
    ["a key given twice", '{"a": 1, "a": 2}', '1:10 the key "a" is given twice'],
    ["the prototype key", '{"__proto__": {}}', "1:2 the key __proto__ is refused"],
    ["bare NaN", '{"auc": NaN}', '1:9 "N" stands where a value belongs'],
    ["a whole number beyond 2^53", "[9007199254740993]", "1:2 9007199254740993 is too large to be kept exactly"],
    ["a number beyond all bounds", "[1e999]", "1:2 1e999 is too large for a number"],
    ["half a surrogate pair", '["\\ud800"]', "1:2 the string holds half of a surrogate pair"],
    ["a string without end", '{"a": "b', "1:7 the string that begins here does not end"],
    ["a line break inside a string", '["a\nb"]', "1:4 a control character inside a string"],
    ["an unknown escape", '["\\x41"]', "1:3 \\x is no escape of JSON"],
    ["something after the end", "{} x", '1:4 "x" stands after the end of the document'],
    ["nothing at all", "", "1:1 the document ends where a value belongs"],
    ["65 levels", "[".repeat(65) + "]".repeat(65), "1:65 the document is nested more than 64 levels deep"],
  ])("%s is refused with its place", (_, text, problem) => expect(said(text)).toEqual([problem]));

  test.each([
    ["64 levels", "[".repeat(64) + "]".repeat(64)],
    ["2^53 − 1", "9007199254740991"],
    ["a number too small to tell from zero", "1e-999"],
    ["a byte order mark in front", "\ufeff{}"],
    ["an escaped NUL", '"\\u0000"'],
  ])("%s is accepted", (_, text) => expect(said(text)).toEqual([]));

  test("bytes that are not UTF-8 are refused where they stand", () => {
    const bytes = Uint8Array.from([0x5b, 0x0a, 0x22, 0xc3, 0xa9, 0xff, 0x22, 0x5d]);
    expect(said(bytes)).toEqual(["2:3 a byte here is not UTF-8 text"]);
  });

  test("more than the limit is refused unread", () => {
    expect(said(`"${"x".repeat(2 ** 20)}"`)).toEqual(["1:1 the file has more than 1048576 bytes"]);
  });

  test("values are found again by pointer: place of key, place of value, text", () => {
    const { places } = parseJson('{\n  "a/b": [10, {"~": true}]\n}', "f.json");
    expect(places.key("/a~1b")).toMatchObject({ line: 2, column: 3 });
    expect(places.value("/a~1b/1/~0")).toMatchObject({ line: 2, column: 21 });
    expect(places.source("/a~1b/1")).toBe('{"~": true}');
    expect(places.value("/a~1b/7")).toMatchObject({ line: 2, column: 10 });
  });
});

describeCorpus("JSONTestSuite", (corpus) => {
  const folder = join(corpus, "hostile/JSONTestSuite_MIT/test_parsing");
  const files = readdirSync(folder);
  // RFC 8259 lets a parser take either of two equal keys; the next reader may take the other, so we take neither.
  const stricter = new Set(["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"]);

  test.each(files.filter((name) => name.startsWith("y_") && !stricter.has(name)))("%s is accepted", (name) => {
    const bytes = readFileSync(join(folder, name));
    const parsed = parseJson(bytes, name);
    expect(parsed.problems).toEqual([]);
    expect(parsed.value).toEqual(JSON.parse(bytes.toString("utf8")));
  });

  test.each(files.filter((name) => name.startsWith("n_") || stricter.has(name)))("%s is refused at a place", (name) => {
    const [problem] = parseJson(readFileSync(join(folder, name)), name).problems;
    expect(problem).toMatchObject({ file: name, line: expect.any(Number), column: expect.any(Number) });
  });

  test.each(files.filter((name) => name.startsWith("i_")))("%s is accepted or refused", (name) => {
    const { value, problems } = parseJson(readFileSync(join(folder, name)), name);
    expect(problems.length > 0).toBe(value === undefined);
  });
});
