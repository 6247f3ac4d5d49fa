import { type AnnotationProperties, error, warning } from "@actions/core";
import type { Failure } from "../failure.ts";
import type { Notice } from "../ports/notice.ts";

// GitHub shows at most ten annotations of each level a step and drops the rest without a word.
const MAX_ANNOTATIONS = 10;
const LONGEST_MESSAGE = 2_000;

/** In a job: each problem on its line of the changed file, or the failure as a whole. */
export function annotate({ code, message, fix, problems }: Failure): void {
  if (problems.length === 0) error(textOf({ message, fix }), { title: code });
  else
    show(
      problems.map((problem) => ({
        text: textOf(problem),
        place: { title: code, file: problem.file, startLine: problem.line, startColumn: problem.column },
      })),
      error,
    );
}

/** In a job: what a verdict has against a release, on the file that proposes it. */
export function annotateNotices(notices: readonly Notice[]): void {
  for (const [level, write] of [
    ["error", error],
    ["warning", warning],
  ] as const) {
    const chosen = notices.filter((notice) => notice.level === level);
    show(
      chosen.map((notice) => ({ text: textOf(notice), place: placeOf(notice) })),
      write,
    );
  }
}

function placeOf({ title, file, line }: Notice): AnnotationProperties {
  return { title, ...(file === null ? {} : { file }), ...(line === undefined ? {} : { startLine: line }) };
}

interface Annotation {
  readonly text: string;
  readonly place: AnnotationProperties;
}

function show(annotations: readonly Annotation[], write: typeof error): void {
  const hidden = annotations.length - MAX_ANNOTATIONS;
  for (const [index, { text, place }] of annotations.slice(0, MAX_ANNOTATIONS).entries()) {
    const more = index === MAX_ANNOTATIONS - 1 && hidden > 0 ? `\n(and ${hidden} more in the log)` : "";
    write(`${text}${more}`, place);
  }
}

function textOf({ message, fix }: { readonly message: string; readonly fix: string | null }): string {
  return [message, ...(fix === null ? [] : [`fix: ${fix}`])].map((line) => line.slice(0, LONGEST_MESSAGE)).join("\n");
}
