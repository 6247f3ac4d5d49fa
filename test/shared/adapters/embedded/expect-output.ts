import { expect } from "vitest";
import type { NamedTensors } from "../../../../shared/ports/tensor.ts";
import { plainValues, type RecordedAnswer, type RecordedOutput } from "./recorded-answers.ts";

/** What is drawn at random has a shape and a type, and no expected values. */
const RANDOM = /^rand /;

/** The output that TensorFlow recorded, within what TensorFlow itself differs from one instruction set to another. */
export function expectOutput({ title }: RecordedAnswer, expected: RecordedOutput, given: NamedTensors): void {
  const tensor = given.get(expected.name)!;
  expect({ dtype: tensor.dtype, shape: tensor.shape }).toEqual({ dtype: expected.dtype, shape: expected.shape });
  if (RANDOM.test(title)) return;
  const values = plainValues(tensor);
  const wrong = expected.values.flatMap((value, index) =>
    agree(values[index], value) ? [] : [[index, values[index], value]],
  );
  expect(wrong.slice(0, 5)).toEqual([]);
}

function agree(given: number | string | undefined, expected: unknown): boolean {
  if (typeof expected === "boolean") return given === Number(expected);
  if (typeof given === "string") return given === String(expected);
  const value = Number(expected);
  return Object.is(given, value) || Math.abs(given! - value) <= 1e-6 + 1e-5 * Math.abs(value);
}
