import { join } from "node:path";
import { expect, test } from "vitest";
import { embeddedRuntime } from "../../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import { Failure } from "../../../../shared/failure.ts";
import type { LoadedModel } from "../../../../shared/ports/runtime.ts";
import type { NamedTensors } from "../../../../shared/ports/tensor.ts";
import { describeCorpus } from "../../../corpus.ts";
import { plainValues, type RecordedAnswer, type RecordedOutput, recordedAnswers } from "./recorded-answers.ts";

/** Python's loader also takes signatures that a server keeps to itself. */
const HIDDEN = /^__/;
/** Recorded after another signature had trained the weights, or under names that Python's loader changed. */
const NOT_THE_MODEL = /regression_savedmodel w$|^names /;
/** What is drawn at random has a shape and a type, and no expected values. */
const RANDOM = /^rand /;

describeCorpus("the embedded runtime answers as TensorFlow did", (corpus) => {
  const answers = ["generated", "savedmodels"]
    .flatMap((folder) => recordedAnswers(join(corpus, folder)))
    .filter(({ title, signature }) => !HIDDEN.test(signature) && !NOT_THE_MODEL.test(title));

  test.for(answers)("$title", async (answer, { skip }) => {
    const model = await loadedOr(answer, skip);
    const given = await model.predict(answer.inputs);
    for (const output of answer.outputs) expectOutput(answer, output, given);
    await model[Symbol.asyncDispose]();
  });
});

/** A model of which an operator has no kernel is skipped by the operator's name. */
async function loadedOr({ directory, signature }: RecordedAnswer, skip: (note: string) => never): Promise<LoadedModel> {
  try {
    return await embeddedRuntime(localFiles()).load({ directory, signatureName: signature });
  } catch (error) {
    if (error instanceof Failure && error.code === "operator-missing") skip(error.message);
    throw error;
  }
}

function expectOutput({ title }: RecordedAnswer, expected: RecordedOutput, given: NamedTensors): void {
  const tensor = given.get(expected.name)!;
  expect({ dtype: tensor.dtype, shape: tensor.shape }).toEqual({ dtype: expected.dtype, shape: expected.shape });
  if (RANDOM.test(title)) return;
  const values = plainValues(tensor);
  const wrong = expected.values.flatMap((value, index) =>
    agree(values[index], value) ? [] : [[index, values[index], value]],
  );
  expect(wrong.slice(0, 5)).toEqual([]);
}

/** Within what TensorFlow itself differs from one instruction set to another. */
function agree(given: number | string | undefined, expected: unknown): boolean {
  if (typeof expected === "boolean") return given === Number(expected);
  if (typeof given === "string") return given === String(expected);
  const value = Number(expected);
  return Object.is(given, value) || Math.abs(given! - value) <= 1e-6 + 1e-5 * Math.abs(value);
}
