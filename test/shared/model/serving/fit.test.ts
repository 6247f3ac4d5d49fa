import { expect, test } from "vitest";
import { checkInputs } from "../../../../shared/model/serving/fit.ts";
import type { Tensor } from "../../../../shared/ports/tensor.ts";
import { spec } from "./specs.ts";

const signature = {
  name: "serving_default",
  method: "",
  inputs: [spec("age", "int64", [-1]), spec("pixels", "float32", [-1, 2])],
  outputs: [],
};
const age: Tensor = { dtype: "int64", shape: [1], data: BigInt64Array.of(7n) };
const pixels: Tensor = { dtype: "float32", shape: [1, 2], data: Float32Array.of(1, 2) };

test("what the signature takes is accepted, an empty batch too", () => {
  const none: Tensor = { dtype: "int64", shape: [0], data: new BigInt64Array() };
  checkInputs(
    signature,
    new Map([
      ["age", age],
      ["pixels", pixels],
    ]),
  );
  checkInputs(
    signature,
    new Map([
      ["age", none],
      ["pixels", pixels],
    ]),
  );
});

test.each<[string, Record<string, Tensor>, RegExp]>([
  ["a missing input", { age }, /the input "pixels" \(float32 \[-1, 2\]\) is missing/],
  ["an extra input, with the nearest", { age, pixels, pixel: pixels }, /there is no input "pixel", only "pixels"/],
  [
    "another dtype",
    { age, pixels: { ...pixels, dtype: "float64" } },
    /takes float32 \[-1, 2\], given was float64 \[1, 2\]/,
  ],
  ["another width", { age, pixels: { ...pixels, shape: [2, 1] } }, /given was float32 \[2, 1\]/],
  ["another rank", { age, pixels: { ...pixels, shape: [2] } }, /given was float32 \[2\]/],
  ["too few elements", { age, pixels: { ...pixels, data: Float32Array.of(1) } }, /float32 \[1, 2\] with 1 elements/],
  ["another kind of array", { age, pixels: { ...pixels, data: Float64Array.of(1, 2) } }, /in a Float64Array/],
  ["a negative length", { age, pixels: { ...pixels, shape: [-1, 2] } }, /given was float32 \[-1, 2\]/],
])("%s is refused", (_, inputs, message) => {
  expect(() => checkInputs(signature, new Map(Object.entries(inputs)))).toThrow(
    expect.objectContaining({ code: "request-invalid", message: expect.stringMatching(message) }),
  );
});
