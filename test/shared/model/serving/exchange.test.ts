import { describe, expect, test } from "vitest";
import { Failure } from "../../../../shared/failure.ts";
import { type Exchange, parseExchanges } from "../../../../shared/model/serving/exchange.ts";
import type { Signature } from "../../../../shared/ports/signature.ts";
import { spec } from "./specs.ts";

const SIGNATURE: Signature = {
  name: "serving_default",
  method: "tensorflow/serving/predict",
  inputs: [spec("x", "float32", [-1, 2])],
  outputs: [spec("score", "float32", [-1, 1]), spec("label", "string", [-1])],
};

const ONE = '{"instances": [[1, 2]], "predictions": [{"score": [0.5], "label": "yes"}]}';

describe("the cases of a file", () => {
  test.each<[string, string, readonly number[]]>([
    ["one to a line", `${ONE}\n${ONE}\n`, [1, 2]],
    ["without a newline at the end", `${ONE}\n${ONE}`, [1, 2]],
    ["between empty lines, of either system", `\r\n${ONE}\r\n\n  \n${ONE}\r\n`, [2, 5]],
    ["behind a byte order mark", `\ufeff${ONE}`, [1]],
  ])("%s", (_, text, lines) => {
    expect(read(text).map(({ line }) => line)).toEqual(lines);
  });

  test("keep what was asked and what was answered", () => {
    const [exchange] = read(ONE);
    expect(exchange!.inputs(SIGNATURE).get("x")).toMatchObject({ shape: [1, 2], data: Float32Array.of(1, 2) });
    expect(exchange!.answers(SIGNATURE).get("score")).toMatchObject({ shape: [1, 1], data: Float32Array.of(0.5) });
    expect(exchange!.answers(SIGNATURE).get("label")).toMatchObject({ shape: [1], data: [bytesOf("yes")] });
  });

  test.each<[string, string, readonly string[]]>([
    ["some outputs of a row", '{"instances": [[1, 2]], "predictions": [{"label": "yes"}]}', ["label"]],
    ["some outputs of a column", '{"inputs": [[1, 2]], "outputs": {"score": [[0.5]]}}', ["score"]],
    [
      "every output of a column",
      '{"inputs": [[1, 2]], "outputs": {"score": [[0]], "label": ["a"]}}',
      ["score", "label"],
    ],
  ])("may have recorded %s", (_, text, names) => {
    expect([...read(text)[0]!.answers(SIGNATURE).keys()]).toEqual(names);
  });

  test("need no name where the model has one output, be it bytes", () => {
    const signature = { ...SIGNATURE, outputs: [spec("raw_bytes", "string", [-1])] };
    const [exchange] = read('{"instances": [[1, 2]], "predictions": [{"b64": "AP8="}]}');
    expect(exchange!.answers(signature).get("raw_bytes")?.data).toEqual([Buffer.of(0, 255)]);
  });
});

describe("refused, with its place,", () => {
  test.each<[string, string, string]>([
    ["a file without a case", "\n \n", "golden.jsonl:1:1: the file holds no case"],
    ["a request without its answer", `${ONE}\n{"instances": [[1, 2]]}`, "golden.jsonl:2:1: the case is not a request"],
    ["rows answered in columns", '{"instances": [[1, 2]], "outputs": [[1]]}', "golden.jsonl:1:1: the case is not"],
    ["what is not JSON", `${ONE}\n{"instances": [[1, 2}`, "golden.jsonl:2:21: "],
    ["two cases on one line", `${ONE} ${ONE}`, "golden.jsonl:1:76: "],
    [
      "a slip of the pen",
      '{"instances": [], "prediction": []}',
      'golden.jsonl:1:19: the request has no member "prediction"',
    ],
  ])("%s", (_, text, message) => {
    expect(messageOf(() => read(text))).toContain(message);
  });

  test.each<[string, string, string]>([
    [
      "an output that the model has not",
      '{"instances": [[1, 2]], "predictions": [{"scores": [0]}]}',
      "names no tensor",
    ],
    [
      "an output beside one that it has",
      '{"instances": [[1, 2]], "predictions": [{"score": [0], "x": 1}]}',
      "names no tensor",
    ],
    [
      "rows that name different outputs",
      '{"instances": [[1, 2]], "predictions": [{"score": [0]}, {"label": "a"}]}',
      "names no",
    ],
    ["no name where there are two outputs", '{"instances": [[1, 2]], "predictions": [[0]]}', "which of 2 tensors"],
    ["text for a number", `${ONE}\n{"instances": [[1, 2]], "predictions": [{"score": ["a"]}]}`, "golden.jsonl:2:52: "],
  ])("%s", (_, text, message) => {
    expect(messageOf(() => read(text).at(-1)!.answers(SIGNATURE))).toContain(message);
  });
});

function read(text: string): readonly Exchange[] {
  return parseExchanges(bytesOf(text), "golden.jsonl");
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
  return "nothing was refused";
}

test("a pointer of Git LFS is told as one, with what fetches the file", () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 12345\n`;
  expect(() => parseExchanges(new TextEncoder().encode(pointer), "golden.jsonl")).toThrow(
    expect.objectContaining({ code: "lfs-pointer", fix: expect.stringContaining("lfs: true") }),
  );
});
