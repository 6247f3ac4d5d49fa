import { BYTES, VARINT } from "../../model/protobuf/wire.ts";
import {
  closePayload,
  openPayload,
  type WireWriter,
  wireWriter,
  writeTag,
  writeVarint,
  writtenBytes,
} from "../../model/protobuf/wire-writer.ts";
import type { Message, Value } from "./json.ts";
import { type Field, type FieldValue, findMessageType, type MessageType } from "./message-type.ts";
import { badField, misfit } from "./misfit.ts";
import { scalarCodec } from "./scalars.ts";
import { isMessage, wellKnown } from "./well-known.ts";

const ANY = "google.protobuf.Any";
/** No reader takes deeper messages. */
const MAX_DEPTH = 100;

/** The bytes of a message, or a refusal that names the field at fault. */
export function encode(type: MessageType, message: Message): Uint8Array {
  const writer = wireWriter(256);
  writeFields(writer, type, message, { path: "", depth: 0 });
  return writtenBytes(writer);
}

/** Where in the message, for whoever is told what is wrong. */
interface Place {
  readonly path: string;
  readonly depth: number;
}

function writeFields(writer: WireWriter, type: MessageType, message: Message, { path, depth }: Place): void {
  if (depth > MAX_DEPTH) throw badField(path, `The message is nested deeper than ${MAX_DEPTH} levels.`);
  for (const name in message) {
    const value = message[name];
    if (value === undefined) continue;
    const place = { path: path === "" ? name : `${path}.${name}`, depth };
    const field = type.byName.get(name);
    if (field === undefined) throw unknown(name, path);
    if (value !== null || isValue(field.value)) writeField(writer, field, value, place);
  }
}

function unknown(name: string, path: string): Error {
  const where = path === "" ? "" : ` at '${path}'`;
  return badField(
    path,
    `Invalid JSON payload received. Unknown name "${name.slice(0, 100)}"${where}: Cannot find field.`,
  );
}

function isValue(value: FieldValue): boolean {
  return value.kind === "message" && value.type().name === "google.protobuf.Value";
}

function writeField(writer: WireWriter, field: Field, value: Value, place: Place): void {
  if (field.key !== null) writeEntries(writer, field, value, place);
  else if (!field.isRepeated) writeTagged(writer, field.id, field.value, value, place);
  else if (!Array.isArray(value)) throw misfit(place.path, value, "a list");
  else if (isPackable(field.value)) writePacked(writer, field, value, place);
  else for (const item of value) writeTagged(writer, field.id, field.value, item, place);
}

function writeTagged(writer: WireWriter, id: number, field: FieldValue, value: Value, place: Place): void {
  writeTag(writer, id, wireTypeOf(field));
  writeValue(writer, field, value, place);
}

function writeValue(writer: WireWriter, field: FieldValue, value: Value, { path, depth }: Place): void {
  if (field.kind === "scalar") {
    scalarCodec(field.scalar).write(writer, value, path);
  } else if (field.kind === "enum") {
    writeVarint(writer, BigInt(enumerator(field.numbers, value, path)));
  } else {
    const type = field.type();
    const fields = fieldsOf(type, value, path);
    const start = openPayload(writer);
    writeFields(writer, type, fields, { path, depth: depth + 1 });
    closePayload(writer, start);
  }
}

function fieldsOf(type: MessageType, value: Value, path: string): Message {
  const known = wellKnown(type.name);
  if (known !== null) return known.toFields(value, path);
  if (!isMessage(value)) throw misfit(path, value, "an object");
  return type.name === ANY ? anyFields(value, path) : value;
}

function anyFields({ "@type": url = "", ...fields }: Message, path: string): Message {
  const name = String(url).slice(String(url).lastIndexOf("/") + 1);
  const type = findMessageType(name);
  if (type === null) throw badField(`${path}.@type`, `There is no message type ${name.slice(0, 200)}.`);
  const known = wellKnown(name);
  const message = known === null ? fields : known.toFields(fields.value ?? null, path);
  return { type_url: url, value: Buffer.from(encode(type, message)).toString("base64") };
}

function enumerator(numbers: ReadonlyMap<string, number>, value: Value, path: string): number {
  const number = typeof value === "string" ? numbers.get(value) : value;
  if (typeof number !== "number" || !Number.isInteger(number)) throw misfit(path, value, "one of its names");
  return number;
}

function writePacked(writer: WireWriter, { id, value: field }: Field, items: readonly Value[], place: Place): void {
  if (items.length === 0) return;
  writeTag(writer, id, BYTES);
  const start = openPayload(writer);
  for (const item of items) writeValue(writer, field, item, place);
  closePayload(writer, start);
}

function writeEntries(writer: WireWriter, field: Field, value: Value, { path, depth }: Place): void {
  if (!isMessage(value)) throw misfit(path, value, "an object");
  for (const key in value) {
    const entry = value[key];
    if (entry === undefined) continue;
    writeTag(writer, field.id, BYTES);
    const start = openPayload(writer);
    writeTagged(writer, 1, { kind: "scalar", scalar: field.key! }, key, { path, depth });
    writeTagged(writer, 2, field.value, entry, { path: `${path}.${key}`, depth: depth + 1 });
    closePayload(writer, start);
  }
}

function isPackable(value: FieldValue): boolean {
  return wireTypeOf(value) !== BYTES;
}

function wireTypeOf(value: FieldValue): number {
  if (value.kind === "scalar") return scalarCodec(value.scalar).wireType;
  return value.kind === "enum" ? VARINT : BYTES;
}
