import { badFilter, type Token, tokensOf } from "./tokens.ts";

/** What a filter says, in the form of AIP-160. */
export type Filter =
  | { readonly kind: "all" | "any"; readonly terms: readonly Filter[] }
  | { readonly kind: "not"; readonly term: Filter }
  | Restriction;

export interface Restriction {
  readonly kind: "restriction";
  /** `labels.team` in two parts. */
  readonly path: readonly string[];
  readonly comparator: string;
  readonly value: string;
}

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

const MAX_DEPTH = 50;

/** Null where the filter is empty. */
export function parseFilter(filter: string): Filter | null {
  const cursor: Cursor = { tokens: tokensOf(filter), at: 0, depth: 0 };
  if (cursor.tokens.length === 0) return null;
  const parsed = readExpression(cursor);
  const rest = cursor.tokens[cursor.at];
  if (rest !== undefined) throw unexpected(rest);
  return parsed;
}

/** AND between sequences, which a space joins as well. */
function readExpression(cursor: Cursor): Filter {
  const terms = [readFactor(cursor)];
  for (;;) {
    const next = cursor.tokens[cursor.at];
    if (next === undefined || next.kind === "close") return joined("all", terms);
    if (isWord(next, "AND")) cursor.at += 1;
    terms.push(readFactor(cursor));
  }
}

/** OR binds closer than AND: that is AIP-160's, and unlike most languages. */
function readFactor(cursor: Cursor): Filter {
  const terms = [readTerm(cursor)];
  while (isWord(cursor.tokens[cursor.at], "OR")) {
    cursor.at += 1;
    terms.push(readTerm(cursor));
  }
  return joined("any", terms);
}

function joined(kind: "all" | "any", terms: readonly Filter[]): Filter {
  return terms.length === 1 ? terms[0]! : { kind, terms };
}

function readTerm(cursor: Cursor): Filter {
  const token = take(cursor);
  if (isWord(token, "NOT")) return { kind: "not", term: readSimple(cursor, take(cursor)) };
  if (token.kind === "word" && token.text === "-") return { kind: "not", term: readSimple(cursor, take(cursor)) };
  if (token.kind === "word" && token.text.startsWith("-")) {
    return { kind: "not", term: readSimple(cursor, { ...token, text: token.text.slice(1) }) };
  }
  return readSimple(cursor, token);
}

function readSimple(cursor: Cursor, token: Token): Filter {
  if (token.kind !== "open") return readRestriction(cursor, token);
  cursor.depth += 1;
  if (cursor.depth > MAX_DEPTH) throw badFilter(`more than ${MAX_DEPTH} parentheses are open`);
  const inside = readExpression(cursor);
  const close = take(cursor);
  if (close.kind !== "close") throw unexpected(close);
  cursor.depth -= 1;
  return inside;
}

function readRestriction(cursor: Cursor, first: Token): Restriction {
  const path = readPath(cursor, first);
  const comparator = take(cursor);
  if (comparator.kind !== "comparator") throw unexpected(comparator);
  const value = take(cursor);
  if (value.kind !== "word" && value.kind !== "text") throw unexpected(value);
  return { kind: "restriction", path, comparator: comparator.text, value: value.text };
}

/** A part with a space in it is quoted: `labels."a key"`. */
function readPath(cursor: Cursor, first: Token): readonly string[] {
  if (first.kind === "text") return [first.text];
  if (first.kind !== "word") throw unexpected(first);
  const next = cursor.tokens[cursor.at];
  if (!first.text.endsWith(".") || next?.kind !== "text" || !next.isAttached) return first.text.split(".");
  cursor.at += 1;
  return [...first.text.slice(0, -1).split("."), next.text];
}

function take(cursor: Cursor): Token {
  const token = cursor.tokens[cursor.at];
  if (token === undefined) throw badFilter("it ends too early");
  cursor.at += 1;
  return token;
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === "word" && token.text === word;
}

function unexpected({ text, at }: Token): Error {
  return badFilter(`${JSON.stringify(text.slice(0, 100))} at ${at + 1} does not belong there`);
}
