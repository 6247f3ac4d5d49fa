import { describe, expect, test } from "vitest";
import answers from "../../../../../fixtures/regex/re2.json" with { type: "json" };
import { compileRegex, matchesWhole } from "../../../../../shared/adapters/embedded/strings/regex/regex.ts";
import { parseRewrite, replaceMatches } from "../../../../../shared/adapters/embedded/strings/regex/replace.ts";
import { Failure } from "../../../../../shared/failure.ts";
import { threadClock } from "../../../../thread-clock.ts";

type Text = string | { readonly b64: string };

interface Answer {
  readonly pattern: string;
  readonly rewrite: string;
  readonly everywhere: boolean;
  readonly error?: string;
  readonly matches?: string;
  readonly replaced?: Readonly<Record<string, Text>>;
}

const cases = answers.cases as unknown as readonly Answer[];
const texts = (answers.texts as readonly Text[]).map(bytesOf);
const checkDeadline = () => {};

describe("patterns answer as TensorFlow's RE2 does", () => {
  test.each(cases.filter(({ error }) => error === undefined))("$pattern → $rewrite", (answer) => {
    const regex = compileRegex(Buffer.from(answer.pattern));
    const rewrite = parseRewrite(Buffer.from(answer.rewrite));
    const matches = texts.map((text) => (matchesWhole(regex, { text, checkDeadline }) ? "1" : "0")).join("");
    const replaced = texts.map((text) => replaceMatches(regex, { text, checkDeadline }, rewrite, answer.everywhere));
    expect(matches).toBe(answer.matches);
    expect(replaced.map(hex)).toEqual(texts.map((text, index) => hex(bytesOf(answer.replaced?.[index] ?? text))));
  });
});

describe("what RE2 refuses is refused in its words", () => {
  test.each(cases.filter(({ error }) => error !== undefined))("$pattern", ({ pattern, error }) => {
    expect(() => compileRegex(Buffer.from(pattern))).toThrow(error);
  });
});

function bytesOf(text: Text | Uint8Array): Uint8Array {
  if (text instanceof Uint8Array) return text;
  return typeof text === "string" ? Buffer.from(text) : Buffer.from(text.b64, "base64");
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

/** Six times what the slowest of them takes. */
const MAX_MS = 2_000;

describe("a hostile pattern or text costs linear time", () => {
  const text = Buffer.alloc(50_000, "a");
  test.each([
    ["nested stars", "(a*)*b"],
    ["overlapping choices", "(a|aa)+$"],
    ["stars of stars of stars", "(((a*)*)*)*b"],
    ["many optional letters", "(a?){300}a{300}b"],
    ["counted repeats of counted repeats", "((a{1,10}){1,10}){1,10}b"],
    ["word boundaries in a loop", "(\\b|a)*b"],
    ["a large class repeated", "(\\pL){1,50}b"],
  ])("%s", (_, pattern) => {
    const regex = compileRegex(Buffer.from(pattern));
    const spentMs = threadClock();
    expect(matchesWhole(regex, { text, checkDeadline })).toBe(pattern.endsWith("$"));
    replaceMatches(regex, { text, checkDeadline }, parseRewrite(Buffer.from("x")), false);
    expect(spentMs()).toBeLessThan(MAX_MS);
  });

  test.each([
    ["a thousand copies of a large class", "\\pL{1000}"],
    ["a pattern of a megabyte", "a".repeat(2 ** 20)],
  ])("%s is too large", (_, pattern) => {
    expect(() => compileRegex(Buffer.from(pattern))).toThrow("pattern too large");
  });

  test.each([
    ["nested deeper than a stack", "(".repeat(30_000)],
    ["braces without end", "[[:".repeat(20_000)],
    ["folded letters", `(?i)${"k".repeat(50_000)}`],
    ["a nest of stars around much text", `${"(".repeat(900)}${"a".repeat(60_000)}${")*".repeat(900)}`],
  ])("%s is parsed or refused at once", (_, pattern) => {
    const spentMs = threadClock();
    try {
      compileRegex(Buffer.from(pattern));
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(Failure);
    }
    expect(spentMs()).toBeLessThan(MAX_MS);
  });

  test("a search that takes too long is stopped by the deadline", () => {
    const stop = () => {
      throw new Error("deadline");
    };
    const regex = compileRegex(Buffer.from("(x+x+)+y"));
    expect(() => matchesWhole(regex, { text, checkDeadline: stop })).toThrow("deadline");
  });
});
