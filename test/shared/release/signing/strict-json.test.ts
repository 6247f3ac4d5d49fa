import { expect, test } from "vitest";
import { parseStrictJson } from "../../../../shared/release/signing/strict-json.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a document is its value", () => {
  expect(parseStrictJson(encode('{"a": [1, {"b": null}]}'), "it")).toEqual({ a: [1, { b: null }] });
});

test.each([
  ["a duplicate key, of which readers see different ones", '{"a": 1, "a": 2}', 'the key "a" is given twice'],
  ["a duplicate key in other letters", '{"a": 1, "\\u0061": 2}', 'the key "a" is given twice'],
  ["a key that changes what objects are", '{"__proto__": 1}', "__proto__ is refused"],
  ["33 levels", "[".repeat(33), "more than 32 levels"],
  ["more values than the largest bundle holds", `[${"0,".repeat(400_000)}0]`, "more than 400000 values"],
  ["a second document", "{} {}", "after the end"],
])("%s is refused", (_, text, message) => {
  expect(() => parseStrictJson(encode(text), "it")).toThrow(
    expect.objectContaining({ code: "signature-unreadable", message: expect.stringContaining(message) }),
  );
});

test("32 levels are read", () => {
  expect(() => parseStrictJson(encode("[".repeat(32) + "]".repeat(32)), "it")).not.toThrow();
});
