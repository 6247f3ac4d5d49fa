import { describe, expect, test } from "vitest";
import { Failure } from "../../../shared/failure.ts";
import { parseJson } from "../../../shared/schema/json.ts";
import type { JsonSchema } from "../../../shared/schema/json-schema.ts";
import { check, failureOf, validate } from "../../../shared/schema/validate.ts";
import { parseYaml } from "../../../shared/schema/yaml.ts";
import { threadClock } from "../../thread-clock.ts";

const SCHEMA: JsonSchema = {
  $id: "urn:test:thing",
  title: "Thing",
  type: "object",
  additionalProperties: false,
  required: ["name"],
  properties: {
    name: { $ref: "#/$defs/name" },
    maxBytes: { type: "integer", minimum: 1 },
    waitSeconds: { type: "number" },
    delayMs: { type: "number" },
    share: { title: "A fraction between 0 and 1", type: "number", minimum: 0, maximum: 1, default: 0.5 },
    steps: { type: "array", items: { title: "A percent", type: "integer", minimum: 1, maximum: 100 } },
    level: { enum: ["block", "warn"] },
    on: { type: "boolean" },
    shape: { anyOf: [{ $ref: "#/$defs/circle" }, { $ref: "#/$defs/square" }], title: "A circle or a square" },
    labels: { type: "object", additionalProperties: { type: "string" }, propertyNames: { $ref: "#/$defs/name" } },
    key: { title: "The name of a secret", type: "string", writeOnly: true, pattern: "^[A-Z]+$" },
  },
  $defs: {
    name: { title: "A name", type: "string", pattern: "^[a-z]+$", examples: ["thing"] },
    circle: {
      type: "object",
      additionalProperties: false,
      required: ["radius"],
      properties: { radius: { type: "number" } },
    },
    square: {
      type: "object",
      additionalProperties: false,
      required: ["side"],
      properties: { side: { type: "number" } },
    },
  },
};

const said = (text: string) =>
  check(SCHEMA, parseYaml(`name: thing\n${text}`, "f.yaml")).problems.map(
    ({ line, column, message, fix }) => `${line}:${column} ${message} | ${fix}`,
  );

describe("a problem says where, what and how", () => {
  test.each([
    ["a key near a known one", "levle: warn", "2:1 levle is not a known key; did you mean level? | Write level."],
    [
      "another case of a known key",
      "max_bytes: 1",
      "2:1 max_bytes is not a known key; maxBytes holds it, in bytes | Write maxBytes, in bytes.",
    ],
    [
      "another unit",
      "waitMinutes: 1",
      "2:1 waitMinutes is not a known key; waitSeconds holds it, in seconds | Write waitSeconds, in seconds.",
    ],
    [
      "the first word of a known key",
      "delay: 1",
      "2:1 delay is not a known key; did you mean delayMs? | Write delayMs.",
    ],
    ["the first letters of one", "delayM: 1", "2:1 delayM is not a known key; did you mean delayMs? | Write delayMs."],
    ["a key of another place", "radius: 1", "2:1 radius is not a known key; it belongs in shape | Move it to shape."],
    [
      "bytes with a unit",
      "maxBytes: 2GiB",
      '2:11 maxBytes must be a whole number of bytes, got "2GiB" | Write 2147483648: the unit is bytes.',
    ],
    [
      "seconds with a unit",
      "waitSeconds: 10m",
      '2:14 waitSeconds must be a number of seconds, got "10m" | Write 600: the unit is seconds.',
    ],
    [
      "milliseconds given in seconds",
      "delayMs: 0.2 s",
      '2:10 delayMs must be a number of milliseconds, got "0.2 s" | Write 200: the unit is milliseconds.',
    ],
    [
      "a percent sign for a fraction",
      "share: 5%",
      '2:8 share must be a fraction between 0 and 1, got "5%" | Write 0.05 for 5 %.',
    ],
    [
      "a percentage for a fraction",
      "share: 7",
      "2:8 share must be a fraction between 0 and 1, got the number 7 | Write 0.07 for 7 %.",
    ],
    [
      "a fraction for a percentage",
      "steps: [0.05]",
      "2:9 steps[0] must be a percent, got the number 0.05 | Write 5: the unit is percent.",
    ],
    [
      "a number in quotes",
      'maxBytes: "12"',
      '2:11 maxBytes must be a whole number of bytes, got "12" | Write the plain number, without quotes: 12.',
    ],
    ["a word for true", "on: yes", '2:5 on must be true or false, got "yes" | Write true or false.'],
    ["a misspelt choice", "level: wran", '2:8 level must be block or warn, got "wran" | Write warn.'],
    ["one value for a list", "steps: 5", "2:8 steps must be a list, got the number 5 | Make it a list: [5]."],
    [
      "no branch fits",
      "shape: 3",
      "2:8 shape must be a circle or a square, got the number 3 | Write a circle or a square.",
    ],
    ["the branch that was meant", "shape: {side: x}", '2:15 shape.side must be a number, got "x" | Write a number.'],
    [
      "keys of two branches",
      "shape: {side: 1, radius: 2}",
      "2:9 shape.side is not a known key beside the others here | Keep either side or radius.",
    ],
    [
      "a key that breaks its own rule",
      "labels: {A: x}",
      '2:10 "A" in labels must be a name, such as thing | Rename the key.',
    ],
    [
      "a secret is not repeated",
      "key: hunter2",
      "2:6 key must be the name of a secret, got something else (not shown: it may be the secret itself) | Write the name of a secret.",
    ],
    [
      "a misspelt required key is one problem",
      "shape: {radios: 1}",
      "2:8 shape must be a circle or a square, got a mapping | Write a circle or a square.",
    ],
  ])("%s", (_, text, problem) => expect(said(text)).toEqual([problem]));

  test("text that YAML reads as a number is to be quoted, when quotes are enough", () => {
    const { problems } = check(
      { ...SCHEMA, $id: "urn:test:other", properties: { name: { type: "string" } } },
      parseYaml("name: 012", "f"),
    );
    expect(problems.map(({ fix }) => fix)).toEqual(['Put it in quotes: "012".']);
  });
});

describe("validate", () => {
  test("fills in defaults", () => {
    expect(validate(SCHEMA, parseJson('{"name": "thing"}', "f.json"))).toEqual({ name: "thing", share: 0.5 });
  });

  test("throws once, with every problem in the order of the text", () => {
    const parsed = parseYaml("levle: warn\nname: 3\nname: x\non: 1", "f.yaml");
    expect(() => validate(SCHEMA, parsed)).toThrow(
      "f.yaml:1:1: levle is not a known key; did you mean level? (and 3 more)",
    );
    try {
      validate(SCHEMA, parsed, "manifest-invalid");
    } catch (error) {
      expect(error).toBeInstanceOf(Failure);
      const { code, problems, fix, exitCode } = error as Failure;
      expect({ code, fix, exitCode }).toEqual({ code: "manifest-invalid", fix: "Write level.", exitCode: 2 });
      expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual(["1:1", "2:7", "3:1", "4:5"]);
    }
  });

  test("lists a hundred problems and counts the others", () => {
    const problems = Array.from({ length: 250 }, (_, i) => ({
      file: "f",
      line: i + 1,
      column: 1,
      message: "m",
      fix: "x",
    }));
    const failure = failureOf("document-invalid", problems);
    expect(failure.problems).toHaveLength(100);
    expect(failure.message).toBe("f:1:1: m (and 249 more)");
  });

  test("five thousand unknown keys take less than a second of computing", () => {
    const keys = Array.from({ length: 5000 }, (_, i) => `unknown${i}: 1`).join("\n");
    validateQuietly("name: warm");
    const computed = threadClock();
    expect(validateQuietly(`name: x\n${keys}`)).toBe(100);
    expect(computed()).toBeLessThan(1000);
  });

  test("of a document too large to be told all its problems, the first is told", () => {
    const keys = Array.from({ length: 20_000 }, (_, i) => `unknown${i}: 1`).join("\n");
    expect(validateQuietly(`name: x\n${keys}`)).toBe(1);
  });
});

function validateQuietly(text: string): number {
  const { problems } = check(SCHEMA, parseYaml(text, "f.yaml"));
  return problems.length === 0 ? 0 : failureOf("document-invalid", problems).problems.length;
}
