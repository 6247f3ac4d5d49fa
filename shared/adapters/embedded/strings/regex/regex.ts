import { contextAt } from "./assertions.ts";
import { type Automaton, DEAD, makeTransition, newAutomaton, startState } from "./automaton.ts";
import { captureGroups } from "./captures.ts";
import { notAPattern } from "./cursor.ts";
import { parsePattern } from "./parse.ts";
import { compileProgram, type Program } from "./program.ts";

/** A pattern ready to search bytes, in time linear in the text whatever the two are. */
export interface Regex {
  readonly groupCount: number;
  /** Finds where the preferred match ends. */
  readonly forward: Automaton;
  /** Finds from there where it began. */
  readonly backward: Automaton;
  readonly whole: Automaton;
  /** Finds the groups of a match whose begin is known. */
  readonly capturing: Program;
}

/** A rewrite can name no more than nine. */
const MAX_GROUPS = 9;
const MAX_PATTERN_BYTES = 65_536;

/** What is searched; a hostile pattern makes each of its bytes expensive. */
export interface Subject {
  readonly text: Uint8Array;
  readonly checkDeadline: () => void;
}

interface Span {
  readonly from: number;
  readonly end: number;
}

/** A pattern that is none is a Failure in RE2's words. */
export function compileRegex(pattern: Uint8Array): Regex {
  if (pattern.length > MAX_PATTERN_BYTES) throw notAPattern("pattern too large - compile failed");
  const { expression, groupCount } = parsePattern(pattern);
  const plain = { reversed: false, anywhere: false, groups: null };
  return {
    groupCount,
    forward: newAutomaton(compileProgram(expression, { ...plain, anywhere: true }), false),
    backward: newAutomaton(compileProgram(expression, { ...plain, reversed: true }), true),
    whole: newAutomaton(compileProgram(expression, plain), true),
    capturing: compileProgram(expression, { ...plain, groups: MAX_GROUPS }),
  };
}

export function matchesWhole({ whole }: Regex, subject: Subject): boolean {
  return lastEnd(whole, subject, 0) === subject.text.length;
}

/** Begin and end of the first match from a place on; null when there is none. */
export function findMatch(regex: Regex, subject: Subject, from: number): readonly [begin: number, end: number] | null {
  const end = lastEnd(regex.forward, subject, from);
  return end < 0 ? null : [firstBegin(regex.backward, subject, { from, end }), end];
}

/** Begin and end of each group of the match that begins there. */
export function findGroups({ capturing }: Regex, subject: Subject, begin: number): Int32Array {
  return captureGroups({ program: capturing, ...subject }, begin, 2 * (MAX_GROUPS + 1));
}

function lastEnd(automaton: Automaton, { text, checkDeadline }: Subject, from: number): number {
  const { classes, classCount } = automaton;
  let state = startState(automaton, contextAt(text, from - 1));
  let end = -1;
  for (let at = from; state !== DEAD; at++) {
    const byteClass = at < text.length ? classes[text[at]!]! : classCount - 1;
    let entry = automaton.transitions[state * classCount + byteClass]!;
    if (entry < 0) {
      checkDeadline();
      entry = makeTransition(automaton, state, byteClass);
    }
    if ((entry & 1) === 1) end = at;
    state = entry >> 1;
  }
  return end;
}

function firstBegin(automaton: Automaton, { text, checkDeadline }: Subject, { from, end }: Span): number {
  const { classes, classCount } = automaton;
  let state = startState(automaton, contextAt(text, end));
  let begin = end;
  for (let at = end; state !== DEAD && at >= from; at--) {
    const byteClass = at > 0 ? classes[text[at - 1]!]! : classCount - 1;
    let entry = automaton.transitions[state * classCount + byteClass]!;
    if (entry < 0) {
      checkDeadline();
      entry = makeTransition(automaton, state, byteClass);
    }
    if ((entry & 1) === 1) begin = at;
    state = entry >> 1;
  }
  return begin;
}
