import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Runtime } from "../../../../shared/ports/runtime.ts";
import { type Comparison, compareOutputs } from "./compare.ts";
import { tensorFrom, type WrittenTensor } from "./kernels/kernel-case.ts";

/** What TensorFlow answered when it had exported a model of the zoo, as .github/tools/make-keras-zoo.py writes it. */
export interface Answers {
  readonly group: string;
  /** The public layers of Keras that the model holds. */
  readonly layers: readonly string[];
  /** The part of its spread by which an output may differ: no decision would notice it, and float32 stays below. */
  readonly share: number;
  readonly calls: readonly AnsweredCall[];
}

interface AnsweredCall {
  readonly inputs: Readonly<Record<string, WrittenTensor>>;
  readonly outputs: Readonly<Record<string, WrittenTensor>>;
  readonly spread: Readonly<Record<string, number | null>>;
}

export function readAnswers(directory: string): Answers {
  return JSON.parse(readFileSync(join(directory, "expected.json"), "utf8")) as Answers;
}

/** Every output of every call, held against TensorFlow's. */
export async function answeredCalls(
  runtime: Runtime,
  directory: string,
  { calls }: Answers,
): Promise<readonly Comparison[]> {
  await using model = await runtime.load({ directory, signatureName: "serving_default" });
  const comparisons: Comparison[] = [];
  for (const { inputs, outputs, spread } of calls) {
    const given = new Map(Object.entries(inputs).map(([name, written]) => [name, tensorFrom(written)]));
    comparisons.push(...compareOutputs(await model.predict(given), outputs, spread));
  }
  return comparisons;
}
