declare const SAFE: unique symbol;

/**
 * Markdown that is safe within a line of GitHub's: it holds no HTML, no link, nobody's name and no issue that was not
 * written here. Strings become one by `text`, `lines` or `code`, and nothing else makes one: this is the only place.
 */
export type Inline = string & { readonly [SAFE]: "inline" };

const MOST_CHARACTERS = 1_000;
const ZERO_WIDTH_SPACE = "\u200b";

/** Joins what is already safe: the words between the values are ours, in the source. */
export function md(words: TemplateStringsArray, ...values: readonly (Inline | number)[]): Inline {
  return String.raw({ raw: words }, ...values) as Inline;
}

export function joined(parts: readonly Inline[], separator: Inline): Inline {
  return parts.join(separator) as Inline;
}

/** Anybody's words as words, on one line; what stands between backticks is code, as its writer meant. */
export function text(value: string, most = MOST_CHARACTERS): Inline {
  return wordsAndCode(onOneLine(clipped(value, most)));
}

/** The same with its line breaks, still on one line of the source. */
export function lines(value: string, most = MOST_CHARACTERS): Inline {
  const kept = clipped(value, most)
    .split(/[\r\n\u2028\u2029]+/)
    .map(onOneLine)
    .filter((line) => line !== "");
  return joined(kept.map(wordsAndCode), "<br>" as Inline);
}

/** Anybody's name, path or expression, to the letter. A pipe in it has no backslash before it: `table` adds one. */
export function code(value: string, most = 200): Inline {
  const shown = quietCode(clipped(value, most).replace(UNSEEN, visible)).replaceAll("\\|", `\\${ZERO_WIDTH_SPACE}|`);
  if (shown.trim() === "") return shown === "" ? md`(nothing)` : md`(spaces)`;
  const longest = Math.max(0, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}` as Inline;
}

/** The caller has made or checked the address: only what Markdown would read in it is encoded here. */
export function link(label: Inline, address: string): Inline {
  const byNumber = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return `[${label}](${new URL(address).href.replace(/[()<>\\*_~`|@[\]]/g, byNumber)})` as Inline;
}

/** For what stands between tags, where Markdown is not read; GitHub would still set a formula. */
export function htmlText(value: string, most = 200): string {
  const words = quietWords(onOneLine(clipped(value, most))).replaceAll("$", "\uff04");
  return words.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** For the inside of a fence: as it is, but for what would end up as another text than it looks. */
export function fenced(value: string): string {
  return quietCode(value.replace(UNSEEN, (character) => (character === "\n" ? character : visible(character))));
}

/** Never through the middle of a character. */
export function clipped(value: string, most: number): string {
  return value.length <= most ? value : `${value.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…`;
}

// Controls, bidirectional overrides, halves of characters, tags. Joiners stay: scripts and emoji are written with them.
const UNSEEN = /(?![\u200c\u200d])[\p{C}\p{Zl}\p{Zp}]/gu;
/** More marks on one letter than any script has cover the lines around it. */
const PILE = /(\p{M}{4})\p{M}+/gu;

function onOneLine(value: string): string {
  return value.replace(/\s+/gu, " ").replace(UNSEEN, "\ufffd").replace(PILE, "$1").trim();
}

function visible(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\t") return "\\t";
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

// What GitHub or a mail program turns into something after Markdown is read: a person, an issue, an address, a commit,
// a picture; and what a log takes for a command. Entities are broken, even for those that decode twice.
const LIVE = /@|#(?=[\w[])|:(?=:|[\w+-]+:)|\/(?=\/)|(?<=[a-z])-(?=\d)|&(?=#|[a-z])/gi;
/** Some readers take what is not seen for a part of the domain: these are broken in front. */
const DOMAIN = /(?<=[\w.+-])@|(?<=www)\./gi;
const COMMIT = /(?<![0-9a-f])[0-9a-f]{7,40}(?![0-9a-f])/gi;

function quietWords(value: string): string {
  return value
    .replace(DOMAIN, `${ZERO_WIDTH_SPACE}$&`)
    .replace(LIVE, `$&${ZERO_WIDTH_SPACE}`)
    .replace(COMMIT, (hash) => hash.replace(/.{6}(?=.)/g, `$&${ZERO_WIDTH_SPACE}`));
}

/** GitHub leaves code alone, and it is to be copied; mail programs and logs do not. */
function quietCode(value: string): string {
  return value.replace(/@(?=\w)|:(?=:)|#(?=\[)|&(?=#|[a-z])/gi, `$&${ZERO_WIDTH_SPACE}`);
}

function wordsAndCode(line: string): Inline {
  const parts = line.split(/`([^`]+)`/);
  return joined(
    parts.map((part, index) => (index % 2 === 1 ? code(part, part.length) : escaped(part))),
    "" as Inline,
  );
}

const SPECIAL = /[\\`*_[\]~|]/g;
const BEGINS_A_BLOCK = /^(?:[-+](?=\s|$)|-(?=-)|:(?=-)|[=#]|\d{1,9}(?=[.)](?:\s|$)))/;

function escaped(line: string): Inline {
  return quietWords(line)
    .replace(SPECIAL, "\\$&")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/\$+/g, "`$&`")
    .replace(BEGINS_A_BLOCK, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/!$/, "\\!") as Inline;
}
