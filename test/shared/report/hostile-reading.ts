import { renderCard } from "../../../shared/report/card.ts";
import { renderComment, renderSummary } from "../../../shared/report/comment.ts";
import { reportOf } from "../../../shared/report/report.ts";
import { hostileFailure, hostileRelease } from "./hostile-release.ts";
import type { ReadMarkdown } from "./markdown-readers.ts";
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

export type Text = () => string;

/** Each with a text in every field that can hold one. */
export const SINKS: Readonly<Record<string, (text: Text) => string>> = {
  comment: (text) => renderComment(reportOf({ releases: [hostileRelease(text)], failures: [], run: RUN })),
  "comment of several": (text) => {
    const releases = [hostileRelease(text), hostileRelease(text)];
    return renderComment(reportOf({ releases, failures: [hostileFailure(text)], run: RUN }));
  },
  summary: (text) => renderSummary(reportOf({ releases: [hostileRelease(text)], failures: [], run: RUN })),
  card: (text) => withoutFront(renderCard(hostileRelease(text), RUN)),
};

/** What a reader finds that is more than text. */
export function strange(markdown: string, { html, links, images, words, codes }: ReadMarkdown): readonly string[] {
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
