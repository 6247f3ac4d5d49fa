import { markdownTable } from "markdown-table";
import { fenced, htmlText, type Inline } from "./escape.ts";

declare const WHOLE: unique symbol;

/** One or more whole blocks of Markdown: nothing in them reaches beyond their last line. */
export type Block = string & { readonly [WHOLE]: true };

export const NOTHING = "" as Block;

export type Align = "l" | "r" | "c";

export interface Column {
  readonly title: Inline;
  readonly align: Align;
}

export function paragraph(line: Inline): Block {
  return line as string as Block;
}

export function heading(level: 1 | 2 | 3 | 4, title: Inline): Block {
  return `${"#".repeat(level)} ${title}` as Block;
}

export function list(items: readonly Inline[]): Block {
  return items.map((item) => `- ${item}`).join("\n") as Block;
}

export function table(columns: readonly Column[], rows: readonly (readonly Inline[])[]): Block {
  const cells = [columns.map(({ title }) => title), ...rows].map((row) => row.map(inCell));
  const align = columns.map((column) => column.align);
  return markdownTable(cells, { align, alignDelimiters: false }) as Block;
}

/** What is seen only by those who ask for it. */
export function fold(title: string, content: Block): Block {
  return `<details>\n<summary>${htmlText(title)}</summary>\n\n${content}\n\n</details>` as Block;
}

/** The delimiter is longer than any within. */
export function fence(language: "sh" | "mermaid", content: string): Block {
  const inside = fenced(content);
  const longest = Math.max(2, ...Array.from(inside.matchAll(/`+/g), ([run]) => run.length));
  const delimiter = "`".repeat(longest + 1);
  return `${delimiter}${language}\n${inside}\n${delimiter}` as Block;
}

export function stacked(blocks: readonly Block[]): Block {
  return blocks.filter((block) => block !== "").join("\n\n") as Block;
}

/** A cell ends at a pipe, even within code: words have theirs escaped, code has not. */
function inCell(content: Inline): string {
  return content.replace(/(?<!\\)\|/g, "\\|");
}
