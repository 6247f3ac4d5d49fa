import { notAPattern } from "./cursor.ts";
import { type Expression, isNullable, type Repetition } from "./syntax.ts";
import { byteSequences } from "./utf8-sequences.ts";

export const BYTES = 0;
export const FORK = 1;
export const ASSERT = 2;
export const SAVE = 3;
export const MATCH = 4;
const FAIL = 5;

/**
 * A nondeterministic automaton over bytes, one instruction to an index. BYTES takes a byte between `a` and `b`; FORK
 * tries `next`, then `a`; ASSERT checks the assertions in `a`; SAVE notes the place in slot `a`.
 */
export interface Program {
  readonly code: Uint8Array;
  readonly next: Uint32Array;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly start: number;
  readonly asserts: boolean;
}

export interface ProgramOptions {
  /** Matches the reversed text: finds from a match's end where it begins. */
  readonly reversed: boolean;
  /** Tries every later place too, should this one not match. */
  readonly anywhere: boolean;
  /** Which groups' places are kept: those up to this number, or none. */
  readonly groups: number | null;
}

interface Builder extends ProgramOptions {
  readonly code: number[];
  readonly next: number[];
  readonly a: number[];
  readonly b: number[];
}

/** What RE2 allows in its default memory of 8 MB. */
const MAX_INSTRUCTIONS = 174_000;

/** Written from the end to the start: each expression is compiled with what follows it already known. */
export function compileProgram(expression: Expression, options: ProgramOptions): Program {
  const builder: Builder = { ...options, code: [], next: [], a: [], b: [] };
  const match = emit(builder, MATCH, 0, 0, 0);
  const body = compile(builder, { kind: "capture", group: 0, body: expression }, match);
  const start = options.anywhere ? searching(builder, body) : body;
  const [code, next] = [Uint8Array.from(builder.code), Uint32Array.from(builder.next)];
  const asserts = builder.code.includes(ASSERT);
  return { code, next, a: Uint32Array.from(builder.a), b: Uint32Array.from(builder.b), start, asserts };
}

function searching(builder: Builder, body: number): number {
  const fork = emit(builder, FORK, body, 0, 0);
  builder.a[fork] = emit(builder, BYTES, fork, 0, 255);
  return fork;
}

/** The index at which the expression begins, when `next` is what follows it. */
function compile(builder: Builder, expression: Expression, next: number): number {
  switch (expression.kind) {
    case "empty":
      return next;
    case "class":
      return compileClass(builder, expression.ranges, next);
    case "byte":
      return emit(builder, BYTES, next, 0, 255);
    case "assertion":
      return emit(builder, ASSERT, next, builder.reversed ? mirrored(expression.assertion) : expression.assertion, 0);
    case "capture":
      return compileCapture(builder, expression.group, expression.body, next);
    case "sequence":
      return compileSequence(builder, expression.parts, next);
    case "choice":
      return compileChoice(builder, expression.parts, next);
    case "repetition":
      return compileRepetition(builder, expression, next);
  }
}

function emit({ code, next, a, b }: Builder, ...instruction: readonly [number, number, number, number]): number {
  if (code.length >= MAX_INSTRUCTIONS) throw notAPattern("pattern too large - compile failed");
  code.push(instruction[0]);
  next.push(instruction[1]);
  a.push(instruction[2]);
  return b.push(instruction[3]) - 1;
}

/** Ends of sequences that are the same are written once. */
function compileClass(builder: Builder, ranges: readonly number[], next: number): number {
  const written = new Map<string, number>();
  let entry = -1;
  for (const sequence of byteSequences(ranges)) {
    let at = next;
    for (let index = 0; index < sequence.length; index += 2) {
      const place = builder.reversed ? index : sequence.length - 2 - index;
      const [low, high] = [sequence[place]!, sequence[place + 1]!];
      const key = `${low} ${high} ${at}`;
      at = written.get(key) ?? emit(builder, BYTES, at, low, high);
      written.set(key, at);
    }
    entry = entry < 0 ? at : emit(builder, FORK, at, entry, 0);
  }
  return entry < 0 ? emit(builder, FAIL, 0, 0, 0) : entry;
}

/** Begin and end of text, and of lines, change places; word boundaries look the same from both sides. */
function mirrored(assertion: number): number {
  return ((assertion & 0b0101) << 1) | ((assertion & 0b1010) >> 1) | (assertion & ~0b1111);
}

function compileCapture(builder: Builder, group: number, body: Expression, next: number): number {
  if (builder.groups === null || group > builder.groups) return compile(builder, body, next);
  const end = emit(builder, SAVE, next, 2 * group + 1, 0);
  return emit(builder, SAVE, compile(builder, body, end), 2 * group, 0);
}

function compileSequence(builder: Builder, parts: readonly Expression[], next: number): number {
  const compileNext = (at: number, part: Expression) => compile(builder, part, at);
  return builder.reversed ? parts.reduce(compileNext, next) : parts.reduceRight(compileNext, next);
}

function compileChoice(builder: Builder, parts: readonly Expression[], next: number): number {
  return parts
    .map((part) => compile(builder, part, next))
    .reduceRight((otherwise, first) => emit(builder, FORK, first, otherwise, 0));
}

function compileRepetition(builder: Builder, repetition: Repetition, next: number): number {
  const { body, minimum, maximum } = repetition;
  let at = next;
  let required = minimum;
  if (maximum === Infinity) {
    at = minimum > 0 ? compileLoop(builder, repetition, next).body : compileStar(builder, repetition, next);
    required = Math.max(0, minimum - 1);
  } else {
    for (let count = minimum; count < maximum; count++)
      at = fork(builder, repetition, compile(builder, body, at), next);
  }
  for (let count = 0; count < required; count++) at = compile(builder, body, at);
  return at;
}

/** A body that matches nothing at all needs a loop that is passed by, for its choices to keep their order. */
function compileStar(builder: Builder, repetition: Repetition, next: number): number {
  const { body, loop } = compileLoop(builder, repetition, next);
  return isNullable(repetition.body) ? fork(builder, repetition, body, next) : loop;
}

function compileLoop(builder: Builder, repetition: Repetition, next: number): { body: number; loop: number } {
  const loop = fork(builder, repetition, 0, next);
  const body = compile(builder, repetition.body, loop);
  if (repetition.greedy) builder.next[loop] = body;
  else builder.a[loop] = body;
  return { body, loop };
}

function fork(builder: Builder, { greedy }: Repetition, again: number, otherwise: number): number {
  return greedy ? emit(builder, FORK, again, otherwise, 0) : emit(builder, FORK, otherwise, again, 0);
}
