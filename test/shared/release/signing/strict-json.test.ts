import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Failure } from "../../../../shared/failure.ts";
import { parseStrictJson } from "../../../../shared/release/signing/strict-json.ts";
import { describeCorpus } from "../../../corpus.ts";

const parse = (text: string | Uint8Array) => parseStrictJson(typeof text === "string" ? Buffer.from(text) : text, "it");

describe("JSON of a signature", () => {
  test.each([
    ['{"a": [1, -2.5e3, true, false, null, "\\u00e9\\n\\\\"], "b": {}, "c": []}'],
    ['"a \\" quote"'],
    ['"ends with a backslash \\\\"'],
    [" \t\r\n0 "],
    ["[".repeat(32) + "]".repeat(32)],
  ])("%s reads as JSON.parse reads it", (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  test("keeps __proto__ a key like any other", () => {
    const value = parse('{"__proto__": {"polluted": 1}}');
    expect(Object.keys(value ?? {})).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect({}).not.toHaveProperty("polluted");
  });

  test.each([
    ["a duplicate key", '{"a": 1, "a": 2}', 'it repeats the key "a", at character 13'],
    ["a duplicate key in other letters", '{"a": 1, "\\u0061": 2}', 'it repeats the key "a"'],
    ["a duplicate __proto__", '{"__proto__": 1, "__proto__": 2}', 'repeats the key "__proto__"'],
    ["33 levels", `${"[".repeat(33)}0${"]".repeat(33)}`, "it nests deeper than 32 levels"],
    ["millions of brackets", "[".repeat(8_000_000), "it nests deeper than 32 levels"],
    ["too many values", `[${"0,".repeat(400_000)}0]`, "it holds more than 400000 values"],
    ["a second document", "{} {}", "it has text after its end"],
    ["a byte order mark", "\ufeff{}", "it is not JSON"],
    ["nothing", "", "it is not JSON"],
    ["bytes that are not UTF-8", Buffer.from([0x22, 0xff, 0x22]), "it is not UTF-8 text"],
    ["a comma too many", "[1,]", "it is not JSON"],
    ["NaN", "[NaN]", "it is not JSON"],
    ["an unfinished string", '"a\\"', "it has an unfinished string"],
    ["a raw line break", '"a\nb"', "it has a string with a bad escape or a control character"],
  ])("with %s is refused", (_, text, message) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: "signature-unreadable" }));
    expect(() => parse(text)).toThrow(message);
  });
});

describeCorpus("JSONTestSuite as a signature", (corpus) => {
  const folder = join(corpus, "hostile/JSONTestSuite_MIT");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  const STRICTER = /duplicate|nested|UTF16|BOM|invalid_utf/i;

  test.each(names.filter((name) => /(^|\/)n_/.test(name)))("%s is refused", (name) => {
    expect(() => parse(readFileSync(join(folder, name)))).toThrow(Failure);
  });

  test.each(names.filter((name) => /(^|\/)y_/.test(name) && !STRICTER.test(name)))("%s is read", (name) => {
    expect(parse(readFileSync(join(folder, name)))).toEqual(JSON.parse(readFileSync(join(folder, name), "utf8")));
  });
});
