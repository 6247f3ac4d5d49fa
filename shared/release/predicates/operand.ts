import type { Failure } from "../../failure.ts";
import type { Predicate, PredicateFunction } from "../../ports/predicate.ts";
import { nearest } from "../../schema/nearest.ts";
import { list, quote } from "../../schema/phrases.ts";
import { type Cursor, counted, operation, peek, requireSymbol, takeSymbol, unexpected } from "./cursor.ts";
import { fault, misread } from "./fault.ts";
import type { Token } from "./tokens.ts";

/** How many arguments each function takes. Nothing here reaches beyond its arguments. */
const FUNCTIONS: Readonly<Record<PredicateFunction, readonly [least: number, most: number]>> = {
  abs: [1, 1],
  ceil: [1, 1],
  coalesce: [1, 20],
  contains: [2, 2],
  ends_with: [2, 2],
  floor: [1, 1],
  greatest: [1, 20],
  least: [1, 20],
  length: [1, 1],
  lower: [1, 1],
  nullif: [2, 2],
  round: [1, 1],
  sqrt: [1, 1],
  starts_with: [2, 2],
  trim: [1, 1],
  upper: [1, 1],
};
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);
/** Words that begin what a predicate may not hold, or that belong to a place where no value stands. */
const REFUSED = new Set(
  `all and any array as attach between by call case cast copy create cross delete detach distinct drop else end except
   execute exists export fetch for from full glob group having ilike import in insert install intersect interval into is
   join lateral left like limit load not on or order over pragma prepare qualify reset returning right select set similar
   some struct table then union unnest update use using values when where window with`.split(/\s+/),
);
/** A larger whole number is not the one that it says, once it is a double. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/** A column, a literal, a call or something in parentheses. */
export function readOperand(cursor: Cursor, readInner: (cursor: Cursor) => Predicate): Predicate {
  const token = peek(cursor);
  if (takeSymbol(cursor, ["("]) !== null) {
    const inner = readInner(cursor);
    requireSymbol(cursor, ")");
    return inner;
  }
  if (token.kind === "symbol" || token.kind === "end")
    throw unexpected(cursor, "Write a column, a number or a 'text' there.");
  cursor.next++;
  if (token.kind === "number") return counted(cursor, numberIn(token));
  if (token.kind === "text") return counted(cursor, { kind: "literal", value: token.text, at: token.at });
  if (token.kind === "quotedName") return columnOrCall(cursor, token, readInner);
  return namedOperand(cursor, token, readInner);
}

function numberIn({ text, at }: Token): Predicate {
  const value = Number(text);
  if (!Number.isFinite(value) || (Number.isInteger(value) && value > LARGEST)) {
    throw misread(fault(at, `${quote(text)} is larger than numbers are exact`, "Compare it as a text: 'number'."));
  }
  return { kind: "literal", value, at };
}

function namedOperand(cursor: Cursor, token: Token, readInner: (cursor: Cursor) => Predicate): Predicate {
  const word = token.text.toLowerCase();
  const constant = CONSTANTS.get(word);
  if (constant !== undefined) return counted(cursor, { kind: "literal", value: constant, at: token.at });
  if (REFUSED.has(word)) {
    const fix = `Write conditions on columns; a column of that name is "${token.text}".`;
    throw misread(fault(token.at, `${quote(token.text)} cannot be used in a predicate`, fix));
  }
  return columnOrCall(cursor, token, readInner);
}

function columnOrCall(cursor: Cursor, token: Token, readInner: (cursor: Cursor) => Predicate): Predicate {
  if (takeSymbol(cursor, ["("]) === null) return counted(cursor, { kind: "column", name: token.text, at: token.at });
  const name = token.text.toLowerCase();
  if (!isFunction(name)) throw unknownFunction(token);
  const operands: Predicate[] = [];
  if (takeSymbol(cursor, [")"]) === null) {
    do operands.push(readInner(cursor));
    while (takeSymbol(cursor, [","]) !== null);
    requireSymbol(cursor, ")");
  }
  const [least, most] = FUNCTIONS[name];
  if (operands.length < least || operands.length > most) {
    const takes = least === most ? String(least) : `${least} to ${most}`;
    throw misread(
      fault(token.at, `${name} takes ${takes} values, and is given ${operands.length}`, "Correct the call."),
    );
  }
  return operation(cursor, name, { operands, at: token.at });
}

function isFunction(name: string): name is PredicateFunction {
  return Object.hasOwn(FUNCTIONS, name);
}

function unknownFunction({ text, at }: Token): Failure {
  const names = Object.keys(FUNCTIONS);
  const close = nearest(text.toLowerCase(), names);
  const fix = close === null ? `Use ${list(names)}.` : `Write ${close}.`;
  return misread(fault(at, `the function ${quote(text)} cannot be used in a predicate`, fix));
}
