import type { Problem } from "../failure.ts";

const MAX_SOURCE_LENGTH = 500;

/** Lines and columns count from 1; a column is a UTF-16 unit, as editors and GitHub's annotations count. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** The line itself, or its beginning. */
  readonly source: string;
}

/** Where a value stands in its text, as offsets. */
export interface SourceNode {
  readonly start: number;
  readonly end: number;
  /** Where the key begins, when the value is a mapping's member. */
  readonly key?: number;
  readonly children?: ReadonlyMap<string, SourceNode>;
}

/** Something wrong at an offset of the text, before its file and line are known. */
export interface Fault {
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}

/** Places in a parsed text by JSON pointer (RFC 6901). What is absent stands where its parent does. */
export interface Places {
  has(pointer: string): boolean;
  value(pointer: string): Place;
  key(pointer: string): Place;
  /** The characters of the value, as the person wrote them. */
  source(pointer: string): string | undefined;
}

/** A text that has been read. It may be used only when `problems` is empty: `accept` and `validate` see to that. */
export interface Parsed {
  readonly file: string;
  /** Undefined when the text could not be read at all. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  readonly places: Places;
}

export interface SourceText {
  readonly file: string;
  readonly text: string;
}

export function parsedFrom(
  source: SourceText,
  read: { value: unknown; root: () => SourceNode; faults: readonly Fault[] },
): Parsed {
  const placeAt = placesOfOffsets(source.text);
  let root: SourceNode | undefined;
  const find = (pointer: string): SourceNode | undefined => {
    root ??= read.root();
    return locate(root, pointer);
  };
  const node = (pointer: string): SourceNode => find(pointer) ?? node(parentOf(pointer));
  return {
    file: source.file,
    value: read.value,
    problems: read.faults.map(({ offset, message, fix }) => ({ file: source.file, ...placeAt(offset), message, fix })),
    places: {
      has: (pointer) => find(pointer) !== undefined,
      value: (pointer) => placeAt(node(pointer).start),
      key: (pointer) => placeAt(node(pointer).key ?? node(pointer).start),
      source: (pointer) => {
        const found = find(pointer);
        return found && source.text.slice(found.start, found.end);
      },
    },
  };
}

/** JSON pointer from a parent's and a key. */
export function pointerTo(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

export function partsOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
}

function locate(root: SourceNode, pointer: string): SourceNode | undefined {
  let node: SourceNode | undefined = root;
  for (const part of partsOf(pointer)) node = node?.children?.get(part);
  return node;
}

function placesOfOffsets(text: string): (offset: number) => Place {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    const start = starts[low]!;
    const end = Math.min(starts[low + 1] ?? text.length, start + MAX_SOURCE_LENGTH);
    return { line: low + 1, column: offset - start + 1, source: text.slice(start, end).replace(/[\r\n]+$/, "") };
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const newline of text.matchAll(/\r\n?|\n/g)) starts.push(newline.index + newline[0].length);
  return starts;
}
