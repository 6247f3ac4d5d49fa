import { expect, test } from "vitest";
import { lacks } from "./shape.ts";

const PRINTED = `churn 1.0.0, the first release
  digest     sha256:b7d3fcbb7f33…
  load       pass         after at most 1.789 s and 137 MB
verdict pass`;

test.each([
  ["the same", PRINTED],
  [
    "other numbers, sums and widths",
    "churn 2.13.0, the first release\n digest sha256:00d3fc0000…\n load pass after at most 2 s and 9 kB",
  ],
  ["some of the lines", "  …\nverdict pass"],
  ["lines that leave words out", "  load  pass  …\nverdict …"],
])("%s is the shape of what was printed", (_, quoted) => {
  expect(lacks(PRINTED, quoted)).toEqual([]);
});

test.each([
  ["another word", "verdict fail", ["verdict fail"]],
  ["another order", "verdict pass\nload pass …", ["load pass …"]],
  ["a line too much", "verdict pass\nverdict pass", ["verdict pass"]],
])("%s is not", (_, quoted, missing) => {
  expect(lacks(PRINTED, quoted)).toEqual(missing);
});
