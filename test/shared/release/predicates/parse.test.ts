import { describe, expect, test } from "vitest";
import type { Predicate } from "../../../../shared/ports/predicate.ts";
import { parsePredicate } from "../../../../shared/release/predicates/parse.ts";
import { sliceComplaints, sliceRequests } from "../../../../shared/release/predicates/slices.ts";

/** With parentheses around everything, so that precedence can be read. */
function written(predicate: Predicate): string {
  if (predicate.kind === "column") return `[${predicate.name}]`;
  if (predicate.kind === "literal") return JSON.stringify(predicate.value);
  return `(${[predicate.operator, ...predicate.operands.map(written)].join(" ")})`;
}

describe("a predicate is read as SQL reads it", () => {
  test.each([
    ["country = 'DE'", '(= [country] "DE")'],
    ["a = 1 or b = 2 and not c", "(or (= [a] 1) (and (= [b] 2) (not [c])))"],
    ["not a = 1", "(not (= [a] 1))"],
    ["not a is null", "(not (is null [a]))"],
    ["a is not null", "(not (is null [a]))"],
    ["a = b is true", "(is true (= [a] [b]))"],
    ["a is distinct from b", "(is distinct from [a] [b])"],
    ["a is not distinct from null", "(is not distinct from [a] null)"],
    ["a between 1 and 2 and b", "(and (between [a] 1 2) [b])"],
    ["a not between 1 + 1 and 2", "(not (between [a] (+ 1 1) 2))"],
    ["a not in (1, 2, -3)", "(not (in [a] 1 2 (negate 3)))"],
    ["a like 'x%' or a not ilike '_y'", '(or (like [a] "x%") (not (ilike [a] "_y")))'],
    ["1 + 2 * 3 - 4 / 5 % 6", "(- (+ 1 (* 2 3)) (% (/ 4 5) 6))"],
    ["a || 'b' || c = 'd'", '(= (|| (|| [a] "b") [c]) "d")'],
    ["- -a > +1", "(> (negate (negate [a])) 1)"],
    ["(a or b) and c", "(and (or [a] [b]) [c])"],
    ["LOWER(Country) IN ('de')", '(in (lower [Country]) "de")'],
    ["coalesce(a, b, 0) >= 1.5e2", "(>= (coalesce [a] [b] 0) 150)"],
    ['"left" = \'it\'\'s\' AND "a""b" <> .5', '(and (= [left] "it\'s") (<> [a"b] 0.5))'],
    ["größe == 3", "(= [größe] 3)"],
    ["\tvip\n", "[vip]"],
  ])("%s", (text, expected) => {
    const parsed = parsePredicate(text);
    expect("message" in parsed ? parsed.message : written(parsed)).toBe(expected);
  });
});

describe("what could reach beyond the row is refused", () => {
  test.each([
    ["a second statement", "vip; drop table rows", 3, /statement/],
    ["a comment that hides the rest", "vip -- and more", 4, /comment/],
    ["a comment between", "a /* b */ = 1", 2, /comment/],
    ["a subquery", "a = (select 1)", 5, /"select" cannot be used/],
    ["a subquery that reads a file", "exists (select * from read_csv('/etc/passwd'))", 0, /"exists" cannot/],
    ["a function that reads a file", "read_text('/etc/passwd') = ''", 0, /the function "read_text"/],
    ["the same function quoted", "\"read_text\"('/etc/passwd') = ''", 0, /the function "read_text"/],
    ["a function that reads settings", "current_setting('x') = ''", 0, /the function "current_setting"/],
    ["a function that reads the environment", "getenv('HOME') = ''", 0, /the function "getenv"/],
    ["a function with a schema", "main.lower(a)", 4, /"\." means nothing/],
    ["a cast", "a::int = 1", 1, /":" means nothing/],
    ["a written cast", "cast(a as int) = 1", 0, /"cast" cannot/],
    ["an installation", "install httpfs", 0, /"install" cannot/],
    ["an attachment", "attach 'x.db'", 0, /"attach" cannot/],
    ["a setting", "set threads = 4", 0, /"set" cannot/],
    ["a pragma", "pragma version", 0, /"pragma" cannot/],
    ["a copy", "copy (select 1) to 'x'", 0, /"copy" cannot/],
    ["a union", "true union select 1", 5, /"union" is not expected/],
    ["an aggregate", "sum(a) > 1", 0, /the function "sum"/],
    ["a window", "row_number() over () = 1", 0, /the function "row_number"/],
    ["a lambda", "list_filter(a, x -> x > 0)", 0, /the function "list_filter"/],
    ["a parameter", "a = $1", 4, /"\$" means nothing/],
    ["a parameter without a name", "a = ?", 4, /"\?" means nothing/],
    ["a dollar quotation", "a = $$x$$", 4, /"\$" means nothing/],
    ["an escape string", "a = E'\\n'", 5, /not expected/],
    ["a text that is not closed", "a = 'x", 4, /not closed/],
    ["a name that is not closed", '"a = 1', 0, /not closed/],
    ["an empty name", '"" = 1', 0, /empty/],
    ["a typed literal", "d > date '2020-01-01'", 9, /not expected/],
  ])("%s", (_, text, at, message) => {
    expect(parsePredicate(text)).toEqual({
      at,
      message: expect.stringMatching(message),
      fix: expect.stringMatching(/\.$/),
    });
  });

  test.each([
    ["nothing", "", /empty/],
    ["spaces", "  ", /empty/],
    ["half a comparison", "a =", /ends too early/],
    ["two comparisons in a row", "1 < a < 3", /not expected/],
    ["a list that is empty", "a in ()", /not expected/],
    ["a list that is not closed", "a in (1, 2", /ends too early/],
    ["an unknown word after IS", "a is 3", /not expected/],
    ["too few values", "contains(a)", /takes 2 values/],
    ["too many values", "lower(a, b)", /takes 1 values/],
    ["a number that no double holds", "a = 9007199254740993", /larger than numbers are exact/],
    ["an infinite number", "a < 1e999", /larger/],
    ["parentheses fifty deep", `${"(".repeat(51)}a${")".repeat(51)}`, /too deeply/],
    ["a thousand times NOT", `${"not ".repeat(900)}a`, /too deeply/],
    ["a long chain", Array.from({ length: 60 }, () => "1").join("+"), /too deeply/],
    ["a long text", `a = '${"x".repeat(4000)}'`, /longer than/],
    [
      "many parts",
      Array.from({ length: 1001 }, () => "a")
        .join(" or ")
        .slice(0, 4000),
      /ends too early|too many parts/,
    ],
  ])("%s", (_, text, message) => {
    expect(parsePredicate(text)).toMatchObject({ message: expect.stringMatching(message) });
  });

  test("the nearest function is named", () => {
    expect(parsePredicate("lowr(a) = 'x'")).toMatchObject({ fix: "Write lower." });
  });
});

test("a manifest's slices become requests, and what may not be used a complaint with its place", () => {
  const slices = ["a = 1", { by: "region" }, { where: "b; c", required: true }] as const;
  expect(sliceRequests({ slices: slices.slice(0, 2) })).toMatchObject([
    { predicate: "a = 1", required: false, where: { kind: "operation" } },
    { by: "region", required: false },
  ]);
  expect(sliceComplaints({ slices })).toEqual([
    {
      at: "/evaluation/slices/2/where",
      message: 'the predicate "b; c" cannot be used: at character 2, it holds more than one statement',
      fix: "Write one expression without a semicolon.",
    },
  ]);
});
