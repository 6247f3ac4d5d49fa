import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, type FailureCode } from "../../shared/failure.ts";

const SOURCE = join(import.meta.dirname, "../../shared/failure.ts");
const MEMBER = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n {2}\| "([a-z-]+)"/g;

interface CodeComment {
  readonly code: FailureCode;
  readonly meaning: string;
  readonly fix: string;
}

/** Every FailureCode with the two halves of its comment and the exit code that it leads to. */
export function failureTable(): string {
  const rows = codeComments(readFileSync(SOURCE, "utf8")).map(({ code, meaning, fix }) => {
    const { exitCode } = new Failure(code, meaning, { fix });
    return `| \`${code}\` | ${exitCode} | ${meaning} | ${fix} |`;
  });
  return ["| code | exit | what happened | what to do |", "|---|---|---|---|", ...rows].join("\n");
}

/** The members of the union in the source; one without a comment, or with half of one, is an error. */
export function codeComments(source: string): readonly CodeComment[] {
  const commented = [...source.matchAll(MEMBER)].map(([, comment, code]) => {
    const text = comment!
      .replace(/^ *\* ?/gm, "")
      .replaceAll(/\s+/g, " ")
      .trim();
    const end = text.indexOf(". ");
    if (end < 0) throw new Error(`the comment of "${code}" says what happened or what to do, and not both`);
    return { code: code as FailureCode, meaning: text.slice(0, end + 1), fix: text.slice(end + 2) };
  });
  const silent = [...source.matchAll(/^ {2}\| "([a-z-]+)"/gm)].find(
    ([, code]) => !commented.some((each) => each.code === code),
  );
  if (silent !== undefined) throw new Error(`the code "${silent[1]}" has no comment`);
  return commented;
}
