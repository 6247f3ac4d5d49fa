import { expect, test } from "vitest";
import { fitted, type Part } from "../../../shared/report/budget.ts";
import { md, text } from "../../../shared/report/escape.ts";
import { paragraph } from "../../../shared/report/markdown.ts";

const BUDGET = { most: 1_300, sizeOf: (written: string) => written.length };

function part(name: string, rank: number, lengths: readonly number[], isKept = false): Part {
  const forms = lengths.map((length) => () => paragraph(text(name.repeat(length), length)));
  return { name: md`part ${text(name)}`, rank, forms, isKept };
}

test.each<[string, readonly Part[], string]>([
  ["where all fits all stays, in its order", [part("a", 9, [50]), part("b", 1, [50])], "a50 b50"],
  ["the least important is shortened first", [part("a", 9, [200, 100]), part("b", 1, [150])], "a100 b150"],
  ["what is left out is named", [part("a", 9, [290]), part("b", 1, [200])], "b200 part a"],
  ["of alike ones the last goes first", [part("a", 1, [200]), part("b", 1, [200])], "a200 part b"],
  ["what is kept is shortened and never left out", [part("a", 9, [290, 150], true), part("b", 1, [140])], "a150 b140"],
  ["what is empty takes no room and is not named", [part("a", 9, [0]), part("b", 1, [290])], "b290"],
])("%s", (_, parts, expected) => {
  expect(outlineOf(fitted(parts, BUDGET))).toBe(expected);
});

test("no form is made that is not needed", () => {
  const short = (): never => {
    throw new Error("made for nothing");
  };
  const parts: readonly Part[] = [{ name: md`a`, rank: 1, forms: [() => paragraph(md`a`), short] }];
  expect(fitted(parts, BUDGET)).toBe("a");
});

test("of very many that are left out some are named", () => {
  const parts = Array.from({ length: 40 }, (_, index) => part(`${index}`, 2, [400]));
  expect(fitted(parts, BUDGET)).toMatch(
    /^Left out, for want of room: part 0, .* and 28 more\. The full report has it\.$/,
  );
});

function outlineOf(written: string): string {
  return written
    .split("\n\n")
    .map((block) => /part \w/.exec(block)?.[0] ?? `${block[0]}${block.length}`)
    .join(" ");
}
