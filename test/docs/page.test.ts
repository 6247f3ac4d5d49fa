import { expect, test } from "vitest";
import { readBlocks } from "./page.ts";

const FENCE = "```";

test("a block is its commands, with the exit code of each and what the last one prints", () => {
  const text = [
    `${FENCE}sh`,
    "one  # exits 3: says why",
    "",
    "# a remark",
    "two",
    FENCE,
    "",
    `${FENCE}text`,
    "said",
    FENCE,
  ];
  expect(readBlocks("a.md", text.join("\n"))).toEqual([
    {
      page: "a.md",
      line: 1,
      given: null,
      commands: [
        { line: 2, text: "one  # exits 3: says why", exitCode: 3, prints: null },
        { line: 5, text: "two", exitCode: 0, prints: "said" },
      ],
    },
  ]);
});

test.each([
  ["a line that ends in a backslash", "run \\\n  --fast"],
  ["a loop", "for x in 1 2; do\n  run\ndone | sort"],
  ["a function", "run() {\n  true\n}"],
  ["a document on the spot", "cat > x <<'END'\nnpm start\nEND"],
])("%s is one command with what belongs to it", (_, command) => {
  const [block] = readBlocks("a.md", `${FENCE}sh\n${command}\nnext\n${FENCE}`);
  expect(block!.commands.map(({ text }) => text)).toEqual([command, "next"]);
});

test("text that stands between a block and the next is what the next is given, and nobody's output", () => {
  const text = [
    `${FENCE}sh`,
    "one",
    FENCE,
    "prose",
    `${FENCE}text`,
    "a picture",
    FENCE,
    "<!-- given: rain -->",
    `${FENCE}sh`,
    "two",
    FENCE,
  ];
  const [first, second] = readBlocks("a.md", text.join("\n"));
  expect(first!.commands[0]!.prints).toBe(null);
  expect(second!.given).toBe("rain");
});

test("a fence without an end is an error, not a page without commands", () => {
  expect(() => readBlocks("a.md", `${FENCE}sh\nrun`)).toThrow("line 1: this fence has no end");
});
