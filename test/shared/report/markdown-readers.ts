import markdownIt from "markdown-it";
import { parse, postprocess, preprocess } from "micromark";
import { gfm } from "micromark-extension-gfm";

/** What one reader of Markdown makes of a text. */
export interface ReadMarkdown {
  /** Every piece of HTML, as it stands. */
  readonly html: readonly string[];
  readonly links: readonly string[];
  readonly images: number;
  /** The blocks in their order, each cell of a table among them, and whatever is struck out, ticked or noted. */
  readonly shape: readonly string[];
  /** Words that are neither code nor a link, where GitHub looks for people and issues afterwards. */
  readonly words: string;
  readonly codes: readonly string[];
}

/** Two readers that share no code. */
export const READERS: Readonly<Record<string, (markdown: string) => ReadMarkdown>> = {
  micromark: readByMicromark,
  "markdown-it": readByMarkdownIt,
};

/** Keeps apart what does not stand together. */
const GAP = "\u0000";

interface Reading {
  readonly html: string[];
  readonly links: string[];
  readonly shape: string[];
  readonly codes: string[];
  images: number;
  words: string;
}

function newReading(): Reading {
  return { html: [], links: [], shape: [], codes: [], images: 0, words: "" };
}

/** What stands between tags is read by GitHub as words are. */
function addHtml(reading: Reading, tag: string): void {
  reading.html.push(tag.trim());
  const between = tag.replace(/<!--[\s\S]*?-->|<[^>]*>/g, GAP);
  reading.words += `${GAP}${between.replace(/&[#\w]+;/g, decoded)}${GAP}`;
}

function addCode(reading: Reading, code: string): void {
  reading.codes.push(code);
  reading.words += GAP;
}

const SHAPES = new Set([
  ...["table", "tableHead", "tableRow", "tableHeader", "tableData", "paragraph", "blockQuote", "thematicBreak"],
  ...["atxHeading", "setextHeading", "listUnordered", "listOrdered", "listItemPrefix", "codeFenced", "codeIndented"],
  ...["definition", "gfmFootnoteDefinition", "gfmFootnoteCall", "taskListCheck", "strikethrough", "htmlFlow"],
  ...["hardBreakEscape", "hardBreakTrailing"],
]);

function readByMicromark(markdown: string): ReadMarkdown {
  const document = parse({ extensions: [gfm()] }).document();
  const reading = newReading();
  let isAddress = false;
  for (const [side, token, context] of postprocess(document.write(preprocess()(markdown, "utf8", true)))) {
    const type: string = token.type;
    if (type === "resource") isAddress = side === "enter";
    if (side === "exit") continue;
    const source = (): string => context.sliceSerialize(token);
    if (SHAPES.has(type)) reading.shape.push(type);
    if (SHAPES.has(type)) reading.words += GAP;
    if (isAddress) {
      if (type === "resourceDestinationString") reading.links.push(source());
    } else if (type === "data" || type === "characterEscapeValue") reading.words += source();
    else if (type === "characterReference") reading.words += decoded(source());
    else if (type.startsWith("lineEnding")) reading.words += "\n";
    else if (type === "codeTextData" || type === "codeFlowValue") addCode(reading, source());
    else if (type === "htmlFlow" || type === "htmlText") addHtml(reading, source());
    else if (/^(literalAutolink|autolink|definition)$/.test(type)) {
      reading.links.push(source());
    } else if (type === "image") reading.images += 1;
  }
  return reading;
}

const BY_NAME: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

function decoded(reference: string): string {
  const [, hexadecimal, decimal] = /^&#(?:x([0-9a-f]+)|([0-9]+));$/i.exec(reference) ?? [];
  if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
  if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
  return BY_NAME[reference] ?? `an entity that is not ours: ${reference}`;
}

const reader = markdownIt({ html: true, linkify: true });
// GitHub makes no link of a bare domain.
reader.linkify.set({ fuzzyLink: false });

function readByMarkdownIt(markdown: string): ReadMarkdown {
  const reading = newReading();
  for (const token of reader.parse(markdown, {})) {
    if (token.type === "html_block") addHtml(reading, token.content);
    else if (token.type === "fence" || token.type === "code_block") addCode(reading, token.content);
    if (token.type !== "inline") reading.shape.push(token.type);
    for (const child of token.children ?? []) {
      if (child.type === "text" || child.type === "text_special") reading.words += child.content;
      else if (child.type === "softbreak") reading.words += "\n";
      else if (child.type === "code_inline") addCode(reading, child.content);
      else if (child.type === "html_inline") addHtml(reading, child.content);
      else if (child.type === "image") reading.images += 1;
      else if (child.type === "link_open") reading.links.push(String(child.attrGet("href")));
      else if (!/^(strong|em|link)_/.test(child.type)) reading.shape.push(child.type);
    }
    reading.words += GAP;
  }
  return reading;
}
