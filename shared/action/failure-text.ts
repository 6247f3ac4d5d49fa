import type { Failure, Problem } from "../failure.ts";
import type { Style } from "../ports/style.ts";
import { plain } from "./terminal.ts";

const MAX_PROBLEMS = 50;

/** What a person reads in a terminal: each problem with its line and a caret, or the one message, and what to do. */
export function failureText(failure: Failure, style: Style): string {
  const { problems } = failure;
  if (problems.length === 0) {
    return `${style.red("error")} ${style.dim(`[${failure.code}]`)} ${plain(failure.message, 2_000)}\n${fixLine(failure.fix, style)}`;
  }
  const shown = problems.slice(0, MAX_PROBLEMS).map((problem) => problemText(problem, style));
  const hidden = problems.length - shown.length;
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return [
    ...shown,
    hidden > 0 ? `… and ${hidden} more\n` : "",
    `${style.red("error")} ${style.dim(`[${failure.code}]`)} ${count}`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function problemText(problem: Problem, style: Style): string {
  const place = `${plain(problem.file)}:${problem.line}:${problem.column}`;
  const head = `${style.bold(place)} ${style.red("error")} ${plain(problem.message, 1_000)}`;
  return [head, ...excerpt(problem, style), fixLine(problem.fix, style), ""].join("\n");
}

function excerpt({ line, column, source }: Problem, style: Style): string[] {
  if (source === undefined || source.trim() === "") return [];
  const gutter = `${line} | `;
  const before = plain(source.slice(0, column - 1), 160);
  return [
    `  ${style.dim(gutter)}${plain(source, 160)}`,
    `  ${" ".repeat(gutter.length + before.length)}${style.red("^")}`,
  ];
}

function fixLine(fix: string, style: Style): string {
  return `  ${style.green("fix")} ${plain(fix, 1_000)}`;
}
