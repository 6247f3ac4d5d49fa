import { describe, expect, test } from "vitest";
import { seeded } from "../statistics/random.ts";
import { SINKS, strange } from "./hostile-reading.ts";
import { GITHUB_STRINGS, NAUGHTY_STRINGS } from "./hostile-strings.ts";
import { READERS } from "./markdown-readers.ts";

/** Where nothing is left of a text there is no paragraph for it either: the shape is another, and rightly so. */
const STRINGS = [...GITHUB_STRINGS, ...NAUGHTY_STRINGS].filter((text) => text.trim() !== "");
const LONGEST = 2_000;
const PASSES = 2;

test("there are at least 300 strings of our own", () => {
  expect(new Set(GITHUB_STRINGS).size).toBeGreaterThanOrEqual(300);
});

describe.each(Object.entries(SINKS))("in the %s", (_, render) => {
  describe.each(Object.entries(READERS))("as %s reads it", (_, read) => {
    test("no text becomes anything but text, wherever it stands", () => {
      const shape = read(render(() => "word")).shape;
      const drawn = manyTimes(STRINGS.filter(({ length }) => length <= LONGEST));
      while (!drawn.isDone()) {
        const markdown = render(drawn.next);
        const found = read(markdown);
        expect(strange(markdown, found), drawn.last()).toEqual([]);
        expect(found.shape, drawn.last()).toEqual(shape);
      }
    });

    test.each(STRINGS.filter(({ length }) => length > LONGEST).map((text) => [text.slice(0, 3), text.length, text]))(
      "%j… of %i characters neither",
      (_, __, text) => {
        const markdown = render(() => text);
        expect(strange(markdown, read(markdown))).toEqual([]);
        expect(markdown.length).toBeLessThan(1_000_000);
      },
    );
  });
});

/** Each string several times, in another field every time: fields are drawn for in their order. */
function manyTimes(strings: readonly string[]) {
  const draw = seeded(7);
  const cycles = Array.from({ length: PASSES }, () =>
    strings.map((text) => ({ text, order: draw() })).toSorted((a, b) => a.order - b.order),
  );
  const queue = cycles.flat().map(({ text }) => text);
  let at = 0;
  let begun = 0;
  return {
    next: (): string => queue[at++ % queue.length]!,
    isDone: (): boolean => {
      begun = at;
      return at >= queue.length;
    },
    last: (): string => JSON.stringify(queue.slice(begun, at)),
  };
}
