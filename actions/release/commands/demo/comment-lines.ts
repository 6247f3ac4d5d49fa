import { tableLines } from "../table.ts";
import { wrapped } from "./narrator.ts";

const WIDTH = 92;
/** What Markdown needs and nobody reads: emphasis, escapes, and what keeps names from becoming links. */
const DRESS = /\*\*|\\(?=[\\`*_[\]~|])|`|\u200b/g;

/** What is seen of a pull request's comment before anything in it is opened, as plain text. */
export function commentLines(markdown: string): readonly string[] {
  const [seen = ""] = markdown.split("<details>", 1);
  const blocks = seen.replace(/<!--.*?-->/gs, "").split(/\n{2,}/);
  return blocks.flatMap((block) => blockLines(block.trim())).slice(0, -1);
}

function blockLines(block: string): readonly string[] {
  if (block === "") return [];
  const lines = block.split("\n");
  const shown = block.startsWith("|") ? rowsOf(lines) : lines.flatMap((line) => paragraphLines(line));
  return [...shown, ""];
}

function rowsOf(lines: readonly string[]): readonly string[] {
  const rows = lines
    .filter((line) => !/^[|:\s-]+$/.test(line))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => plain(cell).trim()),
    );
  return tableLines(rows).map((line) => line.slice(2));
}

function paragraphLines(line: string): readonly string[] {
  return plain(line.replace(/^#+ |^- /, ""))
    .split("<br>")
    .flatMap((part) => wrapped(part, WIDTH));
}

function plain(text: string): string {
  return text.replace(DRESS, "");
}
