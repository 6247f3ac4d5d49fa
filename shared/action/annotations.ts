import { error } from "@actions/core";
import type { Failure } from "../failure.ts";

// GitHub shows at most ten error annotations a step and drops the rest without a word.
const MAX_ANNOTATIONS = 10;

/** In a job: each problem on its line of the changed file, or the failure as a whole. */
export function annotate(failure: Failure): void {
  const { problems } = failure;
  if (problems.length === 0) {
    error(`${failure.message}\nfix: ${failure.fix}`, { title: failure.code });
    return;
  }
  const hidden = problems.length - MAX_ANNOTATIONS;
  for (const [index, problem] of problems.slice(0, MAX_ANNOTATIONS).entries()) {
    const more = index === MAX_ANNOTATIONS - 1 && hidden > 0 ? `\n(and ${hidden} more in the log)` : "";
    error(`${problem.message}\nfix: ${problem.fix}${more}`, {
      title: failure.code,
      file: problem.file,
      startLine: problem.line,
      startColumn: problem.column,
    });
  }
}
