import { fault, type PredicateFault } from "./fault.ts";

export interface Token {
  readonly kind: "number" | "text" | "name" | "quotedName" | "symbol" | "end";
  /** What it says: a text without its quotation marks, a symbol as it is written. */
  readonly text: string;
  /** Where it begins, from 0. */
  readonly at: number;
}

const MAX_LENGTH = 4000;
/** A line that JavaScript or SQL would end; both take them for spaces between words. */
const SPACE = /[ \t\r\n]+/y;
const NUMBER = /(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const TEXT = /'(?:[^']|'')*'/y;
const QUOTED_NAME = /"(?:[^"]|"")+"/y;
const SYMBOL = /<=|>=|<>|!=|==|\|\||[-+*/%=<>(),]/y;
const COMMENT = /--|\/\*/y;

/** The tokens of a predicate, the last of kind `end`, or where and why it has none. */
export function tokensOf(text: string): readonly Token[] | PredicateFault {
  if (text.length > MAX_LENGTH) return fault(MAX_LENGTH, `it is longer than ${MAX_LENGTH} characters`, "Shorten it.");
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = matchAt(SPACE, text, at);
    if (space !== null) at += space.length;
    else {
      const token = tokenAt(text, at);
      if ("message" in token) return token;
      tokens.push(token);
      at += token.text.length;
    }
  }
  return [...tokens.map(plain), { kind: "end", text: "", at: text.length }];
}

function tokenAt(text: string, at: number): Token | PredicateFault {
  if (matchAt(COMMENT, text, at) !== null) return fault(at, "it holds a comment", "Take the comment out.");
  const kinds = [
    ["number", NUMBER],
    ["name", NAME],
    ["text", TEXT],
    ["quotedName", QUOTED_NAME],
    ["symbol", SYMBOL],
  ] as const;
  for (const [kind, pattern] of kinds) {
    const found = matchAt(pattern, text, at);
    if (found !== null) return { kind, text: found, at };
  }
  return unreadable(text, at);
}

function unreadable(text: string, at: number): PredicateFault {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  if (character === "'") return fault(at, "a text is not closed", "Close it with ', and double a ' inside it.");
  if (character === '"')
    return fault(at, "a quoted name is empty or not closed", 'Close it with ", and double a " inside it.');
  if (character === ";")
    return fault(at, "it holds more than one statement", "Write one expression without a semicolon.");
  return fault(at, `${JSON.stringify(character)} means nothing here`, "Quote names as \"name\" and texts as 'text'.");
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function plain(token: Token): Token {
  if (token.kind === "text") return { ...token, text: token.text.slice(1, -1).replaceAll("''", "'") };
  if (token.kind === "quotedName") return { ...token, text: token.text.slice(1, -1).replaceAll('""', '"') };
  return token;
}
