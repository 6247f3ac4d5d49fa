import { describe, expect, test } from "vitest";
import { stderrLog } from "../../../../shared/adapters/system/stderr-log.ts";

describe("in a job's log", () => {
  test("progress is a line every 30 s, the first 30 s after the work began", () => {
    const { log, written, at } = logOn({ isTTY: false });
    for (const seconds of [100, 129, 130, 131, 159, 160])
      at(seconds, () => log.progress("scoring rows", seconds, 1_000));
    expect(written).toEqual([
      "scoring rows: 13 % (130 of 1,000; 1 a second; 15 min left)\n",
      "scoring rows: 16 % (160 of 1,000; 1 a second; 14 min left)\n",
    ]);
  });

  test("each activity has its own rate, and begins again when its count falls", () => {
    const { log, written, at } = logOn({ isTTY: false });
    at(0, () => log.progress("one", 0, 1_000));
    at(10, () => log.progress("other", 0, 1_000));
    at(40, () => log.progress("other", 60, 1_000));
    at(80, () => log.progress("one", 80, 1_000));
    at(81, () => log.progress("one", 0, 1_000));
    at(111, () => log.progress("one", 300, 1_000));
    expect(written.map((line) => /(one|other).*; (\d+) a second/.exec(line)?.slice(1))).toEqual([
      ["other", "2"],
      ["one", "1"],
      ["one", "10"],
    ]);
  });

  test("work that ends before says nothing", () => {
    const { log, written, at } = logOn({ isTTY: false });
    at(0, () => log.progress("scoring rows", 1, 2));
    at(90, () => log.progress("scoring rows", 2, 2));
    expect(written).toEqual([]);
  });
});

describe("on a terminal", () => {
  test("one line is rewritten, and gone when the work has ended", () => {
    const { log, written, at } = logOn({ isTTY: true, columns: 120 });
    at(0, () => log.progress("scoring rows", 0, 100));
    at(1, () => log.progress("scoring rows", 50, 100));
    at(2, () => log.progress("scoring rows", 100, 100));
    expect(written).toEqual(["\r\x1b[Kscoring rows: 50 % (50 of 100; 50 a second; 1 s left)", "\r\x1b[K"]);
  });

  test("a message takes its place", () => {
    const { log, written, at } = logOn({ isTTY: true, columns: 120 });
    at(0, () => log.progress("scoring rows", 0, 100));
    at(1, () => log.progress("scoring rows", 50, 100));
    log.info("hello");
    log.info("again");
    expect(written.slice(1)).toEqual(["\r\x1b[Khello\n", "again\n"]);
  });

  test("it never wraps", () => {
    const { log, written, at } = logOn({ isTTY: true, columns: 20 });
    at(0, () => log.progress("scoring rows", 0, 100));
    at(1, () => log.progress("scoring rows", 50, 100));
    expect(written).toEqual(["\r\x1b[Kscoring rows: 50 % "]);
  });
});

test.each([
  ["a line feed", "a\n::error::b", "a?::error::b\n"],
  ["a terminal's escape", "a\x1b[2Kb", "a?[2Kb\n"],
  ["a workflow command", "::error::b", ":\u200b:error::b\n"],
  ["one behind blanks", "  ::error::b", "  :\u200b:error::b\n"],
  ["an old workflow command", "a ##[error]b", "a ##\u200b[error]b\n"],
])("%s in a message is shown, never obeyed", (_, message, shown) => {
  const { log, written } = logOn({ isTTY: false });
  log.info(message);
  expect(written).toEqual([shown]);
});

test("detail is shown to those who ask for it", () => {
  const [quiet, verbose] = [logOn({ isTTY: false }), logOn({ isTTY: false }, true)];
  for (const { log } of [quiet, verbose]) log.detail("more");
  expect([quiet.written, verbose.written]).toEqual([[], ["more\n"]]);
});

function logOn(stream: { readonly isTTY: boolean; readonly columns?: number }, isVerbose = false) {
  const written: string[] = [];
  let nowMs = 0;
  const log = stderrLog(
    { elapsedMs: () => nowMs },
    { isVerbose, stream: { columns: 80, ...stream, write: (text) => written.push(text) } },
  );
  const at = (seconds: number, act: () => void): void => {
    nowMs = 1000 * seconds;
    act();
  };
  return { log, written, at };
}
