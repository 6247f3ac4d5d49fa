import { Composer, CST, type Document, Lexer, Parser, type YAMLError } from "yaml";
import { type Fault, type Parsed, parsedFrom } from "./source.ts";
import { decodeText } from "./text.ts";
import { readNode } from "./yaml-values.ts";

interface Composed {
  readonly document?: Document.Parsed;
  readonly faults: readonly Fault[];
}

const MAX_BYTES = 2 ** 20;
const MAX_DEPTH = 64;
// A list's item is two or three tokens. Each costs about 1 KB and 2 µs, and an error in each ten times that.
const MAX_TOKENS = 100_000;
// The package's time for a string with errors grows with the square of its length: 4 s for 1 MiB, 70 ms for this.
const MAX_SCALAR = 2 ** 17;
const MAX_SYNTAX_FAULTS = 10;
const ESCAPE = ["a backslash here begins no escape of YAML", "Write \\\\ or use single quotes."] as const;
// biome-ignore lint/suspicious/noControlCharactersInRegex: YAML 1.2 §5.1 allows these nowhere, not even in quotes.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

const PLAINER: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  TAB_AS_INDENT: ["a tab is used as indentation", "Indent with spaces."],
  BAD_INDENT: ["the indentation does not fit the lines around it", "Indent this line like its neighbours."],
  MISSING_CHAR: ["a closing quote, bracket, comma or colon is missing", "Close what is open here."],
  BAD_SCALAR_START: ["this text begins with a character that YAML keeps for itself", "Put the text in quotes."],
  MULTILINE_IMPLICIT_KEY: ["a key runs over several lines, or its colon is missing", "Write `key: value` on one line."],
  NON_STRING_KEY: ["a key is not plain text", "Give the key as one word, or in quotes."],
};

/** YAML 1.2 core, one document, every problem with its place. What could surprise a reader is refused. */
export function parseYaml(input: Uint8Array | string, file: string): Parsed {
  const { text, faults } = decodeText(input, MAX_BYTES);
  const composed = faults.length > 0 ? { faults } : compose(text);
  const { document } = composed;
  const read =
    document && composed.faults.length === 0
      ? readNode(document.contents, { maxDepth: MAX_DEPTH })
      : { value: undefined, root: { start: 0, end: 0 }, faults: composed.faults };
  return parsedFrom({ file, text }, { ...read, root: () => read.root });
}

function compose(text: string): Composed {
  const control = text.search(CONTROL);
  if (control >= 0) {
    const code = text.charCodeAt(control).toString(16).padStart(4, "0");
    return refused(control, `the character U+${code} is not allowed`, "Take it out, or write it as an escape.");
  }
  const tokens = tokenize(text);
  if ("faults" in tokens) return tokens;
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    // The package compares every pair of keys; yaml-values looks for duplicates in linear time.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const documents = [...composer.compose(tokens.tokens, true, text.length)];
  const version = tokens.tokens.filter((token) => token.type === "directive" && token.source.startsWith("%YAML"));
  const foreign =
    version[1] ?? version.find((token) => !/^%YAML\s+1\.2(\s|$)/.test("source" in token ? token.source : ""));
  if (foreign !== undefined) return refused(foreign.offset, "only YAML 1.2 is read", "Take out the %YAML line.");
  return checkDocuments(documents, text);
}

type Tokens = readonly Parameters<Composer["next"]>[0][];

/** The package's own composer recurses, and builds every error there is: what it gets is counted before. */
function tokenize(text: string): { readonly tokens: Tokens } | Composed {
  const parser = new Parser();
  const tokens: Tokens[number][] = [];
  const faults: Fault[] = [];
  let count = 0;
  let last = "";
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (count > MAX_TOKENS) return refused(parser.offset, `the file has more than ${MAX_TOKENS} parts`, "Split it.");
    if (lexeme.length > MAX_SCALAR) return refused(parser.offset, `a text is longer than ${MAX_SCALAR}`, "Shorten it.");
    const slip = last === CST.SCALAR ? -1 : badEscape(lexeme);
    if (slip >= 0) faults.push({ offset: parser.offset + slip, message: ESCAPE[0], fix: ESCAPE[1] });
    if (faults.length === MAX_SYNTAX_FAULTS) break;
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > 2 * MAX_DEPTH) return tooDeep(parser.offset);
    last = lexeme;
  }
  tokens.push(...parser.end());
  return faults.length > 0 ? { faults } : { tokens };
}

/** Where a double-quoted text leaves YAML 1.2 §5.7. */
function badEscape(lexeme: string): number {
  if (!lexeme.startsWith('"')) return -1;
  const escapes =
    /\\(?:[0abtnvfre "/\\N_LP\t\r\n]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})?/g;
  for (const { 0: found, index } of lexeme.matchAll(escapes)) if (found === "\\") return index;
  return -1;
}

function checkDocuments(documents: readonly Document.Parsed[], text: string): Composed {
  const [document, second] = documents;
  if (document === undefined) return refused(0, "the file is empty", "Write the document.");
  const syntax = documents.flatMap((each) => each.errors);
  if (syntax.length > 0) return { faults: onePerLine(syntax, text) };
  if (second !== undefined) {
    return refused(second.range[0], "a second document begins here", "Keep one document in a file.");
  }
  return { document, faults: [] };
}

/** One slip often trips the parser several times on its line, and a line further on. */
function onePerLine(errors: readonly YAMLError[], text: string): readonly Fault[] {
  const faults: Fault[] = [];
  for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    const offset = Math.min(error.pos[0], text.length);
    const last = faults.at(-1);
    if (last !== undefined && !text.slice(last.offset, offset).includes("\n")) continue;
    const [message, fix] = plainer(error);
    faults.push({ offset, message, fix });
    if (faults.length === MAX_SYNTAX_FAULTS) break;
  }
  return faults;
}

function plainer({ code, message }: YAMLError): readonly [message: string, fix: string] {
  if (code === "BAD_INDENT" && message.startsWith("Flow")) {
    return ["a bracket opened before this line is not closed", "Close it, or indent the lines inside it."];
  }
  return PLAINER[code] ?? [firstSentence(message), "Write valid YAML 1.2 here."];
}

function firstSentence(message: string): string {
  const line = message.split("\n", 1)[0]!.slice(0, 200);
  return line.charAt(0).toLowerCase() + line.slice(1);
}

function tooDeep(offset: number): Composed {
  return refused(offset, `the document is nested more than ${MAX_DEPTH} levels deep`, "Flatten it.");
}

function refused(offset: number, message: string, fix: string): Composed {
  return { faults: [{ offset, message, fix }] };
}
