import { damaged, littleEndian } from "../bytes.ts";
import { type Hdf5File, required } from "./file.ts";

interface Tree {
  readonly nodeBytes: number;
  readonly recordBytes: number;
  readonly levels: readonly Level[];
}

/** How many records a node at a level can hold, below it included: what the widths of its pointers follow from. */
interface Level {
  readonly maxRecords: number;
  readonly totalWidth: number;
  readonly pointerBytes: number;
}

interface Node {
  readonly address: number;
  readonly depth: number;
  readonly records: number;
}

const MAX_RECORDS = 100_000;
const OVERHEAD_BYTES = 10;

/** The records of a version 2 B-tree, in no particular order. */
export function readRecords(file: Hdf5File, address: number): readonly Buffer[] {
  const head = file.read(address, 22 + file.offsetBytes + file.lengthBytes);
  if (head.toString("latin1", 0, 4) !== "BTHD") throw damaged("a B-tree is broken");
  const depth = head.readUInt16LE(12);
  const root = file.address(head, 16);
  if (root === null) return [];
  const tree = planTree(file, head.readUInt32LE(6), head.readUInt16LE(10), depth);
  const records: Buffer[] = [];
  const open: Node[] = [{ address: root, depth, records: head.readUInt16LE(16 + file.offsetBytes) }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (records.length > MAX_RECORDS || open.length > MAX_RECORDS) throw damaged("a B-tree never ends");
    readNode(file, tree, node, { records, open });
  }
  return records;
}

function planTree(file: Hdf5File, nodeBytes: number, recordBytes: number, depth: number): Tree {
  if (recordBytes === 0 || nodeBytes < OVERHEAD_BYTES + recordBytes || nodeBytes > 1 << 20 || depth > 16) {
    throw damaged("a B-tree has impossible measures");
  }
  const leafRecords = Math.floor((nodeBytes - OVERHEAD_BYTES) / recordBytes);
  const countWidth = widthOf(leafRecords);
  const levels: Level[] = [{ maxRecords: leafRecords, totalWidth: 0, pointerBytes: 0 }];
  let below = leafRecords;
  for (let level = 1; level <= depth; level++) {
    const totalWidth = level === 1 ? 0 : widthOf(below);
    const pointerBytes = file.offsetBytes + countWidth + totalWidth;
    const maxRecords = Math.floor((nodeBytes - OVERHEAD_BYTES - pointerBytes) / (recordBytes + pointerBytes));
    levels.push({ maxRecords, totalWidth, pointerBytes });
    below = (maxRecords + 1) * below + maxRecords;
  }
  return { nodeBytes, recordBytes, levels };
}

function readNode(file: Hdf5File, tree: Tree, node: Node, into: { records: Buffer[]; open: Node[] }): void {
  const level = tree.levels[node.depth];
  if (level === undefined || node.records > level.maxRecords) throw damaged("a B-tree node is overfull");
  const bytes = file.read(node.address, Math.min(tree.nodeBytes, file.sizeBytes - node.address));
  if (bytes.toString("latin1", 0, 4) !== (node.depth === 0 ? "BTLF" : "BTIN")) throw damaged("a B-tree node is broken");
  const pointersAt = 6 + node.records * tree.recordBytes;
  for (let index = 0; index < node.records; index++) {
    into.records.push(bytes.subarray(6 + index * tree.recordBytes, 6 + (index + 1) * tree.recordBytes));
  }
  if (node.depth === 0) return;
  const countWidth = level.pointerBytes - file.offsetBytes - level.totalWidth;
  for (let index = 0; index <= node.records; index++) {
    const at = pointersAt + index * level.pointerBytes;
    const records = littleEndian(bytes, at + file.offsetBytes, countWidth);
    into.open.push({ address: required(file.address(bytes, at)), depth: node.depth - 1, records });
  }
}

/** Bytes that hold a number up to this one. */
function widthOf(limit: number): number {
  return Math.max(1, Math.ceil(Math.log2(limit + 1) / 8));
}
