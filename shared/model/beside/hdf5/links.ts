import { damaged } from "../bytes.ts";
import { readRecords } from "./btree2.ts";
import { type Hdf5File, required } from "./file.ts";
import { openFractalHeap } from "./fractal-heap.ts";
import { MESSAGE, type Message } from "./object-header.ts";
import { textOf } from "./values.ts";

export interface Link {
  readonly name: string;
  /** An object of this file; null for a link that leads elsewhere. */
  readonly target: number | null;
  readonly kind: "hard" | "soft" | "external" | "userDefined";
}

const MAX_NODES = 100_000;
const MAX_NAME_BYTES = 4096;

/** The links of a group, however it keeps them. */
export function readLinks(file: Hdf5File, messages: readonly Message[]): readonly Link[] {
  return messages.flatMap(({ type, body }) => {
    if (type === MESSAGE.link) return [readLink(file, body)];
    if (type === MESSAGE.symbolTable) return readSymbolTable(file, body);
    return type === MESSAGE.linkInfo ? readDenseLinks(file, body) : [];
  });
}

function readLink(file: Hdf5File, body: Buffer): Link {
  const flags = body[1] ?? 0;
  let at = 2;
  const type = (flags & 8) === 0 ? 0 : (body[at++] ?? 0);
  at += ((flags & 4) === 0 ? 0 : 8) + ((flags & 0x10) === 0 ? 0 : 1);
  const width = 1 << (flags & 3);
  if (at + width > body.length) throw damaged("a link is cut off");
  const nameBytes = body.readUIntLE(at, Math.min(width, 6));
  at += width;
  if (at + nameBytes > body.length) throw damaged("a link is cut off");
  const name = textOf(body.subarray(at, at + nameBytes));
  if (type === 0) return { name, kind: "hard", target: file.address(body, at + nameBytes) };
  if (type === 1) return { name, kind: "soft", target: null };
  return { name, kind: type === 64 ? "external" : "userDefined", target: null };
}

/** Records of type 5: a hash of 4 bytes, then the identifier in the heap. */
function readDenseLinks(file: Hdf5File, body: Buffer): readonly Link[] {
  const at = 2 + (((body[1] ?? 0) & 1) === 0 ? 0 : 8);
  const heapAt = file.address(body, at);
  const treeAt = file.address(body, at + file.offsetBytes);
  if (heapAt === null || treeAt === null) return [];
  const heap = openFractalHeap(file, heapAt);
  return readRecords(file, treeAt).map((record) => readLink(file, heap.object(record.subarray(4))));
}

/** Groups of the first format: a B-tree of symbol nodes, with the names in a local heap. */
function readSymbolTable(file: Hdf5File, body: Buffer): readonly Link[] {
  const names = readLocalHeap(file, required(file.address(body, file.offsetBytes)));
  const links: Link[] = [];
  const open = [required(file.address(body, 0))];
  const seen = new Set<number>();
  for (let address = open.pop(); address !== undefined; address = open.pop()) {
    if (seen.has(address) || seen.size > MAX_NODES || links.length > MAX_NODES) throw damaged("a group never ends");
    seen.add(address);
    const head = file.read(address, 8);
    const sign = head.toString("latin1", 0, 4);
    if (sign === "TREE" && head[4] === 0) open.push(...readChildren(file, address, head.readUInt16LE(6)));
    else if (sign === "SNOD") links.push(...readSymbols(file, { address, count: head.readUInt16LE(6) }, names));
    else throw damaged("a group is broken");
  }
  return links;
}

function readChildren(file: Hdf5File, address: number, count: number): readonly number[] {
  const start = address + 8 + 2 * file.offsetBytes;
  const step = file.lengthBytes + file.offsetBytes;
  const bytes = file.read(start, count * step + file.lengthBytes);
  return Array.from({ length: count }, (_, index) => required(file.address(bytes, index * step + file.lengthBytes)));
}

function readSymbols(file: Hdf5File, node: { address: number; count: number }, names: Buffer): readonly Link[] {
  const step = 2 * file.offsetBytes + 24;
  const bytes = file.read(node.address + 8, node.count * step);
  return Array.from({ length: node.count }, (_, index): Link => {
    const at = index * step;
    const nameAt = required(file.address(bytes, at));
    const name = textOf(names.subarray(nameAt, nameAt + MAX_NAME_BYTES));
    const isSoft = bytes.readUInt32LE(at + 2 * file.offsetBytes) === 2;
    return isSoft
      ? { name, kind: "soft", target: null }
      : { name, kind: "hard", target: file.address(bytes, at + file.offsetBytes) };
  });
}

function readLocalHeap(file: Hdf5File, address: number): Buffer {
  const head = file.read(address, 8 + 2 * file.lengthBytes + file.offsetBytes);
  if (head.toString("latin1", 0, 4) !== "HEAP") throw damaged("a local heap is broken");
  return file.read(required(file.address(head, 8 + 2 * file.lengthBytes)), file.length(head, 8));
}
