import { Failure } from "../../failure.ts";
import {
  BYTES,
  MAX_DEPTH,
  malformed,
  readInt32,
  readPayloadEnd,
  readTag,
  skipField,
  VARINT,
  type Wire,
  wireOver,
} from "../../model/protobuf/wire.ts";
import { refusal } from "../status.ts";
import type { Message, Value } from "./json.ts";
import { type Field, type FieldValue, findMessageType, type MessageType } from "./message-type.ts";
import { scalarCodec } from "./scalars.ts";
import { wellKnown } from "./well-known.ts";

const ANY = "google.protobuf.Any";

/** Decoded bytes; fields that nobody knows are passed over. */
export function decode(type: MessageType, bytes: Uint8Array): Message {
  try {
    return readFields(wireOver(bytes, type.name), bytes.length, type, 0);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw refusal("INVALID_ARGUMENT", `The request could not be decoded: ${error.message}`);
  }
}

type Fields = Record<string, Value>;

function readFields(wire: Wire, end: number, type: MessageType, depth: number): Message {
  if (depth > MAX_DEPTH) malformed(wire, `nested deeper than ${MAX_DEPTH}`);
  const fields: Fields = {};
  while (wire.at < end) {
    const tag = readTag(wire, end);
    const read = readerFor(type, tag);
    if (read === null) skipField(wire, end, tag);
    else read(wire, end, fields, depth);
  }
  return fields;
}

type ReadField = (wire: Wire, end: number, fields: Fields, depth: number) => void;

const readers = new WeakMap<MessageType, Map<number, ReadField | null>>();

/** Made once: a prediction may hold a hundred thousand fields of one type. */
function readerFor(type: MessageType, tag: number): ReadField | null {
  const byTag = readers.get(type) ?? new Map<number, ReadField | null>();
  if (byTag.size === 0) readers.set(type, byTag);
  const made = byTag.get(tag);
  if (made !== undefined) return made;
  const field = type.byId.get(tag >>> 3);
  // What nobody knows is not remembered: there are half a billion numbers.
  if (field === undefined) return null;
  const reader = fieldReader(field, tag & 7);
  byTag.set(tag, reader);
  return reader;
}

/** Null where the wire holds another type than the field has. */
function fieldReader(field: Field, wireType: number): ReadField | null {
  const { name, key, isRepeated, value, rivals } = field;
  const own = wireTypeOf(value);
  if (key !== null)
    return wireType === BYTES ? (wire, end, fields, depth) => readEntry(field, wire, end, fields, depth) : null;
  if (isRepeated && wireType === BYTES && own !== BYTES) return (...at) => readPacked(field, ...at);
  if (wireType !== own) return null;
  return (wire, end, fields, depth) => {
    const read = readValue(value, wire, end, depth);
    for (const rival of rivals) delete fields[rival];
    if (!isRepeated) fields[name] = read;
    else listIn(fields, name).push(read);
  };
}

function wireTypeOf(value: FieldValue): number {
  if (value.kind === "scalar") return scalarCodec(value.scalar).wireType;
  return value.kind === "enum" ? VARINT : BYTES;
}

function readValue(value: FieldValue, wire: Wire, end: number, depth: number): Value {
  if (value.kind === "scalar") return scalarCodec(value.scalar).read(wire, end);
  if (value.kind === "enum") {
    const number = readInt32(wire, end);
    return value.names.get(number) ?? number;
  }
  const type = value.type();
  const until = readPayloadEnd(wire, end);
  const fields = readFields(wire, until, type, depth + 1);
  if (type.name === ANY) return anyOf(fields);
  const known = wellKnown(type.name);
  return known === null ? fields : known.fromFields(fields);
}

/** A message of any type names it; one that nobody knows keeps its bytes. */
function anyOf({ type_url: url = "", value: bytes = "" }: Message): Value {
  const type = findMessageType(String(url).slice(String(url).lastIndexOf("/") + 1));
  if (type === null) return { "@type": url, value: bytes };
  const fields = decode(type, Buffer.from(String(bytes), "base64"));
  const known = wellKnown(type.name);
  return known === null ? { "@type": url, ...fields } : { "@type": url, value: known.fromFields(fields) };
}

function readPacked({ name, value }: Field, wire: Wire, end: number, fields: Fields, depth: number): void {
  const until = readPayloadEnd(wire, end);
  const list = listIn(fields, name);
  while (wire.at < until) list.push(readValue(value, wire, until, depth));
}

function readEntry({ name, key, value }: Field, wire: Wire, end: number, fields: Fields, depth: number): void {
  const until = readPayloadEnd(wire, end);
  let entryKey = "";
  let entryValue: Value | undefined;
  while (wire.at < until) {
    const tag = readTag(wire, until);
    if (tag >>> 3 === 1 && (tag & 7) === scalarCodec(key!).wireType) {
      entryKey = String(scalarCodec(key!).read(wire, until));
    } else if (tag >>> 3 === 2 && (tag & 7) === wireTypeOf(value))
      entryValue = readValue(value, wire, until, depth + 1);
    else skipField(wire, until, tag);
  }
  // Without a prototype, since a caller chooses the keys.
  fields[name] ??= Object.create(null) as Message;
  const entries = fields[name] as Record<string, Value>;
  entries[entryKey] = entryValue ?? zeroOf(value);
}

function zeroOf(value: FieldValue): Value {
  if (value.kind === "message") return {};
  if (value.kind === "enum") return value.names.get(0) ?? 0;
  if (value.scalar === "bool") return false;
  return value.scalar === "string" || value.scalar === "bytes" ? "" : 0;
}

function listIn(fields: Fields, name: string): Value[] {
  fields[name] ??= [];
  return fields[name] as Value[];
}
