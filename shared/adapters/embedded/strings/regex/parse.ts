import { parseBracket } from "./bracket.ts";
import { type Cursor, cursorOver, type Flags, foldIf, notAPattern } from "./cursor.ts";
import { parseEscape } from "./escape.ts";
import { type Group, parseGroupStart } from "./group.ts";
import { parseRepetition, withRepetition } from "./repeat.ts";
import {
  BEGIN_LINE,
  BEGIN_TEXT,
  END_LINE,
  END_TEXT,
  type Expression,
  MAX_CODE_POINT,
  NO_WORD_BOUNDARY,
  WORD_BOUNDARY,
} from "./syntax.ts";

export interface Pattern {
  readonly expression: Expression;
  readonly groupCount: number;
}

/** An open parenthesis, or the whole: the choices so far and the parts of the one that is being read. */
interface Frame {
  readonly group: Group | null;
  readonly outerFlags: Flags;
  readonly choices: Expression[];
  parts: Expression[];
}

const MAX_NESTING = 1000;

/** RE2's syntax with its Perl extensions, which is what TensorFlow's operators take. */
export function parsePattern(pattern: Uint8Array): Pattern {
  const cursor = cursorOver(pattern);
  const frames: Frame[] = [newFrame(null, cursor.flags)];
  while (cursor.at < cursor.points.length) parseNext(cursor, frames);
  if (frames.length > 1) throw notAPattern(`missing ): ${cursor.source}`);
  return { expression: closed(frames[0]!), groupCount: cursor.groupCount };
}

function parseNext(cursor: Cursor, frames: Frame[]): void {
  const frame = frames.at(-1)!;
  const char = String.fromCodePoint(cursor.points[cursor.at]!);
  if (char === "(") openGroup(cursor, frames);
  else if (char === ")") closeGroup(cursor, frames);
  else if (char === "|") nextChoice(cursor, frame);
  else if ("*+?".includes(char) || (char === "{" && parseRepetition(cursor, false) !== null)) repeatLast(cursor, frame);
  else {
    cursor.afterRepetition = null;
    if (char === "\\") parseBackslash(cursor, frame.parts);
    else frame.parts.push(parsePlain(cursor, char));
  }
}

function newFrame(group: Group | null, outerFlags: Flags): Frame {
  return { group, outerFlags, choices: [], parts: [] };
}

function openGroup(cursor: Cursor, frames: Frame[]): void {
  const outerFlags = cursor.flags;
  cursor.afterRepetition = null;
  const group = parseGroupStart(cursor);
  if (group === "flags") return;
  if (frames.length > MAX_NESTING) throw notAPattern("expression nests too deeply");
  frames.push(newFrame(group, outerFlags));
}

function closeGroup(cursor: Cursor, frames: Frame[]): void {
  if (frames.length === 1) throw notAPattern(`unexpected ): ${cursor.source}`);
  cursor.at++;
  cursor.afterRepetition = null;
  const frame = frames.pop()!;
  const body = closed(frame);
  const { number } = frame.group!;
  cursor.flags = frame.outerFlags;
  frames.at(-1)!.parts.push(number === null ? body : { kind: "capture", group: number, body });
}

function nextChoice(cursor: Cursor, frame: Frame): void {
  cursor.at++;
  cursor.afterRepetition = null;
  frame.choices.push(sequence(frame.parts));
  frame.parts = [];
}

function closed({ choices, parts }: Frame): Expression {
  return choices.length === 0 ? sequence(parts) : { kind: "choice", parts: [...choices, sequence(parts)] };
}

function sequence(parts: readonly Expression[]): Expression {
  if (parts.length === 1) return parts[0]!;
  return parts.length === 0 ? { kind: "empty" } : { kind: "sequence", parts };
}

function repeatLast(cursor: Cursor, frame: Frame): void {
  const start = cursor.at;
  const repetition = parseRepetition(cursor, true)!;
  const written = cursor.text(start, cursor.at);
  const body = frame.parts.pop();
  if (body === undefined) throw notAPattern(`no argument for repetition operator: ${written}`);
  if (cursor.afterRepetition !== null) {
    throw notAPattern(`bad repetition operator: ${cursor.afterRepetition}${written}`);
  }
  cursor.afterRepetition = written;
  frame.parts.push(withRepetition(body, repetition, written));
}

function parseBackslash(cursor: Cursor, parts: Expression[]): void {
  const next = String.fromCodePoint(cursor.points[cursor.at + 1] ?? 0);
  const assertion = { b: WORD_BOUNDARY, B: NO_WORD_BOUNDARY, A: BEGIN_TEXT, z: END_TEXT }[next];
  if (next === "Q") parseQuoted(cursor, parts);
  else if (assertion !== undefined) parts.push(passing(cursor, 2, { kind: "assertion", assertion }));
  else if (next === "C") parts.push(passing(cursor, 2, { kind: "byte" }));
  else parts.push({ kind: "class", ranges: parseEscape(cursor) });
}

/** `\Q … \E`: all of it is literal, also where the end is missing. */
function parseQuoted(cursor: Cursor, parts: Expression[]): void {
  cursor.at += 2;
  while (cursor.at < cursor.points.length) {
    if (cursor.text(cursor.at, cursor.at + 2) === "\\E") {
      cursor.at += 2;
      return;
    }
    parts.push(literal(cursor));
  }
}

function parsePlain(cursor: Cursor, char: string): Expression {
  const { multiLine, dotAll } = cursor.flags;
  if (char === "[") return { kind: "class", ranges: parseBracket(cursor) };
  if (char === "^") return passing(cursor, 1, { kind: "assertion", assertion: multiLine ? BEGIN_LINE : BEGIN_TEXT });
  if (char === "$") return passing(cursor, 1, { kind: "assertion", assertion: multiLine ? END_LINE : END_TEXT });
  if (char !== ".") return literal(cursor);
  return passing(cursor, 1, { kind: "class", ranges: dotAll ? [0, MAX_CODE_POINT] : [0, 9, 11, MAX_CODE_POINT] });
}

function literal(cursor: Cursor): Expression {
  const point = cursor.points[cursor.at++]!;
  return { kind: "class", ranges: foldIf(cursor.flags, [point, point]) };
}

function passing(cursor: Cursor, length: number, expression: Expression): Expression {
  cursor.at += length;
  return expression;
}
