import type { ByteSource } from "../../../ports/files.ts";
import { type Cursor, createCursor, isDamage } from "../bytes.ts";
import { readArgument } from "./arguments.ts";
import { OPCODES, type Opcode } from "./opcodes.ts";

/** What a Python unpickler would have done with the bytes, found out without running any of it. */
export interface PickleRun {
  /** Null without a PROTO header, as in protocols 0 and 1. */
  readonly protocol: number | null;
  readonly end: "stop" | "broken" | "bounded";
  readonly consumedBytes: number;
  readonly opcodes: number;
  readonly distinctOpcodes: number;
  /** What is left on the stack at the end; a well-formed pickle leaves exactly one item. */
  readonly depth: number;
  /** `module.name` of everything imported. */
  readonly globals: readonly string[];
  /** The globals that were called, and persistent or extension identifiers as `<PERSID>`. */
  readonly calls: readonly string[];
}

const MAX_OPCODES = 1_000_000;
const MAX_NAMED = 100;

interface Global {
  readonly global: string;
}
type Item = string | Global | typeof MARK | null;
const MARK = Symbol("mark");
const NOTHING: readonly Item[] = [];

interface Machine {
  readonly cursor: Cursor;
  readonly stack: Item[];
  readonly memo: Map<number, Item>;
  readonly globals: Set<string>;
  readonly calls: Set<string>;
  readonly seen: Set<number>;
  opcodes: number;
  protocol: number | null;
}

export function runPickle(source: ByteSource): PickleRun {
  const machine = createMachine(source);
  const end = runToEnd(machine);
  return {
    protocol: machine.protocol,
    end,
    consumedBytes: machine.cursor.position(),
    opcodes: machine.opcodes,
    distinctOpcodes: machine.seen.size,
    depth: machine.stack.length,
    globals: [...machine.globals],
    calls: [...machine.calls],
  };
}

function createMachine(source: ByteSource): Machine {
  return {
    cursor: createCursor(source),
    stack: [],
    memo: new Map(),
    globals: new Set(),
    calls: new Set(),
    seen: new Set(),
    opcodes: 0,
    protocol: null,
  };
}

function runToEnd(machine: Machine): PickleRun["end"] {
  try {
    while (machine.opcodes < MAX_OPCODES && machine.globals.size < MAX_NAMED) {
      const code = machine.cursor.u8();
      const opcode = OPCODES[code];
      if (opcode === undefined || !step(machine, opcode)) return "broken";
      machine.opcodes++;
      machine.seen.add(code);
      if (opcode.name === "STOP") return machine.stack.length > 0 ? "stop" : "broken";
    }
    return "bounded";
  } catch (error) {
    if (isDamage(error)) return "broken";
    throw error;
  }
}

/** False where Python would raise. */
function step(machine: Machine, opcode: Opcode): boolean {
  const argument = opcode.argument === null ? null : readArgument(machine.cursor, opcode.argument);
  if (argument === undefined) return false;
  const taken = opcode.mark ? takeToMark(machine.stack) : takeItems(machine.stack, opcode.take);
  if (taken === null) return false;
  const given = act(machine, opcode.name, argument, taken);
  if (given === undefined) return false;
  if (opcode.give) machine.stack.push(given);
  return true;
}

function takeItems(stack: Item[], count: number): readonly Item[] | null {
  if (count === 0) return NOTHING;
  if (stack.length < count) return null;
  const taken = stack.splice(stack.length - count, count);
  return taken.includes(MARK) ? null : taken;
}

function takeToMark(stack: Item[]): readonly Item[] | null {
  const mark = stack.lastIndexOf(MARK);
  return mark < 0 ? null : stack.splice(mark).slice(1);
}

/** What the opcode pushes, when it pushes; undefined where Python would raise. */
function act(
  machine: Machine,
  name: string,
  argument: string | number | null,
  taken: readonly Item[],
): Item | undefined {
  const { stack, memo } = machine;
  switch (name) {
    case "PROTO":
      if (typeof argument !== "number" || argument > 5) return undefined;
      if (machine.opcodes === 0) machine.protocol = argument;
      return null;
    case "MARK":
      stack.push(MARK);
      return null;
    case "POP":
      return stack.pop() === undefined ? undefined : null;
    case "DUP":
      return duplicate(stack);
    case "PUT":
    case "BINPUT":
    case "LONG_BINPUT":
      return remember(machine, Number(argument));
    case "MEMOIZE":
      return remember(machine, memo.size);
    case "GET":
    case "BINGET":
    case "LONG_BINGET":
      return memo.get(Number(argument));
    case "APPENDS":
    case "SETITEMS":
    case "ADDITEMS":
      return top(stack) === undefined ? undefined : null;
    default:
      return importOrCall(machine, name, argument, taken);
  }
}

function duplicate(stack: Item[]): null | undefined {
  const item = top(stack);
  if (item === undefined) return undefined;
  stack.push(item);
  return null;
}

function top(stack: readonly Item[]): Item | undefined {
  const item = stack.at(-1);
  return item === MARK ? undefined : item;
}

function remember({ stack, memo }: Machine, index: number): null | undefined {
  const item = top(stack);
  if (item === undefined) return undefined;
  memo.set(index, item);
  return null;
}

function importOrCall(
  machine: Machine,
  name: string,
  argument: string | number | null,
  taken: readonly Item[],
): Item | undefined {
  switch (name) {
    case "GLOBAL":
      return imported(machine, String(argument).split("\n"));
    case "INST":
      return called(machine, imported(machine, String(argument).split("\n")));
    case "STACK_GLOBAL":
      return imported(machine, taken);
    case "REDUCE":
    case "NEWOBJ":
    case "NEWOBJ_EX":
    case "OBJ":
    case "BUILD":
      return called(machine, taken[0]);
    case "PERSID":
    case "BINPERSID":
      // Only an unpickler with its own `persistent_load` goes on, and PyTorch's writes a header.
      return machine.protocol === null ? undefined : note(machine.calls, `<${name}>`);
    case "EXT1":
    case "EXT2":
    case "EXT4":
      return note(machine.calls, `<${name}>`);
    default:
      return typeof argument === "string" ? argument : null;
  }
}

function imported(machine: Machine, [module, name]: readonly Item[]): Global | undefined {
  // Python imports by any string; without a header the bytes may be text, so only identifiers count there.
  if (machine.protocol === null && !(isName(module) && isName(name))) return undefined;
  // A name built by the stream itself (concatenated, fetched from a call) still imports something.
  const global = `${typeof module === "string" ? module : "?"}.${typeof name === "string" ? name : "?"}`;
  note(machine.globals, global);
  return { global };
}

function isName(item: Item | undefined): boolean {
  return typeof item !== "string" || /^[\p{ID_Start}_][\p{ID_Continue}.]*$/u.test(item);
}

function called(machine: Machine, callee: Item | undefined): Item | undefined {
  if (callee === undefined) return undefined;
  if (callee !== null && typeof callee === "object") note(machine.calls, callee.global);
  return callee !== null && typeof callee === "object" ? callee : null;
}

function note(names: Set<string>, name: string): null {
  if (names.size < MAX_NAMED) names.add(name);
  return null;
}
