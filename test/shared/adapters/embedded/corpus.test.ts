import { join } from "node:path";
import { test } from "vitest";
import { embeddedRuntime } from "../../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import { Failure } from "../../../../shared/failure.ts";
import type { LoadedModel } from "../../../../shared/ports/runtime.ts";
import { describeCorpus } from "../../../corpus.ts";
import { expectOutput } from "./expect-output.ts";
import { type RecordedAnswer, recordedAnswers } from "./recorded-answers.ts";

/** Python's loader also takes signatures that a server keeps to itself. */
const HIDDEN = /^__/;
/** Recorded after another signature had trained the weights, or under names that Python's loader changed. */
const NOT_THE_MODEL = /regression_savedmodel w$|^names /;

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
