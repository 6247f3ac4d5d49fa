import { isBomb } from "../archive/limits.ts";
import { damaged } from "../bytes.ts";
import { readRecords } from "./btree2.ts";
import { type Hdf5File, required } from "./file.ts";
import { openFractalHeap } from "./fractal-heap.ts";
import { readLinks } from "./links.ts";
import { MESSAGE, type Message, readObjectHeader } from "./object-header.ts";
import { type Attribute, readAttribute, readDatatype, readElementCount } from "./values.ts";

/** What an HDF5 file reaches for beyond itself, and the attributes asked for. */
export interface Hdf5Contents {
  readonly attributes: readonly Attribute[];
  readonly hazards: readonly string[];
}

interface OpenObject {
  readonly address: number;
  readonly path: string;
}

const MAX_OBJECTS = 100_000;
const MAX_HAZARDS = 5;
const VIRTUAL = 3;
const CONTIGUOUS = 1;

export function walkHdf5(file: Hdf5File, isWanted: (name: string) => boolean): Hdf5Contents {
  const attributes: Attribute[] = [];
  const hazards: string[] = [];
  const seen = new Set<number>();
  const open: OpenObject[] = [{ address: file.root, path: "" }];
  if (file.extension !== null) hazards.push(...extensionHazards(readObjectHeader(file, file.extension)));
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    if (seen.has(object.address)) continue;
    if (seen.size >= MAX_OBJECTS) throw damaged("it holds more objects than we read");
    seen.add(object.address);
    const messages = readObjectHeader(file, object.address);
    attributes.push(...readAttributes(file, messages, isWanted));
    hazards.push(...datasetHazards(file, messages, object.path));
    for (const link of readLinks(file, messages)) {
      const path = `${object.path}/${link.name.slice(0, 200)}`;
      if (link.kind === "hard") open.push({ address: required(link.target), path: path.slice(-1000) });
      hazards.push(...linkHazards(link.kind, link.name, path));
    }
    if (hazards.length > MAX_HAZARDS) break;
  }
  return { attributes, hazards: hazards.slice(0, MAX_HAZARDS) };
}

function extensionHazards(messages: readonly Message[]): readonly string[] {
  const isSpread = messages.some(({ type }) => type === MESSAGE.driverInfo);
  return isSpread ? ["spreads its data over several files (driver information)"] : [];
}

function linkHazards(kind: string, name: string, path: string): readonly string[] {
  const shown = JSON.stringify(path.slice(-120));
  if (kind === "external") return [`links to another file at ${shown}`];
  if (kind === "userDefined") return [`links by code of its own at ${shown}`];
  return name.split("/").includes("..") ? [`names an object that escapes its folder: ${shown}`] : [];
}

function datasetHazards(file: Hdf5File, messages: readonly Message[], path: string): readonly string[] {
  const find = (type: number) => messages.find((message) => message.type === type)?.body;
  const shown = JSON.stringify(path.slice(-120));
  if (find(MESSAGE.externalFiles) !== undefined) return [`keeps the data of ${shown} in another file`];
  const [layout, space, type] = [find(MESSAGE.layout), find(MESSAGE.dataspace), find(MESSAGE.datatype)];
  if (layout === undefined || space === undefined || type === undefined) return [];
  const [version = 0, second = 0, third = 0] = layout;
  const layoutClass = version < 3 ? third : second;
  if (layoutClass === VIRTUAL) return [`assembles ${shown} from other files`];
  const declared = readElementCount(file, space) * readDatatype(type).sizeBytes;
  if (isBomb(file.sizeBytes, declared)) return [`declares ${declared} bytes for ${shown}, far more than it holds`];
  if (version < 3 || layoutClass !== CONTIGUOUS) return [];
  const address = file.address(layout, 2);
  const stored = file.length(layout, 2 + file.offsetBytes);
  const isCutOff = address !== null && (declared > stored || address + stored > file.sizeBytes);
  return isCutOff ? [`declares ${declared} bytes for ${shown}, more than it holds`] : [];
}

function readAttributes(
  file: Hdf5File,
  messages: readonly Message[],
  isWanted: (name: string) => boolean,
): readonly Attribute[] {
  return messages.flatMap(({ type, body }) => {
    if (type === MESSAGE.attribute) return readAttribute(file, body, isWanted) ?? [];
    return type === MESSAGE.attributeInfo ? readDenseAttributes(file, body, isWanted) : [];
  });
}

/** Records of type 8: the identifier in the heap, then flags, creation order and hash. */
function readDenseAttributes(file: Hdf5File, body: Buffer, isWanted: (name: string) => boolean): readonly Attribute[] {
  const at = 2 + (((body[1] ?? 0) & 1) === 0 ? 0 : 2);
  const heapAt = file.address(body, at);
  const treeAt = file.address(body, at + file.offsetBytes);
  if (heapAt === null || treeAt === null) return [];
  const heap = openFractalHeap(file, heapAt);
  return readRecords(file, treeAt).flatMap((record) => {
    const flags = record.at(-9) ?? 0;
    if ((flags & 2) !== 0) throw damaged("it shares attributes in a way we do not read");
    return readAttribute(file, heap.object(record.subarray(0, -9)), isWanted) ?? [];
  });
}
