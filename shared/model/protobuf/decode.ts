import { Failure } from "../../failure.ts";
import { checkMessage, type OwnCheck } from "./check.ts";
import { type Decoded, type Descriptor, descriptorOf, type Field, type Lazy, type MessageName } from "./descriptors.ts";
import { readBytes, readName, readNumber, readText } from "./scalars.ts";
import { BYTES, readPayloadEnd, readTag, skipField, type Wire, wireOver } from "./wire.ts";

type Target = Record<string, unknown>;

/** Longer lists of single values are refused when they are asked for: real constants keep them as raw bytes. */
const MAX_VALUES = 4_000_000;
/** Objects of the largest models count tens of thousands, and each takes some hundred bytes once it is decoded. */
const MAX_MESSAGES = 200_000;

const KEY_TAG = (1 << 3) | BYTES;
const VALUE_TAG = (2 << 3) | BYTES;

/** The whole of a message: checked as strictly as TensorFlow's own parser does, then decoded down to its lazy fields. */
export function parseMessage<Name extends MessageName>(name: Name, bytes: Uint8Array, file: string): Decoded<Name> {
  return parseWire(name, wireOver(bytes, file));
}

/** The same, where messages of one kind are checked in a way of their own. */
export function parseWire<Name extends MessageName>(name: Name, wire: Wire, own?: OwnCheck): Decoded<Name> {
  const end = wire.bytes.length;
  checkMessage(wire, end, descriptorOf(name), own);
  return decodeMerged(name, { wire, ranges: [0, end] });
}

/** One message for a single lazy field: its ranges merge. */
function decodeMerged<Name extends MessageName>(name: Name, { wire, ranges }: Lazy<Name>): Decoded<Name> {
  const descriptor = descriptorOf(name);
  const target: Target = { ...descriptor.blank };
  for (let at = 0; at < ranges.length; at += 2) {
    wire.at = ranges[at]!;
    decodeInto(wire, ranges[at + 1]!, descriptor, target);
  }
  return target as Decoded<Name>;
}

/** One message for each range of a repeated lazy field. */
export function* decodeEach<Name extends MessageName>(
  name: Name,
  lazy: Lazy<Name> | undefined,
): Generator<Decoded<Name>> {
  if (lazy === undefined) return;
  const descriptor = descriptorOf(name);
  const { wire, ranges } = lazy;
  for (let at = 0; at < ranges.length; at += 2) {
    wire.at = ranges[at]!;
    yield decodeInto(wire, ranges[at + 1]!, descriptor, { ...descriptor.blank }) as Decoded<Name>;
  }
}

/** The keys of a lazy map, one for each entry as written. */
export function decodeKeys({ wire, ranges }: Lazy<MessageName>): readonly string[] {
  const keys: string[] = [];
  for (let at = 0; at < ranges.length; at += 2) {
    wire.at = ranges[at]!;
    keys.push(readKey(wire, ranges[at + 1]!));
  }
  return keys;
}

/** The value of the entry at an index of a lazy map's keys. */
export function decodeValue<Name extends MessageName>(name: Name, lazy: Lazy<Name>, index: number): Decoded<Name> {
  const { wire } = lazy;
  const end = lazy.ranges[2 * index + 1]!;
  const ranges: number[] = [];
  wire.at = lazy.ranges[2 * index]!;
  while (wire.at < end) {
    const tag = readTag(wire, end);
    if (tag === VALUE_TAG) pushRange(wire, readPayloadEnd(wire, end), ranges);
    else skipField(wire, end, tag);
  }
  return decodeMerged(name, { wire, ranges });
}

/** The key of a map's entry. */
export function readKey(wire: Wire, end: number): string {
  let key = "";
  while (wire.at < end) {
    const tag = readTag(wire, end);
    if (tag === KEY_TAG) key = readText(wire, readPayloadEnd(wire, end));
    else skipField(wire, end, tag);
  }
  return key;
}

function decodeInto(wire: Wire, end: number, descriptor: Descriptor, target: Target): Target {
  while (wire.at < end) {
    const tag = readTag(wire, end);
    const field = descriptor.byNumber[tag >>> 3];
    const wireType = tag & 7;
    if (field === undefined) skipField(wire, end, tag);
    else if (wireType === field.wireType) decodeField(wire, end, field, target, descriptor);
    else if (wireType === BYTES && field.packable) decodeRun(wire, readPayloadEnd(wire, end), field, target);
    else skipField(wire, end, tag);
  }
  return target;
}

function decodeField(wire: Wire, end: number, field: Field, target: Target, { oneof, blank }: Descriptor): void {
  const { name, rule } = field;
  if (field.lazy) pushLazy(wire, readPayloadEnd(wire, end), target, name);
  else if (rule === "repeated") push(wire, field, readValue(wire, end, field, undefined), { target, blank });
  else if (rule === "map") putEntry(wire, end, field, target, blank);
  else {
    const value = readValue(wire, end, field, target[name]);
    if (rule === "oneof") for (const member of oneof) target[member] = undefined;
    target[name] = value;
  }
}

function decodeRun(wire: Wire, end: number, field: Field, target: Target): void {
  const values: unknown[] = [];
  while (wire.at < end) {
    if (values.length === MAX_VALUES) throw tooLong(wire, field);
    values.push(readNumber(wire, end, field.kind));
  }
  const before = target[field.name] as readonly unknown[];
  target[field.name] = before.length === 0 ? values : [...before, ...values];
}

function push(wire: Wire, field: Field, value: unknown, { target, blank }: { target: Target; blank: Target }): void {
  const { name } = field;
  if (target[name] === blank[name]) target[name] = [];
  const list = target[name] as unknown[];
  if (list.length >= (field.message === null ? MAX_VALUES : MAX_MESSAGES)) throw tooLong(wire, field);
  list.push(value);
}

function pushLazy(wire: Wire, end: number, target: Target, name: string): void {
  target[name] ??= { wire, ranges: [] };
  pushRange(wire, end, (target[name] as { ranges: number[] }).ranges);
}

export function pushRange(wire: Wire, end: number, ranges: number[]): void {
  ranges.push(wire.at, end);
  wire.at = end;
}

function putEntry(wire: Wire, end: number, field: Field, target: Target, blank: Target): void {
  const descriptor = field.message!;
  if (target[field.name] === blank[field.name]) target[field.name] = new Map();
  const entry = decodeInto(wire, readPayloadEnd(wire, end), descriptor, { ...descriptor.blank });
  const value = entry.value ?? { ...descriptor.byNumber[2]!.message!.blank };
  const entries = target[field.name] as Map<unknown, unknown>;
  entries.set(entry.key, value);
  if (entries.size > MAX_MESSAGES) throw tooLong(wire, field);
}

function readValue(wire: Wire, end: number, field: Field, before: unknown): unknown {
  if (field.wireType !== BYTES) return readNumber(wire, end, field.kind);
  const last = readPayloadEnd(wire, end);
  const { message } = field;
  if (message !== null) return decodeInto(wire, last, message, (before as Target | undefined) ?? { ...message.blank });
  return field.kind === "string" ? readName(wire, last) : readBytes(wire, last);
}

function tooLong({ file }: Wire, { name, message }: Field): Failure {
  const limit = message === null ? MAX_VALUES : MAX_MESSAGES;
  return new Failure("limit-exceeded", `${file}: more than ${limit} ${name}`, {
    fix: "Export the model for serving alone; TensorFlow writes long constants as raw bytes.",
  });
}
