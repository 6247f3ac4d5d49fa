import { Failure } from "../../../../failure.ts";
import { folded, foldedPoint } from "./ranges.ts";
import type { Ranges } from "./syntax.ts";

/** A place in a pattern, and what has been decided on the way to it. */
export interface Cursor {
  readonly source: string;
  readonly points: readonly number[];
  at: number;
  flags: Flags;
  groupCount: number;
  /** The operator just read: two in a row are an error. */
  afterRepetition: string | null;
  text(from: number, to: number): string;
}

export interface Flags {
  readonly foldCase: boolean;
  readonly multiLine: boolean;
  readonly dotAll: boolean;
  readonly swapGreed: boolean;
}

/** In RE2's words. */
export function notAPattern(reason: string): Failure {
  return new Failure("prediction-failed", reason, { fix: "Correct the pattern in the model, and export it again." });
}

const NO_FLAGS: Flags = { foldCase: false, multiLine: false, dotAll: false, swapGreed: false };
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function cursorOver(pattern: Uint8Array): Cursor {
  const source = decoded(pattern);
  const points = Array.from(source, (char) => char.codePointAt(0)!);
  return {
    source,
    points,
    at: 0,
    flags: NO_FLAGS,
    groupCount: 0,
    afterRepetition: null,
    text: (from, to) => String.fromCodePoint(...points.slice(from, Math.min(to, from + MAX_QUOTED))),
  };
}

/** How much of a pattern an error quotes. */
const MAX_QUOTED = 100;

export function foldIf({ foldCase }: Flags, ranges: Ranges): Ranges {
  if (!foldCase) return ranges;
  return ranges.length === 2 && ranges[0] === ranges[1] ? foldedPoint(ranges[0]!) : folded(ranges);
}

function decoded(pattern: Uint8Array): string {
  try {
    return UTF8.decode(pattern);
  } catch {
    throw notAPattern("invalid UTF-8");
  }
}
