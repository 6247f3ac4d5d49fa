import { refusal } from "../../status.ts";

/** A piece of a filter in AIP-160's language, and where it begins. */
export interface Token {
  readonly kind: "text" | "word" | "comparator" | "open" | "close";
  readonly text: string;
  readonly at: number;
  /** In the filter, quotes included. */
  readonly length: number;
  /** Whether it follows the token before it without a space. */
  readonly isAttached: boolean;
}

const MAX_CHARACTERS = 10_000;
const PIECES = [
  ["open", /\(/y],
  ["close", /\)/y],
  ["comparator", /<=|>=|!=|=|<|>|:/y],
  ["text", /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy],
  ["word", /[^\s()<>=!:"']+/y],
] as const;

export function tokensOf(filter: string): readonly Token[] {
  if (filter.length > MAX_CHARACTERS) throw badFilter(`it has more than ${MAX_CHARACTERS} characters`);
  const tokens: Token[] = [];
  for (let at = 0; at < filter.length; ) {
    if (/\s/.test(filter[at]!)) {
      at += 1;
      continue;
    }
    const token = tokenAt(filter, at);
    const previous = tokens.at(-1);
    const isAttached = previous !== undefined && previous.at + previous.length === at;
    tokens.push({ ...token, isAttached });
    at += token.length;
  }
  return tokens;
}

function tokenAt(filter: string, at: number): Omit<Token, "isAttached"> {
  for (const [kind, pattern] of PIECES) {
    pattern.lastIndex = at;
    const [text] = pattern.exec(filter) ?? [];
    if (text === undefined) continue;
    return { kind, text: kind === "text" ? unquoted(text) : text, at, length: text.length };
  }
  throw badFilter(`${JSON.stringify(filter[at])} at ${at + 1} begins nothing`);
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/gs, "$1");
}

export function badFilter(why: string): Error {
  return refusal("INVALID_ARGUMENT", `Invalid filter: ${why}.`);
}
