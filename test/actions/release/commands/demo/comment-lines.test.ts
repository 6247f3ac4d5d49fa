import { expect, test } from "vitest";
import { commentLines } from "../../../../../actions/release/commands/demo/comment-lines.ts";

test.each([
  ["a heading and what is emphasised are words", "## ✅ Pass\n\n**all is well**", ["✅ Pass", "", "all is well"]],
  ["nobody reads the mark that says whose comment it is", "<!-- ours -->\n\n## Pass", ["Pass"]],
  ["escapes and what keeps a name from being a link are left out", "a\\_b 5.7e-\u200b11", ["a_b 5.7e-11"]],
  ["what a fold hides is left out", "one\n\n<details>\n<summary>two</summary>", ["one"]],
  ["a line break within an item is one", "- **slices** fails<br>→ mend it", ["slices fails", "→ mend it"]],
  ["a table has its columns under each other", "| a | b |\n| :- | -: |\n| long | c |", ["a     b", "long  c"]],
  ["a pipe within a cell is none between cells", "| a |\n| :- |\n| x \\| y |", ["a", "x | y"]],
  ["nothing is no line", "", []],
])("%s", (_, markdown, lines) => {
  expect(commentLines(markdown)).toEqual(lines);
});

test("a long line is wrapped at spaces", () => {
  const lines = commentLines("word ".repeat(40).trim());
  expect(lines).toHaveLength(3);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(92);
});
