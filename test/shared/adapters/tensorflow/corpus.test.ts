import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "vitest";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import { tensorflowRuntime } from "../../../../shared/adapters/tensorflow/runtime.ts";
import { describeCorpus } from "../../../corpus.ts";
import { describeNative } from "../../../native.ts";
import { expectOutput } from "../embedded/expect-output.ts";
import { recordedAnswers } from "../embedded/recorded-answers.ts";

/** Python's loader also takes signatures that a server keeps to itself. */
const HIDDEN = /^__/;
/** Recorded after another signature had trained the weights, or under names that Python's loader changed. */
const NOT_THE_MODEL = /regression_savedmodel w$|^names /;
/** Its restore function sets only the optimiser's copies: TensorFlow's sessions and servers find no weights either. */
const NOT_SERVABLE = /^slots /;

describeCorpus("TensorFlow answers through the addon as through Python", (corpus) => {
  describeNative("every recorded answer", ({ addon }) => {
    const runtime = tensorflowRuntime(localFiles(), { addon, device: "cpu", scratch: tmpdir() });
    const answers = ["generated", "savedmodels"]
      .flatMap((folder) => recordedAnswers(join(corpus, folder)))
      .filter(
        ({ title, signature }) => !HIDDEN.test(signature) && !NOT_THE_MODEL.test(title) && !NOT_SERVABLE.test(title),
      );

    test.each(answers)("$title", async (answer) => {
      const { directory, signature } = answer;
      await using model = await runtime.load({ directory, signatureName: signature });
      const given = await model.predict(answer.inputs);
      for (const output of answer.outputs) expectOutput(answer, output, given);
    });
  });
});
