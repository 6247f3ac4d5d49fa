import { count } from "../../release/quantities.ts";
import { code, type Inline, md, text } from "../escape.ts";
import { type Block, list, NOTHING } from "../markdown.ts";
import type { FailedRelease } from "../report.ts";

interface Size {
  /** Problems. */
  readonly most: number;
  /** Characters of each. */
  readonly length: number;
}

/** What could not be judged: every problem where it stands, with what to do. */
export function failureList(failures: readonly FailedRelease[], { most, length }: Size): Block {
  const found = failures.flatMap((failed) => failureLines(failed, length));
  const rest = found.length - most;
  if (found.length === 0) return NOTHING;
  return list([...found.slice(0, most), ...(rest > 0 ? [md`and ${text(count(rest, "more problem"))}`] : [])]);
}

function failureLines({ path, failure }: FailedRelease, length: number): readonly Inline[] {
  const { message, fix, problems } = failure;
  if (problems.length === 0) {
    const where = path === null ? md`` : md`${code(path)}: `;
    return [md`❔ ${where}${text(message, length)} → ${text(fix, length)}`];
  }
  return problems.map(({ file, line, column, message, fix }) => {
    const place = code(`${file}:${line}:${column}`);
    return md`❔ ${place}: ${text(message, length)} → ${text(fix, length)}`;
  });
}
