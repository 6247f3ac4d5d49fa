import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { activityLine } from "../../../../actions/wiring/demo/activity-line.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What is written while something goes on for so long, and then is over. */
function written(isTTY: boolean, columns: number, ms: number): string {
  const texts: string[] = [];
  using line = activityLine({ isTTY, columns, write: (text) => texts.push(text) });
  line.say("asking\nthe model");
  vi.advanceTimersByTime(ms);
  line.rest();
  return texts.join("");
}

describe("what goes on", () => {
  test.each([
    ["is not said where it takes less than a second", true, 80, 900, ""],
    [
      "is said on a terminal once it takes longer, and gone with what comes next",
      true,
      80,
      1_000,
      "\r\x1b[K   … asking the model, 1 s\r\x1b[K",
    ],
    ["is cut where its line would wrap", true, 20, 1_000, "\r\x1b[K   … asking the mo…\r\x1b[K"],
    [
      "is whole where a terminal does not know how wide it is",
      true,
      0,
      1_000,
      "\r\x1b[K   … asking the model, 1 s\r\x1b[K",
    ],
    ["is one line elsewhere, however long it takes", false, 80, 9_000, "   … asking the model\n"],
  ])("%s", (_, isTTY, columns, ms, text) => {
    expect(written(isTTY, columns, ms)).toBe(text);
  });

  test("is counted by the second", () => {
    expect(written(true, 80, 2_000)).toContain("asking the model, 2 s");
  });
});
