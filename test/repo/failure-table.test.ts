import { expect, test } from "vitest";
import { codeComments } from "../../.github/scripts/failure-table.ts";

test("the first sentence of a code's comment is what happened, the rest what to do", () => {
  const source = '  /** It is gone. Look for it, and\n   * run it again. */\n  | "file-missing"\n';
  expect(codeComments(source)).toEqual([
    { code: "file-missing", meaning: "It is gone.", fix: "Look for it, and run it again." },
  ]);
});

test.each([
  ["that has none", '  | "io"\n', 'the code "io" has no comment'],
  ["that says half of it", '  /** It is gone. */\n  | "io"\n', "and not both"],
  ["whose neighbour has two", '  /** It is gone. Find it. */\n  | "usage"\n  | "io"\n', 'the code "io" has no comment'],
])("a code %s is an error, so that no row of the table is empty", (_, source, message) => {
  expect(() => codeComments(source)).toThrow(message);
});
