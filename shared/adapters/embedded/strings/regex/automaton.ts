import { assertionsBetween, contextOf, OTHER_CONTEXT, START_CONTEXT } from "./assertions.ts";
import { ASSERT, BYTES, FORK, MATCH, type Program, SAVE } from "./program.ts";

/** A deterministic automaton, made of a program state by state as texts need them. */
export interface Automaton {
  readonly program: Program;
  /** Prefers the longest match; else the one that comes first in the order of the pattern's choices. */
  readonly longest: boolean;
  /** Bytes that no instruction tells apart share a class; the class after the last stands for the text's end. */
  readonly classes: Uint8Array;
  readonly classCount: number;
  /** One byte of each class. */
  readonly examples: readonly number[];
  states: State[];
  /** Of all states together. */
  threadCount: number;
  numbers: Map<string, number>;
  /** By what lies before the text that is searched; DEAD: not yet made. */
  readonly starts: Int32Array;
  /** By state × classes + class: twice the next state, + 1 if a match ends here, before the byte. −1: not yet known. */
  transitions: Int32Array;
}

interface State {
  /** Instructions that the last byte led to, the preferred first. */
  readonly threads: readonly number[];
  /** What that byte was. */
  readonly context: number;
}

export const DEAD = 0;
/** The cache is dropped when it is full: memory stays bounded, and time linear in the text. */
const MAX_TRANSITIONS = 2 ** 20;
const MAX_THREADS = 2 ** 20;
const MIN_STATES = 16;

export function newAutomaton(program: Program, longest: boolean): Automaton {
  const { classes, examples } = byteClasses(program);
  const automaton: Automaton = {
    program,
    longest,
    classes,
    classCount: examples.length + 1,
    examples,
    states: [],
    threadCount: 0,
    numbers: new Map(),
    starts: new Int32Array(4),
    transitions: new Int32Array(0),
  };
  forgetStates(automaton);
  return automaton;
}

export function startState(automaton: Automaton, before: number): number {
  const context = seen(automaton, before);
  const known = automaton.starts[context]!;
  if (known !== DEAD) return known;
  const number = numberOf(automaton, { threads: [automaton.program.start], context });
  automaton.starts[context] = number;
  return number;
}

/** The entry of the table for that state and class, computed. The states may be new ones afterwards. */
export function makeTransition(automaton: Automaton, state: number, byteClass: number): number {
  const { threads, context } = automaton.states[state]!;
  const isEnd = byteClass === automaton.classCount - 1;
  const byte = isEnd ? -1 : automaton.examples[byteClass]!;
  const after = isEnd ? START_CONTEXT : contextOf(byte);
  const { reached, isMatch } = follow(automaton, threads, assertionsBetween(context, after));
  const next = isEnd ? { threads: [], context: 0 } : step(automaton, reached, byte, after);
  const isFull = isCacheFull(automaton);
  if (isFull) forgetStates(automaton);
  const entry = 2 * numberOf(automaton, next) + (isMatch ? 1 : 0);
  if (!isFull) automaton.transitions[state * automaton.classCount + byteClass] = entry;
  return entry;
}

function isCacheFull({ states, classCount, threadCount }: Automaton): boolean {
  return states.length > MIN_STATES && (states.length * classCount > MAX_TRANSITIONS || threadCount > MAX_THREADS);
}

function forgetStates(automaton: Automaton): void {
  automaton.states = [];
  automaton.threadCount = 0;
  automaton.starts.fill(DEAD);
  automaton.numbers = new Map();
  automaton.transitions = new Int32Array(MIN_STATES * automaton.classCount).fill(-1);
  numberOf(automaton, { threads: [], context: 0 });
}

function numberOf(automaton: Automaton, { threads, context }: State): number {
  const key = `${context}:${threads.join()}`;
  const known = threads.length === 0 ? automaton.numbers.get("0:") : automaton.numbers.get(key);
  if (known !== undefined) return known;
  const number = automaton.states.push({ threads, context }) - 1;
  automaton.numbers.set(key, number);
  automaton.threadCount += threads.length;
  const size = automaton.states.length * automaton.classCount;
  if (size > automaton.transitions.length) {
    const larger = new Int32Array(2 * size).fill(-1);
    larger.set(automaton.transitions);
    automaton.transitions = larger;
  }
  return number;
}

/** What a program without assertions looks back at is the same everywhere. */
function seen({ program }: Automaton, context: number): number {
  return program.asserts ? context : OTHER_CONTEXT;
}

/** The byte instructions that are reached without a byte, in order of preference, and whether the match is too. */
function follow(automaton: Automaton, threads: readonly number[], holds: number) {
  const { code, next, a } = automaton.program;
  const visited = new Uint8Array(code.length);
  const stack = threads.toReversed();
  const reached: number[] = [];
  let isMatch = false;
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (visited[at] === 1) continue;
    visited[at] = 1;
    const instruction = code[at]!;
    if (instruction === BYTES) reached.push(at);
    else if (instruction === FORK) stack.push(a[at]!, next[at]!);
    else if (instruction === SAVE || (instruction === ASSERT && (a[at]! & holds) !== 0)) stack.push(next[at]!);
    else if (instruction === MATCH) {
      isMatch = true;
      // What is preferred less than a match can no longer win.
      if (!automaton.longest) break;
    }
  }
  return { reached, isMatch };
}

function step(automaton: Automaton, reached: readonly number[], byte: number, context: number): State {
  const { next, a, b } = automaton.program;
  const threads = new Set<number>();
  for (const at of reached) if (byte >= a[at]! && byte <= b[at]!) threads.add(next[at]!);
  const ordered = automaton.longest ? [...threads].sort((x, y) => x - y) : [...threads];
  return { threads: ordered, context: seen(automaton, context) };
}

function byteClasses({ code, a, b, asserts }: Program): { classes: Uint8Array; examples: number[] } {
  const begins = new Uint8Array(257);
  begins[0] = 1;
  for (let at = 0; at < code.length; at++) if (code[at] === BYTES) begins[a[at]!] = begins[b[at]! + 1] = 1;
  if (asserts) for (let byte = 1; byte < 256; byte++) if (contextOf(byte) !== contextOf(byte - 1)) begins[byte] = 1;
  const classes = new Uint8Array(256);
  const examples: number[] = [];
  for (let byte = 0; byte < 256; byte++) {
    if (begins[byte] === 1) examples.push(byte);
    classes[byte] = examples.length - 1;
  }
  return { classes, examples };
}
