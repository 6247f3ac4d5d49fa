import { isMap, isNode, isScalar, isSeq, type Node, parseDocument, Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { Failure } from "../failure.ts";
import { failureOf } from "./validate.ts";
import { parseYaml } from "./yaml.ts";
import { scalarText, valueText } from "./yaml-text.ts";

export type Path = readonly (string | number)[];

/** One change of a YAML text, wherever it stands. */
export type Change =
  | { readonly kind: "set"; readonly path: Path; readonly value: unknown }
  | { readonly kind: "append"; readonly path: Path; readonly items: readonly unknown[] }
  | { readonly kind: "remove"; readonly path: Path; readonly indices: readonly number[] };

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text with these changes made and every other byte as it was: comments, blank lines, order, quotes, anchors.
 * What was written is read back; a text whose form defeats the editor is refused, never spoilt.
 */
export function editYaml(text: string, changes: readonly Change[], file: string): string {
  if (changes.length === 0) return text;
  const expected = applied(changes, plainValue(text, file));
  const document = parseDocument(text, { version: "1.2", merge: false, stringKeys: true, uniqueKeys: false });
  const edits = changes.flatMap((change) => editsOf(change, document.contents, text));
  const edited = applyEdits(text, edits);
  if (JSON.stringify(plainValue(edited, file)) === JSON.stringify(expected)) return edited;
  throw new Failure("manifest-invalid", `${file} is written in a form that cannot be refreshed without spoiling it`, {
    fix: "Write its collections in plain block or flow style, without aliases, and try again.",
  });
}

function plainValue(text: string, file: string): unknown {
  const parsed = parseYaml(text, file);
  if (parsed.problems.length > 0) throw failureOf("manifest-invalid", parsed.problems);
  return parsed.value;
}

/** The same changes made to the plain value. */
function applied(changes: readonly Change[], value: unknown): unknown {
  const root = { document: value };
  for (const change of changes) {
    const path = ["document", ...change.path];
    const last = String(path.at(-1));
    let holder: Record<string, unknown> = root;
    for (const key of path.slice(0, -1)) {
      holder[key] ??= {};
      holder = holder[key] as Record<string, unknown>;
    }
    if (change.kind === "set") holder[last] = change.value;
    else {
      const list = holder[last] as unknown[];
      const gone = new Set(change.kind === "remove" ? change.indices : []);
      const kept = list.filter((_, index) => !gone.has(index));
      holder[last] = change.kind === "append" ? [...kept, ...change.items] : kept;
    }
  }
  return root.document;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let from = 0;
  for (const { start, end, text: inserted } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(from, Math.max(from, start)) + inserted;
    from = Math.max(from, end);
  }
  return result + text.slice(from);
}

function editsOf(change: Change, root: Node | null, text: string): readonly Edit[] {
  if (change.kind === "set") return [setEdit(change.path, change.value, root, text)];
  const list = find(root, change.path);
  if (!isSeq(list)) return [];
  return change.kind === "append"
    ? [appendEdit(list, change.items, text)]
    : removeEdits(list, new Set(change.indices), text);
}

function find(root: unknown, path: Path): unknown {
  let node = root;
  for (const key of path) {
    if (isMap(node)) node = node.items.find((pair) => isScalar(pair.key) && pair.key.value === String(key))?.value;
    else if (isSeq(node)) node = node.items[Number(key)];
    else return undefined;
  }
  return node;
}

function setEdit(path: Path, value: unknown, root: Node | null, text: string): Edit {
  const node = find(root, path);
  if (isNode(node) && node.range) {
    const [start, end] = node.range;
    // A block collection owns the line ends after it, which are not the value's.
    const kept = text.slice(start, end).trimEnd().length;
    const quoted = isScalar(node) && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE);
    const written = typeof value === "string" && quoted ? scalarText(value, node.type) : valueText(value);
    return kept === 0 ? emptyEdit(path, root, written, text) : { start, end: start + kept, text: written };
  }
  const parentPath = path.slice(0, -1);
  const parent = find(root, parentPath);
  // A parent that is missing, or a key without a value, is written with its first member.
  if (!isMap(parent)) return setEdit(parentPath, { [path.at(-1)!]: value }, root, text);
  return memberEdit(parent, `${scalarText(String(path.at(-1)))}: ${valueText(value)}`, text);
}

/** A key without a value: the value goes behind its colon, wherever the next thing stands. */
function emptyEdit(path: Path, root: Node | null, written: string, text: string): Edit {
  const holder = find(root, path.slice(0, -1)) as YAMLMap<Scalar>;
  const pair = holder.items.find(({ key }) => key.value === String(path.at(-1)))!;
  const colon = text.indexOf(":", endOf(pair.key)) + 1;
  return { start: colon, end: colon, text: ` ${written}` };
}

function memberEdit(map: YAMLMap, member: string, text: string): Edit {
  const last = map.items.at(-1);
  if (map.flow || last === undefined)
    return flowEdit(map, last === undefined ? undefined : endOf(last.value ?? last.key), member);
  const indent = indentOf((map.items[0]!.key as Node).range![0], text);
  return lineEdit(endOf(last.value ?? last.key), `${indent}${member}`, text);
}

function appendEdit(list: YAMLSeq, items: readonly unknown[], text: string): Edit {
  const last = list.items.at(-1);
  const texts = items.map(valueText);
  if (list.flow || last === undefined)
    return flowEdit(list, last === undefined ? undefined : endOf(last), texts.join(", "));
  const dash = dashOf(list.items[0] as Node, text);
  const indent = indentOf(dash, text);
  return lineEdit(endOf(last), texts.map((item) => `${indent}- ${item}`).join("\n"), text);
}

/** Before the closing bracket, or after the last member when there is one: a trailing comment stays where it is. */
function flowEdit(collection: YAMLMap | YAMLSeq, end: number | undefined, written: string): Edit {
  const at = end ?? collection.range![1] - 1;
  return { start: at, end: at, text: end === undefined ? written : `, ${written}` };
}

function lineEdit(end: number, line: string, text: string): Edit {
  const newline = text[end - 1] === "\n" ? end - 1 : text.indexOf("\n", end);
  if (newline === -1) return { start: text.length, end: text.length, text: `\n${line}` };
  const eol = text[newline - 1] === "\r" ? "\r\n" : "\n";
  return { start: newline + 1, end: newline + 1, text: `${line.replaceAll("\n", eol)}${eol}` };
}

function removeEdits(list: YAMLSeq, indices: ReadonlySet<number>, text: string): readonly Edit[] {
  const items = list.items as Node[];
  const firstKept = items.findIndex((_, index) => !indices.has(index));
  if (firstKept === -1) {
    const [start, end] = list.range!;
    return [{ start, end: start + text.slice(start, end).trimEnd().length, text: "[]" }];
  }
  return [...indices].map((index) => {
    if (!list.flow)
      return { start: lineStart(dashOf(items[index]!, text), text), end: lineEnd(endOf(items[index]), text), text: "" };
    const range =
      index < firstKept
        ? [startOf(items[index]), startOf(items[index + 1])]
        : [endOf(items[index - 1]), endOf(items[index])];
    return { start: range[0]!, end: range[1]!, text: "" };
  });
}

function startOf(node: unknown): number {
  return (node as Node).range![0];
}

function endOf(node: unknown): number {
  return (node as Node).range![1];
}

function dashOf(item: Node, text: string): number {
  let at = item.range![0];
  while (at > 0 && !(text[at] === "-" && /\s/.test(text[at + 1] ?? ""))) at -= 1;
  return at;
}

function lineStart(offset: number, text: string): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEnd(offset: number, text: string): number {
  if (text[offset - 1] === "\n") return offset;
  const newline = text.indexOf("\n", offset);
  return newline === -1 ? text.length : newline + 1;
}

/** What stands before a key or dash on its line; a list's own dash counts as room. */
function indentOf(offset: number, text: string): string {
  return text.slice(lineStart(offset, text), offset).replaceAll(/[^ ]/g, " ");
}
