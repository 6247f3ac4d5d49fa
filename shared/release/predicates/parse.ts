import { Failure } from "../../failure.ts";
import type { Predicate, PredicateOperator } from "../../ports/predicate.ts";
import {
  type Cursor,
  isWord,
  nested,
  operation,
  peek,
  requireSymbol,
  requireWord,
  takeSymbol,
  takeWord,
  unexpected,
} from "./cursor.ts";
import { fault, misread, type PredicateFault } from "./fault.ts";
import { readOperand } from "./operand.ts";
import { tokensOf } from "./tokens.ts";

const COMPARISONS: Readonly<Record<string, PredicateOperator>> = {
  "=": "=",
  "==": "=",
  "<>": "<>",
  "!=": "<>",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};
const MAX_LISTED = 1000;

/**
 * One SQL expression over a row's columns, with DuckDB's precedence, or where and why it is none. Everything that is not
 * on the list is refused: no subquery, no comment, no second statement, no function that reaches beyond its arguments.
 */
export function parsePredicate(text: string): Predicate | PredicateFault {
  const tokens = tokensOf(text);
  if ("message" in tokens) return tokens;
  if (tokens.length === 1) return fault(0, "it is empty", "Write a condition on columns.");
  const cursor: Cursor = { tokens, next: 0, depth: 0, nodes: 0 };
  try {
    const predicate = readOr(cursor);
    if (peek(cursor).kind !== "end") throw unexpected(cursor, "Write one expression: join conditions with AND or OR.");
    return predicate;
  } catch (error) {
    if (error instanceof Failure) return error.cause as PredicateFault;
    throw error;
  }
}

function readOr(cursor: Cursor): Predicate {
  return nested(cursor, () => joined(cursor, "or", () => joined(cursor, "and", readNot)));
}

function joined(cursor: Cursor, word: "and" | "or", read: (cursor: Cursor) => Predicate): Predicate {
  const { at } = peek(cursor);
  const operands = [read(cursor)];
  while (takeWord(cursor, word)) operands.push(read(cursor));
  return operands.length === 1 ? operands[0]! : operation(cursor, word, { operands, at });
}

function readNot(cursor: Cursor): Predicate {
  const { at } = peek(cursor);
  if (!takeWord(cursor, "not")) return readIs(cursor);
  return nested(cursor, () => operation(cursor, "not", { operands: [readNot(cursor)], at }));
}

function readIs(cursor: Cursor): Predicate {
  let left = readComparison(cursor);
  for (;;) {
    const { at } = peek(cursor);
    if (!takeWord(cursor, "is")) return left;
    const isNegated = takeWord(cursor, "not");
    if (takeWord(cursor, "distinct")) {
      requireWord(cursor, "from");
      const operator = isNegated ? "is not distinct from" : "is distinct from";
      left = operation(cursor, operator, { operands: [left, readComparison(cursor)], at });
      continue;
    }
    const word = ["null", "true", "false"].find((candidate) => takeWord(cursor, candidate));
    if (word === undefined) throw unexpected(cursor, "Write IS NULL, IS TRUE, IS FALSE or IS DISTINCT FROM.");
    const tested = operation(cursor, `is ${word}` as PredicateOperator, { operands: [left], at });
    left = isNegated ? operation(cursor, "not", { operands: [tested], at }) : tested;
  }
}

function readComparison(cursor: Cursor): Predicate {
  const left = readMembership(cursor);
  const { at } = peek(cursor);
  const symbol = takeSymbol(cursor, Object.keys(COMPARISONS));
  if (symbol === null) return left;
  const compared = operation(cursor, COMPARISONS[symbol]!, { operands: [left, readMembership(cursor)], at });
  if (peek(cursor).kind === "symbol" && Object.hasOwn(COMPARISONS, peek(cursor).text)) {
    throw unexpected(cursor, "Join two comparisons with AND.");
  }
  return compared;
}

/** BETWEEN, IN, LIKE and ILIKE, each with NOT before it or without. */
function readMembership(cursor: Cursor): Predicate {
  const left = readConcatenation(cursor);
  const { at } = peek(cursor);
  const follows = cursor.tokens[cursor.next + 1];
  const isNegated =
    isWord(peek(cursor), "not") && ["between", "in", "like", "ilike"].some((word) => isWord(follows!, word));
  if (isNegated) cursor.next++;
  const found = readMember(cursor, left, at);
  if (found === null) return left;
  return isNegated ? operation(cursor, "not", { operands: [found], at }) : found;
}

function readMember(cursor: Cursor, left: Predicate, at: number): Predicate | null {
  if (takeWord(cursor, "between")) {
    const low = readConcatenation(cursor);
    requireWord(cursor, "and");
    return operation(cursor, "between", { operands: [left, low, readConcatenation(cursor)], at });
  }
  for (const word of ["like", "ilike"] as const) {
    if (takeWord(cursor, word)) return operation(cursor, word, { operands: [left, readConcatenation(cursor)], at });
  }
  return takeWord(cursor, "in") ? readList(cursor, left, at) : null;
}

function readList(cursor: Cursor, left: Predicate, at: number): Predicate {
  requireSymbol(cursor, "(");
  const operands = [left];
  do operands.push(readOr(cursor));
  while (takeSymbol(cursor, [","]) !== null);
  requireSymbol(cursor, ")");
  if (operands.length > MAX_LISTED)
    throw misread(fault(at, "its list is too long", `List at most ${MAX_LISTED} values.`));
  return operation(cursor, "in", { operands, at });
}

function readConcatenation(cursor: Cursor): Predicate {
  return chained(cursor, ["||"], () => chained(cursor, ["+", "-"], () => chained(cursor, ["*", "/", "%"], readSigned)));
}

/** Left to right: a chain is as deep as it is long, and bounded as what is nested. */
function chained(cursor: Cursor, symbols: readonly string[], read: (cursor: Cursor) => Predicate): Predicate {
  const depth = cursor.depth;
  let left = read(cursor);
  for (;;) {
    const { at } = peek(cursor);
    const symbol = takeSymbol(cursor, symbols);
    if (symbol === null) break;
    const right = nested(cursor, read);
    cursor.depth++;
    left = operation(cursor, symbol as PredicateOperator, { operands: [left, right], at });
  }
  cursor.depth = depth;
  return left;
}

function readSigned(cursor: Cursor): Predicate {
  const { at } = peek(cursor);
  const sign = takeSymbol(cursor, ["-", "+"]);
  if (sign === null) return readOperand(cursor, readOr);
  const operand = nested(cursor, readSigned);
  return sign === "+" ? operand : operation(cursor, "negate", { operands: [operand], at });
}
