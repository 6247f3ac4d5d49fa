import { describe, expect, test } from "vitest";
import { renderCard } from "../../../shared/report/card.ts";
import { renderComment, renderSummary } from "../../../shared/report/comment.ts";
import { reportOf } from "../../../shared/report/report.ts";
import { seeded } from "../statistics/random.ts";
import { hostileFailure, hostileRelease } from "./hostile-release.ts";
import { GITHUB_STRINGS, NAUGHTY_STRINGS } from "./hostile-strings.ts";
import { READERS, type ReadMarkdown } from "./markdown-readers.ts";
import { RUN } from "./told.ts";

const OURS =
  /^(<details>\n<summary>[^<>]*<\/summary>|<\/details>|<br>|<!-- model-release:report run=1234 attempt=1 -->)$/;
const OWN_PAGE = /^https:\/\/github\.example\/growth\/models\/(blob|commit|actions)\//;
const PERSON = /@[a-z0-9]/i;
const REFERENCE = /#\d|\b(?:gh|jira)-\d|(?<![0-9a-f])[0-9a-f]{7,40}(?![0-9a-f])/i;
const ADDRESS = /:\/\/|www\.|[\w.+-]@[\w-]/i;
const COMMAND = /(^|\n)\s*::|##\[/;
const PICTURE = /:[a-z0-9_+-]+:/i;
const HIDDEN = /(?!\n)[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe]/u;

type Text = () => string;

const SINKS: Readonly<Record<string, (text: Text) => string>> = {
  comment: (text) => renderComment(reportOf({ releases: [hostileRelease(text)], failures: [], run: RUN })),
  "comment of several": (text) => {
    const releases = [hostileRelease(text), hostileRelease(text)];
    return renderComment(reportOf({ releases, failures: [hostileFailure(text)], run: RUN }));
  },
  summary: (text) => renderSummary(reportOf({ releases: [hostileRelease(text)], failures: [], run: RUN })),
  card: (text) => withoutFront(renderCard(hostileRelease(text), RUN)),
};

/** Where nothing is left of a text there is no paragraph for it either: the shape is another, and rightly so. */
const STRINGS = [...GITHUB_STRINGS, ...NAUGHTY_STRINGS].filter((text) => text.trim() !== "");
const LONGEST = 2_000;
const PASSES = 3;

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

function strange(markdown: string, { html, links, images, words, codes }: ReadMarkdown): readonly string[] {
  const searched: readonly (readonly [string, RegExp, string])[] = [
    ["a person", PERSON, words],
    ["a person in code", PERSON, codes.join("\n")],
    ["an issue or a commit", REFERENCE, words.replace(/\brun 12\b/g, "")],
    ["an address", ADDRESS, words],
    ["a picture", PICTURE, words],
    ["a command", COMMAND, markdown],
    ["mathematics", /\$/, words],
    ["what is not seen", HIDDEN, markdown],
  ];
  return [
    ...html.filter((tag) => !OURS.test(tag)).map((tag) => `HTML: ${tag}`),
    ...links.filter((link) => !OWN_PAGE.test(link)).map((link) => `a link: ${link}`),
    ...(images > 0 ? ["an image"] : []),
    ...searched.flatMap(([what, pattern, text]) => {
      const found = pattern.exec(text);
      return found === null ? [] : [`${what}: ${text.slice(Math.max(0, found.index - 30), found.index + 50)}`];
    }),
  ];
}

/** A reader of cards takes it for data. */
function withoutFront(card: string): string {
  return card.slice(card.indexOf("\n---\n") + 5);
}
