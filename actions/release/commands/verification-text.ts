import { plain } from "../../../shared/action/terminal.ts";
import type { Problem } from "../../../shared/failure.ts";
import type { Verification } from "../../../shared/ledger/verification.ts";
import type { LedgerRewrites } from "../../../shared/ports/ledger-past.ts";
import type { Style } from "../../../shared/ports/style.ts";
import { nothingYet } from "./history-text.ts";

interface Ground {
  readonly place: "origin" | "local";
  readonly rewrites: LedgerRewrites | null;
}

const MAX_PROBLEMS = 50;

/** One line for each ledger, and each problem with its place. */
export function verificationText(
  { files, problems, notes, isSound, commit }: Verification,
  { place, rewrites }: Ground,
  style: Style,
): string {
  if (commit === null && isSound) return nothingYet(place);
  const told = files.flatMap((file) => [
    `${file.problems.length === 0 ? style.green("sound ") : style.red("broken")} ${plain(file.file)}, ${countText(file.lines, "line")}`,
    ...problemLines(file.problems, style),
  ]);
  return [
    ...told,
    ...problemLines(problems, style),
    ...notes.map((note) => `  ${plain(note, 500)}`),
    ...pastLines(rewrites, style),
  ].join("\n");
}

function problemLines(problems: readonly Problem[], style: Style): readonly string[] {
  const shown = problems.slice(0, MAX_PROBLEMS).flatMap(({ file, line, message, fix }) => {
    const place = `${plain(file)}:${line}`;
    const said = plain(message, 500);
    return [
      `  ${style.bold(place)} ${said.startsWith(`${place}: `) ? said.slice(place.length + 2) : said}`,
      `    ${style.green("fix")} ${plain(fix, 500)}`,
    ];
  });
  const hidden = problems.length - MAX_PROBLEMS;
  return hidden > 0 ? [...shown, `  … and ${hidden} more`] : shown;
}

function pastLines(rewrites: LedgerRewrites | null, style: Style): readonly string[] {
  if (rewrites === null) return [];
  const { commits, isWhole } = rewrites;
  const seen = `${countText(commits, "commit")} of the branch compared, each with the one before it`;
  if (isWhole) return [style.dim(seen)];
  return [
    style.dim(seen),
    "This clone is shallow: commits before those were not seen. git fetch --unshallow brings them.",
  ];
}

function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
