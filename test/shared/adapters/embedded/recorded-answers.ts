import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  bfloat16Bits,
  bfloat16ToNumber,
  float16Bits,
  float16ToNumber,
} from "../../../../shared/adapters/embedded/values/half.ts";
import type { Dtype, NamedTensors, Tensor, TensorData } from "../../../../shared/ports/tensor.ts";

/** What TensorFlow 2.21 answered when a corpus model was asked. */
export interface RecordedAnswer {
  readonly title: string;
  readonly directory: string;
  readonly signature: string;
  readonly inputs: NamedTensors;
  readonly outputs: readonly RecordedOutput[];
}

export interface RecordedOutput {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** The first 256 of them. */
  readonly values: readonly unknown[];
}

interface RecordedTensor {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly values_flat_first_256?: readonly unknown[];
  readonly values?: unknown;
}

interface RecordedRun {
  readonly inputs?: Readonly<Record<string, RecordedTensor>>;
  readonly outputs?: Readonly<Record<string, RecordedTensor>>;
}

type Runs = Readonly<Record<string, RecordedRun>>;

/** All answers recorded below a folder of models with an `expected.json` each. */
export function recordedAnswers(folder: string): readonly RecordedAnswer[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "expected.json")))
    .flatMap((name) => answersOf(join(folder, name), name));
}

function answersOf(folder: string, name: string): readonly RecordedAnswer[] {
  // NaN and the infinities are bare, as Python writes them; a quoted NaN survives JSON.parse.
  const text = readFileSync(join(folder, "expected.json"), "utf8").replace(
    /(?<=[\s[])(-?Infinity|NaN)(?=[\s,\]])/g,
    '"$1"',
  );
  const expected = JSON.parse(text) as Record<string, Runs | undefined>;
  const runs = { ...expected.tensorflow_2_21_v1_session, ...expected.tensorflow_2_21_load_and_run };
  return Object.entries(runs).flatMap(([signature, { inputs, outputs }]) => {
    if (inputs === undefined || outputs === undefined) return [];
    const answer = {
      title: `${name} ${signature}`,
      directory: join(folder, "model"),
      signature,
      inputs: new Map(Object.entries(inputs).map(([input, recorded]) => [input, tensorOf(recorded)])),
      outputs: Object.entries(outputs).map(([output, recorded]) => ({ name: output, ...outputOf(recorded) })),
    };
    return [answer];
  });
}

function outputOf({ dtype, shape, ...recorded }: RecordedTensor): Omit<RecordedOutput, "name"> {
  return { dtype, shape, values: valuesOf(recorded) };
}

function valuesOf({ values, values_flat_first_256: first }: Pick<RecordedTensor, "values" | "values_flat_first_256">) {
  const all = values === undefined ? (first ?? []) : Array.isArray(values) ? values.flat(Infinity) : [values];
  return all as readonly unknown[];
}

function tensorOf(recorded: RecordedTensor): Tensor {
  const { dtype, shape } = recorded;
  return { dtype, shape, data: dataOf(dtype, valuesOf(recorded)) };
}

function dataOf(dtype: Dtype, values: readonly unknown[]): TensorData {
  if (dtype === "string") return values.map((value) => new TextEncoder().encode(String(value)));
  if (dtype === "float16") return Uint16Array.from(values, (value) => float16Bits(Number(value)));
  if (dtype === "bfloat16") return Uint16Array.from(values, (value) => bfloat16Bits(Number(value)));
  const arrays = {
    float32: Float32Array,
    float64: Float64Array,
    int8: Int8Array,
    int16: Int16Array,
    int32: Int32Array,
    uint8: Uint8Array,
    uint16: Uint16Array,
    uint32: Uint32Array,
    bool: Uint8Array,
  } as const;
  if (dtype === "int64") return BigInt64Array.from(values, (value) => BigInt(Number(value)));
  if (dtype === "uint64") return BigUint64Array.from(values, (value) => BigInt(Number(value)));
  return arrays[dtype as keyof typeof arrays].from(values.map(Number));
}

/** The values of a tensor as expected.json writes them. */
export function plainValues({ dtype, data }: Tensor): readonly (number | string)[] {
  if (dtype === "string") return (data as readonly Uint8Array[]).map((bytes) => new TextDecoder().decode(bytes));
  const numbers = Array.from(data as ArrayLike<number | bigint>, Number);
  if (dtype === "float16") return numbers.map(float16ToNumber);
  return dtype === "bfloat16" ? numbers.map(bfloat16ToNumber) : numbers;
}
