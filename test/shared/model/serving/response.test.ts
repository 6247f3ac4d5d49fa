import { describe, expect, test } from "vitest";
import { printResponse } from "../../../../shared/model/serving/response.ts";
import type { Dtype, NamedTensors, Tensor, TensorData } from "../../../../shared/ports/tensor.ts";
import { inputsOf, spec } from "./specs.ts";

const tensor = (dtype: Dtype, shape: readonly number[], data: TensorData): Tensor => ({ dtype, shape, data });
const one = (name: string, value: Tensor): NamedTensors => new Map([[name, value]]);
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

describe("values", () => {
  test.each<[string, Tensor, string]>([
    [
      "float32 in the fewest digits",
      tensor("float32", [4], Float32Array.of(0.1, 1 / 3, 1e-7, 16777216)),
      "[0.1, 0.33333334, 1e-7, 16777216.0]",
    ],
    [
      "float32 at its ends",
      tensor("float32", [3], Float32Array.of(3.4028234663852886e38, 1.17549435e-38, 1e30)),
      "[3.4028235e+38, 1.1754944e-38, 1e+30]",
    ],
    [
      "no numbers",
      tensor("float32", [3], Float32Array.of(Number.NaN, Infinity, -Infinity)),
      "[NaN, Infinity, -Infinity]",
    ],
    ["whole floats with their point", tensor("float64", [3], Float64Array.of(1, -0, 1e21)), "[1.0, -0.0, 1e+21]"],
    ["float64 to the last bit", tensor("float64", [1], Float64Array.of(0.1 + 0.2)), "[0.30000000000000004]"],
    [
      "float16",
      tensor("float16", [4], Uint16Array.of(0x3c00, 0x2e66, 0x0001, 0x7c00)),
      "[1.0, 0.099975586, 5.9604645e-8, Infinity]",
    ],
    ["bfloat16", tensor("bfloat16", [2], Uint16Array.of(0x3dcd, 0xff80)), "[0.100097656, -Infinity]"],
    ["int64 beyond 2^53", tensor("int64", [1], BigInt64Array.of(-9007199254740993n)), "[-9007199254740993]"],
    ["uint64", tensor("uint64", [1], BigUint64Array.of(2n ** 64n - 1n)), "[18446744073709551615]"],
    ["small integers", tensor("int8", [2], Int8Array.of(-1, 2)), "[-1, 2]"],
    ["booleans", tensor("bool", [2], bytes(1, 0)), "[true, false]"],
    ["text", tensor("string", [2], [new TextEncoder().encode('é"'), bytes()]), '["é\\"", ""]'],
    ["bytes that are no text", tensor("string", [1], [bytes(0xff, 0)]), '[{"b64": "/wA="}]'],
    ["a single value", tensor("int32", [], Int32Array.of(7)), "7"],
    ["nothing", tensor("float32", [0, 3], new Float32Array()), "[]"],
    ["nothing in rows", tensor("float32", [2, 0], new Float32Array()), "[[], []]"],
    ["several dimensions", tensor("int32", [2, 1, 2], Int32Array.of(1, 2, 3, 4)), "[[[1, 2]], [[3, 4]]]"],
  ])("%s", (_, value, printed) =>
    expect(printResponse(one("y", value), "columns")).toBe(`{\n  "outputs": ${printed}\n}`),
  );

  test("an output whose name ends in _bytes is always base64, as TensorFlow Serving has it", () => {
    const outputs = one("image_bytes", tensor("string", [1], [bytes(0x41)]));
    expect(JSON.parse(printResponse(outputs, "rows"))).toEqual({ predictions: [{ b64: "QQ==" }] });
  });

  test("a workflow command in a model's text does not reach the job's log", () => {
    const outputs = one("y", tensor("string", [1], [new TextEncoder().encode("##[error]")]));
    const printed = printResponse(outputs, "rows");
    expect(printed).not.toContain("##[");
    expect(JSON.parse(printed)).toEqual({ predictions: ["##[error]"] });
  });
});

describe("names", () => {
  const several: NamedTensors = new Map([
    ["label", tensor("string", [2], [bytes(0x61), bytes(0x62)])],
    ["scores", tensor("float32", [2, 2], Float32Array.of(0.5, 1, 2, 3))],
  ]);

  test("several outputs are an object in each row", () => {
    expect(printResponse(several, "rows")).toBe(
      '{\n  "predictions": [\n    {"label": "a", "scores": [0.5, 1.0]},\n    {"label": "b", "scores": [2.0, 3.0]}\n  ]\n}',
    );
  });

  test("several outputs are one object of columns", () => {
    expect(JSON.parse(printResponse(several, "columns"))).toEqual({
      outputs: {
        label: ["a", "b"],
        scores: [
          [0.5, 1],
          [2, 3],
        ],
      },
    });
  });

  test("no rows are no predictions", () => {
    expect(JSON.parse(printResponse(one("y", tensor("float32", [0, 1], new Float32Array())), "rows"))).toEqual({
      predictions: [],
    });
  });

  test.each<[string, NamedTensors, RegExp]>([
    ["a single value in rows", one("y", tensor("float32", [], Float32Array.of(1))), /"y" is a single value/],
    [
      "rows of different counts",
      new Map([...several, ["z", tensor("int32", [3], Int32Array.of(1, 2, 3))]]),
      /"z" has 3 rows where others have 2/,
    ],
    ["complex numbers", one("y", tensor("complex64", [1], Float32Array.of(1, 0))), /"y" is of complex64/],
  ])("%s cannot be shown", (_, outputs, message) => {
    expect(() => printResponse(outputs, "rows")).toThrow(
      expect.objectContaining({ code: "request-invalid", message: expect.stringMatching(message) }),
    );
  });
});

test("what is printed is read again as it was", () => {
  const bits = Uint32Array.from({ length: 4000 }, (_, index) => Math.imul(index + 1, 2654435761));
  const floats = new Float32Array(bits.buffer).filter(Number.isFinite);
  const printed = printResponse(one("x", tensor("float32", [floats.length], floats)), "columns");
  expect(inputsOf(printed.replace("outputs", "inputs"), [spec("x", "float32", [-1])]).get("x")?.data).toEqual(floats);
});
