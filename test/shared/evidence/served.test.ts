import { describe, expect, test } from "vitest";
import { readServedAnswer } from "../../../shared/evidence/served-answer.ts";
import { servedCases } from "../../../shared/evidence/served-case.ts";
import { servedScores } from "../../../shared/evidence/served-scores.ts";
import type { Contract } from "../../../shared/schema/release.types.ts";
import { servedManifest } from "../rollout/served.ts";

const CONTRACT: Contract = {
  inputs: [{ name: "x", dtype: "float32", shape: [-1, 2] }],
  outputs: [{ name: "y", dtype: "float32", shape: [-1, 1], range: [0, 0.1] }],
  evolution: "backward",
};
const bytes = (text: string) => new TextEncoder().encode(text);

describe("a golden case is asked in rows", () => {
  test.each([
    ["where it was written in rows", '{"instances": [[1, 2.5], [3, 4]], "predictions": [[0.1], [0.05]]}'],
    [
      "where its rows name the input",
      '{"instances": [{"x": [1, 2.5]}, {"x": [3, 4]}], "predictions": [[0.1], [0.05]]}',
    ],
    ["where it was written in columns", '{"inputs": {"x": [[1, 2.5], [3, 4]]}, "outputs": {"y": [[0.1], [0.05]]}}'],
  ])("%s", (_, line) => {
    const [only] = servedCases(bytes(`\n${line}`), "golden.jsonl", CONTRACT);
    expect(only).toMatchObject({
      line: 2,
      instances: [
        [1, 2.5],
        [3, 4],
      ],
    });
    expect(only!.recorded.get("y")!.data).toEqual(Float32Array.of(0.1, 0.05));
  });

  test("by name where there are several inputs", () => {
    const inputs = [...CONTRACT.inputs, { name: "t", dtype: "string" as const, shape: [-1] }];
    const line = '{"inputs": {"x": [[1, 2]], "t": ["ü"]}, "outputs": {"y": [[0.1]]}}';
    const [only] = servedCases(bytes(line), "golden.jsonl", { ...CONTRACT, inputs });
    expect(only!.instances).toEqual([{ t: "ü", x: [1, 2] }]);
  });

  test.each([
    [
      "of another shape is refused where it stands",
      '{"instances": [[1]], "predictions": [[0.1]]}',
      /golden\.jsonl:1:16: "x" takes float32 \[-1, 2\]/,
    ],
    [
      "that holds NaN cannot be asked",
      '{"instances": [[1, NaN]], "predictions": [[0.1]]}',
      /golden\.jsonl:1: an endpoint cannot be asked this case: it holds a number that JSON does not have/,
    ],
  ])("and one %s", (_, line, message) => {
    expect(() => servedCases(bytes(line), "golden.jsonl", CONTRACT)).toThrow(message);
  });
});

describe("an answer", () => {
  test("at the end of its declared range is valid, although its float32 is a little more", () => {
    expect(readServedAnswer([[0.1]], 1, CONTRACT)).toMatchObject({ kind: "valid" });
  });

  test("just beyond it is not", () => {
    expect(readServedAnswer([[0.101]], 1, CONTRACT)).toMatchObject({ kind: "invalid" });
  });

  test.each([
    ["nested without end", nested(100_000), "the answer is no tensor: it is nested too deeply"],
    ["infinite", [Number.POSITIVE_INFINITY], "output y holds 1 values that are NaN or infinite"],
    ["absent", null, '"y" takes float32 [-1, 1], but predictions[0] is null'],
    ["undefined", undefined, '"y" takes float32 [-1, 1], but predictions[0] is null'],
  ])("that is %s is invalid, and nothing worse", (_, prediction, problem) => {
    expect(readServedAnswer([prediction], 1, CONTRACT)).toEqual({ kind: "invalid", problem });
  });
});

function nested(depth: number): unknown {
  let value: unknown = 0.5;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

describe("the score of a row", () => {
  const manifest = servedManifest();
  const scored = (shape: readonly number[], values: readonly number[]) =>
    servedScores(new Map([["y", { dtype: "float64", shape, data: Float64Array.from(values) }]]), manifest);

  test.each([
    ["is the only value", [2, 1], [0.1, 0.9], [0.1, 0.9]],
    ["is the value, where rows hold nothing else", [2], [0.1, 0.9], [0.1, 0.9]],
    ["is the second class's of two", [2, 2], [0.9, 0.1, 0.2, 0.8], [0.1, 0.8]],
    ["is the surest class's of several", [2, 3], [0.2, 0.5, 0.3, 0.7, 0.1, 0.2], [0.5, 0.7]],
    ["is none where there are no rows", [0, 1], [], []],
  ])("%s", (_, shape, values, scores) => {
    expect(scored(shape, values)).toEqual(scores);
  });

  test("is none where the output is text, or is not there", () => {
    const text = new Map([["y", { dtype: "string" as const, shape: [1], data: [bytes("a")] }]]);
    expect(servedScores(text, manifest)).toEqual([]);
    expect(servedScores(new Map(), manifest)).toEqual([]);
  });
});
