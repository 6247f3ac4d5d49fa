import { clipped } from "../escape.ts";

declare const SAFE: unique symbol;

/**
 * HTML whose every tag was written in our source. Strings become it by `text`, `prose` or `code`, and nothing else makes
 * one of them: this is the only place that escapes.
 */
export type Html = string & { readonly [SAFE]: "html" };

type Content = Html | number | readonly Html[];

export const NOTHING = "" as Html;

const MOST_CHARACTERS = 4_000;

/** Joins what is already safe: the words between the values are ours. Attributes are in double quotes. */
export function html(words: TemplateStringsArray, ...values: readonly Content[]): Html {
  return String.raw({ raw: words }, ...values.map((value) => (Array.isArray(value) ? value.join("") : value))) as Html;
}

/** Anybody's words, in an element or an attribute. */
export function text(value: string, most = MOST_CHARACTERS): Html {
  return escaped(seen(clipped(value, most)));
}

/** Anybody's name, path or expression: set apart, and in its own direction. */
export function code(value: string, most = 400): Html {
  return value === "" ? html`<span class="faint">(nothing)</span>` : html`<bdi><code>${text(value, most)}</code></bdi>`;
}

/** Anybody's words with their paragraphs. */
export function prose(value: string, most = MOST_CHARACTERS): Html {
  const paragraphs = clipped(value, most)
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== "");
  return html`${paragraphs.map((paragraph) => html`<p class="prose" dir="auto">${escaped(seen(paragraph.trim()))}</p>`)}`;
}

/** What a program may read: within it, nothing ends the element. */
export function data(id: string, value: unknown): Html {
  const json = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escapedUnit);
  return html`<script type="application/json" id="${text(id)}">${json as Html}</script>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(value: string): Html {
  return value.replace(/[&<>"']/g, (character) => ENTITIES[character]!) as Html;
}

// Controls, bidirectional overrides, halves of characters, tags. Joiners stay: scripts and emoji are written with them.
const UNSEEN = /(?![\n\u200c\u200d])[\p{C}\p{Zl}\p{Zp}]/gu;
/** More marks on one letter than any script has cover the lines around it. */
const PILE = /(\p{M}{4})\p{M}+/gu;

/** What would not be seen, or would make other text look different, is written out. */
function seen(value: string): string {
  return value
    .replace(/[\t\r]+/g, " ")
    .replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`)
    .replace(PILE, "$1");
}

function escapedUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
