import type { Style } from "../ports/style.ts";

export interface ColourSource {
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Colours only on a terminal, and never against NO_COLOR (no-color.org) or TERM=dumb. */
export function styleFor({ isTerminal, environment }: ColourSource): Style {
  const isColoured = isTerminal && !environment.NO_COLOR && environment.TERM !== "dumb";
  const dress = (open: number, close: number) => (text: string) =>
    isColoured ? `\x1b[${open}m${text}\x1b[${close}m` : text;
  return {
    bold: dress(1, 22),
    dim: dress(2, 22),
    red: dress(31, 39),
    green: dress(32, 39),
    yellow: dress(33, 39),
  };
}

// Controls and bidirectional overrides can redraw a terminal; `##[` is a workflow command anywhere in a line of a
// job's log, and `::command::` is one at its start, where only blanks may stand before it.
const COMMAND = /^\s*::/u;
const UNSAFE = /[\p{Cc}\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|##\[/gu;

/** A hostile name or text on one line, short enough to read. */
export function plain(text: string, maxLength = 200): string {
  const escaped = text
    .slice(0, maxLength * 2)
    .replace(UNSAFE, escapeOne)
    .replace(COMMAND, (blanks) => `${blanks.slice(0, -2)}\\::`);
  return escaped.length > maxLength ? `${escaped.slice(0, maxLength)}… (${text.length} characters)` : escaped;
}

function escapeOne(match: string): string {
  if (match === "##[") return "#\\#[";
  if (match === "\n") return "\\n";
  if (match === "\t") return "\\t";
  return `\\u{${match.codePointAt(0)?.toString(16)}}`;
}
