import { readFileSync } from "node:fs";
import { join } from "node:path";
import { project, projectFiles } from "../repo/project.ts";

/** A fenced block of commands, as a reader would type them one after another. */
export interface Block {
  readonly page: string;
  readonly line: number;
  /** What has to be so before, as `<!-- given: … -->` in front of the block says. */
  readonly given: string | null;
  readonly commands: readonly Command[];
}

export interface Command {
  readonly line: number;
  readonly text: string;
  /** What its comment says: `# exits 1`. */
  readonly exitCode: number;
  /** The block of text right behind the commands, as what the last of them prints. */
  readonly prints: string | null;
}

interface Fence {
  readonly language: string;
  readonly line: number;
  readonly before: readonly string[];
  readonly lines: readonly string[];
}

const PAGES =
  /^(README\.md|\.github\/(docs\/.*|CONTRIBUTING|SECURITY)\.md|(actions|workflows-examples)\/.*README\.md)$/;

export function pages(): readonly string[] {
  return projectFiles().filter((file) => PAGES.test(file));
}

export function blocksOf(page: string): readonly Block[] {
  return readBlocks(page, readFileSync(join(project, page), "utf8"));
}

export function readBlocks(page: string, text: string): readonly Block[] {
  const fences = fencesOf(text.split("\n"));
  return fences.flatMap((fence, index) => {
    if (fence.language !== "sh") return [];
    const next = fences[index + 1];
    const isOutput = next?.language === "text" && next.before.every((line) => line.trim() === "");
    const commands = commandsOf(fence, isOutput ? next.lines.join("\n") : null);
    return [{ page, line: fence.line, given: givenOf(fence.before), commands }];
  });
}

export function fencesOf(lines: readonly string[]): readonly Fence[] {
  const fences: Fence[] = [];
  let before: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, mark, language] = /^(```+)(\w*)/.exec(lines[at]!) ?? [];
    if (mark === undefined) {
      before.push(lines[at]!);
      continue;
    }
    const end = lines.indexOf(mark, at + 1);
    if (end < 0) throw new Error(`line ${at + 1}: this fence has no end`);
    fences.push({ language: language!, line: at + 1, before, lines: lines.slice(at + 1, end) });
    before = [];
    at = end;
  }
  return fences;
}

function givenOf(before: readonly string[]): string | null {
  const last = before.findLast((line) => line.trim() !== "") ?? "";
  return /^<!-- given: (.+) -->$/.exec(last)?.[1] ?? null;
}

/** One command a line, but for lines that end in a backslash and for loops, functions and documents on the spot. */
function commandsOf({ line, lines }: Fence, output: string | null): readonly Command[] {
  const commands: Command[] = [];
  let begun: string[] = [];
  for (const [index, text] of lines.entries()) {
    begun.push(text);
    if (isUnfinished(begun) && index < lines.length - 1) continue;
    const whole = begun.join("\n");
    const first = line + 1 + index - (begun.length - 1);
    begun = [];
    if (/^\s*(#.*)?$/.test(whole)) continue;
    commands.push({
      line: first,
      text: whole,
      exitCode: Number(/#.*\bexits (\d)\b/.exec(whole)?.[1] ?? 0),
      prints: null,
    });
  }
  const last = commands.pop();
  return last === undefined ? [] : [...commands, { ...last, prints: output }];
}

function isUnfinished(lines: readonly string[]): boolean {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  if (/\\$/.test(last)) return true;
  const [, document] = /<<-?\s*['"]?(\w+)/.exec(first) ?? [];
  if (document !== undefined) return last !== document;
  if (/^(for|while|until|find .*\|\s*while)\b.*do$/.test(first)) return !/^done\b/.test(last);
  return /\{$/.test(first) && last !== "}";
}
