import { describe, expect, test } from "vitest";
import { Failure } from "../../../shared/failure.ts";
import { appended, chainText, parseChain, problemsOf } from "../../../shared/ledger/chain.ts";
import { lineText } from "../../../shared/ledger/line.ts";
import { DIGEST, entry, share } from "./entries.ts";

const FILE = "1234567890.jsonl";
const STORY = appended(
  [],
  [
    entry({ event: "intent" }),
    entry({ event: "deployed", time: "2026-03-01T10:01:00.000Z" }),
    entry({ event: "healthy", time: "2026-03-01T10:02:00.000Z", after: [share(DIGEST.one, 100)], reason: "é\n\"'" }),
  ],
);
const TEXT = chainText(STORY);

describe("a chain", () => {
  test("is what its text says", () => {
    expect(parseChain(TEXT, FILE)).toEqual({ lines: STORY, torn: null });
    expect(problemsOf(TEXT, FILE)).toEqual([]);
  });

  test("begins with sequence 1 and no line before, and counts on", () => {
    expect(STORY.map(({ sequence, previous }) => [sequence, previous])).toEqual([
      [1, null],
      [2, STORY[0]!.hash],
      [3, STORY[1]!.hash],
    ]);
  });

  test("never runs back in time, whatever a writer's clock says", () => {
    const [last] = appended(STORY, [entry({ time: "2026-02-28T00:00:00.000Z" })]).slice(-1);
    expect(last!.time).toBe("2026-03-01T10:02:00.000Z");
  });

  test("is the same however its entries were put together", () => {
    const { time, ...rest } = entry();
    expect(appended([], [{ ...rest, time }])).toEqual(appended([], [{ time, ...rest }]));
  });
});

describe("a file that is not as it was written", () => {
  test("shows a change of any of its bytes, the last line's among them", () => {
    const bytes = new TextEncoder().encode(TEXT);
    const unnoticed: number[] = [];
    for (const [at, byte] of bytes.entries()) {
      for (const bit of [1, 32, 128]) {
        bytes[at] = byte ^ bit;
        if (problemsOf(new TextDecoder().decode(bytes), FILE).length === 0) unnoticed.push(at);
      }
      bytes[at] = byte;
    }
    expect(unnoticed).toEqual([]);
  });

  const [first, second, third] = STORY.map((line) => `${lineText(line)}\n`) as [string, string, string];
  test.each([
    ["a line taken out of the middle", first + third, 2, "does not follow"],
    ["the first line taken out", second + third, 1, "lines before this one are gone"],
    ["two lines that changed places", second + first + third, 1, "lines before this one are gone"],
    ["a line that stands twice", first + first, 2, "does not follow"],
    ["an empty line", `${first}\n${second}`, 2, ""],
    [
      "another spelling of the same values",
      first.replace('{"actor"', '{ "actor"'),
      1,
      "is not spelled as it was written",
    ],
    ["a field more", first.replace('{"actor"', '{"aaa":1,"actor"'), 1, ""],
    [
      "another endpoint's line",
      first + chainText(appended(STORY.slice(0, 1), [entry({ endpoint: "9" })]).slice(1)),
      2,
      "does not follow",
    ],
    ["what is no JSON", `${first}sure\n`, 2, ""],
  ])("is found: %s", (_, text, line, message) => {
    const [problem] = problemsOf(text, FILE);
    expect(problem).toMatchObject({ file: FILE, line, message: expect.stringContaining(message) });
    expect(() => parseChain(text, FILE)).toThrow(Failure);
  });

  test("names every line that was changed, and blames no other", () => {
    const text = first.replace("octocat", "octodog") + second + third.replace("octocat", "octodog");
    expect(problemsOf(text, FILE).map(({ line }) => line)).toEqual([1, 3]);
  });

  test.each([
    ["two hundred wrong lines are each named", 200, 200, 200],
    ["what stands behind them is not looked at, and that is said", 100_000, 201, 201],
  ])("%s", (_, lines, problems, last) => {
    const found = problemsOf("sure\n".repeat(lines), FILE);
    expect(found.map(({ line }) => line)).toHaveLength(problems);
    expect(found.at(-1)!.line).toBe(last);
    expect(/none was looked at/.test(found.at(-1)!.message)).toBe(problems > 200);
  });

  test.each([
    ["before the first of what computers count", "1969-12-31T23:59:59.999Z", true],
    ["at the end of the years of four digits", "9999-12-31T23:59:59.999Z", true],
    ["of a day that no month has", "2026-02-30T10:00:00.000Z", false],
    ["of a month and an hour that there are not", "9999-99-99T99:99:99.999Z", false],
    ["of a year of six digits", "+275760-09-13T00:00:00.000Z", false],
    ["in other digits", "٢٠٢٦-03-01T10:00:00.000Z", false],
  ])("a line's time %s, every hash right, is taken for one only where there is such a moment", (_, time, isOne) => {
    expect(problemsOf(chainText(appended([], [entry({ time })])), FILE)).toHaveLength(isOne ? 0 : 1);
  });

  test.each([
    ["a line that was cut off is dropped, and said", first + second.slice(0, 40), 1],
    ["one that only lacks its newline is cut off too", first + second.slice(0, -1), 1],
    ["nothing but a cut-off line is an empty chain", first.slice(0, 10), 0],
  ])("%s", (_, text, lines) => {
    const read = parseChain(text, FILE);
    expect(read.lines).toHaveLength(lines);
    expect(read.torn).not.toBeNull();
    expect(problemsOf(text, FILE)).toMatchObject([{ line: lines + 1, message: "the last line is cut off" }]);
  });
});
