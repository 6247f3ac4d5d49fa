import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import type { Fault, SourceNode } from "./source.ts";

export interface YamlValue {
  readonly value: unknown;
  readonly root: SourceNode;
  readonly faults: readonly Fault[];
}

interface Reading {
  readonly maxDepth: number;
  readonly faults: Fault[];
  readonly anchors: Map<string, Node>;
  /** The collections around the current node: an alias to one of them would never end. */
  readonly open: Node[];
  /** Values that aliases have copied so far. */
  copied: number;
  /** The outermost alias that is being copied. */
  alias: Node | undefined;
}

type Located = readonly [value: unknown, node: SourceNode];

const MAX_COPIED = 10_000;
const CORE_TAGS = new Set(
  ["map", "seq", "str", "int", "float", "bool", "null"].map((tag) => `tag:yaml.org,2002:${tag}`),
);
const NOTHING: Located = [null, { start: 0, end: 0 }];

/** The value of a composed YAML node with the place of everything in it. Aliases are copied, within a limit. */
export function readNode(contents: Node | null, limits: { readonly maxDepth: number }): YamlValue {
  const reading: Reading = { ...limits, faults: [], anchors: new Map(), open: [], copied: 0, alias: undefined };
  const [value, root] = read(contents, reading);
  return { value, root, faults: reading.faults };
}

function read(node: unknown, reading: Reading): Located {
  if (!isNodeLike(node)) return NOTHING;
  if (isAlias(node)) return readAlias(node, node.source, reading);
  if (reading.alias && !spend(reading.alias, reading)) return NOTHING;
  if (node.anchor) reading.anchors.set(node.anchor, node);
  if (node.tag && !CORE_TAGS.has(node.tag)) {
    fault(reading, node, `the tag ${tagShown(node.tag)} is refused`, "Take the tag out: values are plain data.");
  }
  if (isScalar(node)) return readScalar(node, reading);
  if (reading.open.length >= reading.maxDepth) {
    fault(reading, node, `the document is nested more than ${reading.maxDepth} levels deep`, "Flatten it.");
    return NOTHING;
  }
  reading.open.push(node);
  const located = isMap(node) ? readMap(node, reading) : readSequence(node as YAMLSeq, reading);
  reading.open.pop();
  return located;
}

function isNodeLike(node: unknown): node is Node {
  return isAlias(node) || isScalar(node) || isMap(node) || isSeq(node);
}

function readAlias(alias: Node, name: string, reading: Reading): Located {
  const target = reading.anchors.get(name);
  if (target === undefined || reading.open.includes(target)) {
    const why = target === undefined ? "names no anchor before it" : "refers to the value that it stands in";
    fault(reading, alias, `the alias *${name} ${why}`, "Write the value out.");
    return [null, span(alias)];
  }
  const outer = reading.alias;
  reading.alias ??= alias;
  const [value, node] = read(target, reading);
  reading.alias = outer;
  return [value, { ...node, ...span(alias) }];
}

function spend(alias: Node, reading: Reading): boolean {
  reading.copied += 1;
  if (reading.copied === MAX_COPIED + 1) {
    fault(reading, alias, `aliases copy more than ${MAX_COPIED} values`, "Write the values out.");
  }
  return reading.copied <= MAX_COPIED;
}

function readMap(map: YAMLMap, reading: Reading): Located {
  const value: Record<string, unknown> = {};
  const children = new Map<string, SourceNode>();
  for (const pair of map.items) {
    const key = readKey(pair, children, reading);
    const [member, node] = read(pair.value, reading);
    if (key === undefined) continue;
    value[key.name] = member;
    const place = node === NOTHING[1] ? { start: key.end, end: key.end } : node;
    children.set(key.name, { ...place, key: key.start });
  }
  return [value, { ...span(map), children }];
}

function readKey(
  { key }: Pair,
  known: ReadonlyMap<string, unknown>,
  reading: Reading,
): { readonly name: string; readonly start: number; readonly end: number } | undefined {
  if (!isScalar(key)) {
    if (isNodeLike(key)) fault(reading, key, "a key is an alias or a collection", "Give the key as one word.");
    return undefined;
  }
  const name = String(key.value ?? "");
  const problem = keyProblem(key, name, known);
  if (problem === undefined) readScalar(key, reading);
  else fault(reading, key, ...problem);
  if (key.anchor) reading.anchors.set(key.anchor, key);
  return problem === undefined ? { name, ...span(key) } : undefined;
}

function keyProblem(
  key: Scalar,
  name: string,
  known: ReadonlyMap<string, unknown>,
): readonly [message: string, fix: string] | undefined {
  if (known.has(name)) return [`the key ${shown(name)} is given twice`, "Keep one of them."];
  if (name === "__proto__") return ["the key __proto__ is refused", "Take it out."];
  if (name === "<<" && key.type === Scalar.PLAIN) {
    return ["the merge key << is not part of YAML 1.2", "Write the merged keys out."];
  }
  return undefined;
}

function readSequence(sequence: YAMLSeq, reading: Reading): Located {
  const children = new Map<string, SourceNode>();
  const value = sequence.items.map((item, index) => {
    const [member, node] = read(item, reading);
    children.set(
      String(index),
      node === NOTHING[1] ? { start: span(sequence).start, end: span(sequence).start } : node,
    );
    return member;
  });
  return [value, { ...span(sequence), children }];
}

function readScalar(scalar: Scalar, reading: Reading): Located {
  const { value } = scalar;
  const source = scalar.source ?? "";
  const quoted = `Put it in quotes if it is text: ${shown(source)}.`;
  if (typeof value === "number" && !Number.isFinite(value)) {
    fault(reading, scalar, `${source.slice(0, 40)} is not a finite number`, quoted);
  } else if (typeof value === "number" && /^[-+]?[0-9]+$/.test(source) && !Number.isSafeInteger(value)) {
    fault(reading, scalar, `${source.slice(0, 40)} is too large to be kept exactly`, quoted);
  } else if (typeof value === "string" && !value.isWellFormed()) {
    fault(reading, scalar, "this text holds half of a surrogate pair", "Write both halves, or neither.");
  }
  return [value, span(scalar)];
}

function fault(reading: Reading, node: Node, message: string, fix: string): void {
  if (reading.faults.length < 100) reading.faults.push({ offset: span(node).start, message, fix });
}

function span(node: Node): { readonly start: number; readonly end: number } {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

function tagShown(tag: string): string {
  return tag.replace("tag:yaml.org,2002:", "!!").slice(0, 60);
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
