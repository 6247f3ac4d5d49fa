import type { Failure } from "../../failure.ts";
import type { Predicate, PredicateOperator } from "../../ports/predicate.ts";
import { quote } from "../../schema/phrases.ts";
import { fault, misread } from "./fault.ts";
import type { Token } from "./tokens.ts";

/** How far the tokens have been read, and how much has been built of them. */
export interface Cursor {
  readonly tokens: readonly Token[];
  next: number;
  depth: number;
  nodes: number;
}

const MAX_DEPTH = 50;
const MAX_NODES = 2000;

export function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.next]!;
}

/** Words are told apart from quoted names, and their case does not matter. */
export function isWord({ kind, text }: Token, word: string): boolean {
  return kind === "name" && text.toLowerCase() === word;
}

export function takeWord(cursor: Cursor, word: string): boolean {
  if (!isWord(peek(cursor), word)) return false;
  cursor.next++;
  return true;
}

export function takeSymbol(cursor: Cursor, symbols: readonly string[]): string | null {
  const { kind, text } = peek(cursor);
  if (kind !== "symbol" || !symbols.includes(text)) return null;
  cursor.next++;
  return text;
}

export function requireSymbol(cursor: Cursor, symbol: string): void {
  if (takeSymbol(cursor, [symbol]) === null) throw unexpected(cursor, `Write ${symbol} before it.`);
}

export function requireWord(cursor: Cursor, word: string): void {
  if (!takeWord(cursor, word)) throw unexpected(cursor, `Write ${word.toUpperCase()} before it.`);
}

export function unexpected(cursor: Cursor, fix: string): Failure {
  const { kind, text, at } = peek(cursor);
  const message = kind === "end" ? "it ends too early" : `${quote(text)} is not expected here`;
  return misread(fault(at, message, fix));
}

/** Parentheses and operators nest only so far: what reads the tree later may recurse. */
export function nested<T>(cursor: Cursor, read: (cursor: Cursor) => T): T {
  if (++cursor.depth > MAX_DEPTH) throw misread(fault(peek(cursor).at, "it is nested too deeply", "Simplify it."));
  const value = read(cursor);
  cursor.depth--;
  return value;
}

export function operation(
  cursor: Cursor,
  operator: PredicateOperator,
  { operands, at }: { readonly operands: readonly Predicate[]; readonly at: number },
): Predicate {
  return counted(cursor, { kind: "operation", operator, operands, at });
}

export function counted(cursor: Cursor, predicate: Predicate): Predicate {
  if (++cursor.nodes > MAX_NODES) throw misread(fault(predicate.at, "it has too many parts", "Simplify it."));
  return predicate;
}
