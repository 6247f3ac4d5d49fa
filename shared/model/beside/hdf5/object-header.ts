import { damaged } from "../bytes.ts";
import { type Hdf5File, required } from "./file.ts";

export interface Message {
  readonly type: number;
  readonly body: Buffer;
}

export const MESSAGE = {
  dataspace: 0x01,
  linkInfo: 0x02,
  datatype: 0x03,
  link: 0x06,
  externalFiles: 0x07,
  layout: 0x08,
  filters: 0x0b,
  attribute: 0x0c,
  sharedTable: 0x0f,
  continuation: 0x10,
  symbolTable: 0x11,
  driverInfo: 0x14,
  attributeInfo: 0x15,
} as const;

interface Chunk {
  readonly bytes: Buffer;
  readonly headBytes: number;
  readonly order: boolean;
}

const MAX_MESSAGES = 100_000;
const MAX_CHUNKS = 1000;
const MAX_CHUNK_BYTES = 16 << 20;
const SHARED = 0x02;

/** All messages of an object, its continuations followed, shared ones fetched from where they are kept. */
export function readObjectHeader(file: Hdf5File, address: number): readonly Message[] {
  return readMessages(file, address, 0);
}

function readMessages(file: Hdf5File, address: number, depth: number): readonly Message[] {
  const isNew = file.read(address, 4).toString("latin1") === "OHDR";
  const chunks = [isNew ? firstNewChunk(file, address) : firstOldChunk(file, address)];
  const messages: Message[] = [];
  for (let index = 0; index < chunks.length; index++) {
    for (const [type, flags, body] of messagesOf(chunks[index]!)) {
      if (messages.length >= MAX_MESSAGES || chunks.length >= MAX_CHUNKS) throw damaged("an object header never ends");
      if (type === MESSAGE.continuation) chunks.push(continuation(file, body, chunks[0]!));
      else messages.push((flags & SHARED) === 0 ? { type, body } : shared(file, type, body, depth));
    }
  }
  return messages;
}

function firstOldChunk(file: Hdf5File, address: number): Chunk {
  const head = file.read(address, 16);
  if (head[0] !== 1) throw damaged("an object header is broken");
  return { bytes: file.read(address + 16, bounded(head.readUInt32LE(8))), headBytes: 8, order: false };
}

function firstNewChunk(file: Hdf5File, address: number): Chunk {
  const flags = file.read(address, 6)[5] ?? 0;
  const skipped = 6 + ((flags & 0x20) === 0 ? 0 : 16) + ((flags & 0x10) === 0 ? 0 : 4);
  const width = 1 << (flags & 3);
  const size = Number(file.read(address + skipped, width).readUIntLE(0, Math.min(width, 6)));
  return { bytes: file.read(address + skipped + width, bounded(size)), headBytes: 4, order: (flags & 0x04) !== 0 };
}

function continuation(file: Hdf5File, body: Buffer, first: Chunk): Chunk {
  const address = required(file.address(body, 0));
  const length = bounded(file.length(body, file.offsetBytes));
  if (first.headBytes === 8) return { ...first, bytes: file.read(address, length) };
  if (length < 8 || file.read(address, 4).toString("latin1") !== "OCHK") throw damaged("an object header is broken");
  return { ...first, bytes: file.read(address + 4, length - 8) };
}

function* messagesOf({ bytes, headBytes, order }: Chunk): Generator<readonly [number, number, Buffer]> {
  const skip = headBytes + (order ? 2 : 0);
  for (let at = 0; at + skip <= bytes.length; ) {
    const isOld = headBytes === 8;
    const type = isOld ? bytes.readUInt16LE(at) : (bytes[at] ?? 0);
    const size = bytes.readUInt16LE(at + (isOld ? 2 : 1));
    const flags = bytes[at + (isOld ? 4 : 3)] ?? 0;
    if (at + skip + size > bytes.length) throw damaged("a header message is cut off");
    yield [type, flags, bytes.subarray(at + skip, at + skip + size)];
    at += skip + size;
  }
}

/** A committed datatype lies in an object header of its own. */
export function shared(file: Hdf5File, type: number, body: Buffer, depth: number): Message {
  const version = body[0] ?? 0;
  const isInHeap = version === 3 && body[1] === 1;
  if (isInHeap || depth > 2) throw damaged("it shares header messages in a way we do not read");
  const at = version === 1 ? 8 : 2;
  const found = readMessages(file, required(file.address(body, at)), depth + 1).find(
    (message) => message.type === type,
  );
  if (found === undefined) throw damaged("a shared header message is missing");
  return found;
}

function bounded(length: number): number {
  if (length > MAX_CHUNK_BYTES) throw damaged("an object header is too large");
  return length;
}
