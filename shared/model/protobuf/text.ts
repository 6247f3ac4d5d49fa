import { type Descriptor, descriptorOf, type Field, isMessage, type MessageName } from "./descriptors.ts";
import { transcodeScalar } from "./text-scalars.ts";
import { accept, more, nextText, refuse, type TextScanner, upTo, word } from "./text-scanner.ts";
import { BYTES, MAX_DEPTH } from "./wire.ts";
import {
  closePayload,
  openPayload,
  type WireWriter,
  wireWriter,
  writeBytes,
  writeTag,
  writtenBytes,
} from "./wire-writer.ts";

/** One message being read: what may stand in it, and what already does. */
interface Scope {
  readonly message: Descriptor;
  readonly depth: number;
  readonly seen: Set<string>;
}

const ANY = "google.protobuf.Any";

/**
 * Text format turned into the same bytes that the binary file would hold, so that one reader serves both and neither
 * can come to mean something else.
 */
export function transcodeText(name: MessageName, bytes: Uint8Array, file: string): Uint8Array {
  const scanner = { file, bytes, at: 0 };
  const writer = wireWriter(Math.max(1024, bytes.length >> 1));
  transcodeFields(scanner, { message: descriptorOf(name), depth: 0, seen: new Set() }, writer);
  if (more(scanner)) refuse(scanner, `expected a field, found ${nextText(scanner)}`);
  return writtenBytes(writer);
}

function transcodeFields(scanner: TextScanner, scope: Scope, writer: WireWriter): void {
  while (more(scanner) && !isClosing(scanner)) {
    if (accept(scanner, "[") !== null) transcodeAny(scanner, scope, writer);
    else transcodeField(scanner, scope, writer);
    accept(scanner, ";,");
  }
}

function transcodeField(scanner: TextScanner, scope: Scope, writer: WireWriter): void {
  const { at } = scanner;
  const name = word(scanner);
  if (name === "") refuse(scanner, `expected a field, found ${nextText(scanner)}`);
  const field = scope.message.fields.get(name);
  if (field === undefined) {
    scanner.at = at;
    refuse(scanner, `${scope.message.name} has no field ${name}`);
  }
  note(scanner, scope, field);
  const colon = accept(scanner, ":");
  if (colon === null && field.message === null) refuse(scanner, `expected a colon after ${name}`);
  transcodeValues(scanner, scope, field, writer);
}

/** A single field may stand once, and only one member of a oneof: a second is somebody's mistake. */
function note(scanner: TextScanner, { message, seen }: Scope, { name, rule }: Field): void {
  if (rule !== "single" && rule !== "oneof") return;
  const earlier = rule === "single" ? name : message.oneof.find((member) => seen.has(member));
  if (earlier !== undefined && seen.has(earlier)) refuse(scanner, `${name} stands beside an earlier ${earlier}`);
  seen.add(name);
}

function transcodeValues(scanner: TextScanner, scope: Scope, field: Field, writer: WireWriter): void {
  const isRepeated = field.rule !== "single" && field.rule !== "oneof";
  const isList = isRepeated && accept(scanner, "[") !== null;
  if (isList && accept(scanner, "]") !== null) return;
  do transcodeValue(scanner, scope, field, writer);
  while (isList && accept(scanner, ",") !== null);
  if (isList && accept(scanner, "]") === null) refuse(scanner, `expected a comma or ], found ${nextText(scanner)}`);
}

function transcodeValue(scanner: TextScanner, { depth }: Scope, field: Field, writer: WireWriter): void {
  writeTag(writer, field.number, field.wireType);
  if (field.message === null) transcodeScalar(scanner, field, writer);
  else transcodeMessage(scanner, field.message, depth + 1, writer);
}

function transcodeMessage(scanner: TextScanner, message: Descriptor, depth: number, writer: WireWriter): void {
  const opening = accept(scanner, "{<");
  if (opening === null) refuse(scanner, `expected { after ${message.name}, found ${nextText(scanner)}`);
  if (depth > MAX_DEPTH) refuse(scanner, `nested deeper than ${MAX_DEPTH}`);
  const start = openPayload(writer);
  transcodeFields(scanner, { message, depth, seen: new Set() }, writer);
  const closing = opening === "{" ? "}" : ">";
  if (accept(scanner, closing) === null) refuse(scanner, `expected ${closing}, found ${nextText(scanner)}`);
  closePayload(writer, start);
}

/** `[type.googleapis.com/tensorflow.AssetFileDef] { … }`: the packed message written out. */
function transcodeAny(scanner: TextScanner, { message, depth }: Scope, writer: WireWriter): void {
  const url = upTo(scanner, "]").trim();
  const name = url.slice(url.lastIndexOf("/") + 1).replace(/^tensorflow\./, "");
  if (message.name !== ANY || !isMessage(name)) refuse(scanner, `${message.name} has no extension ${url}`);
  writeTag(writer, 1, BYTES);
  writeBytes(writer, new TextEncoder().encode(url));
  accept(scanner, ":");
  writeTag(writer, 2, BYTES);
  transcodeMessage(scanner, descriptorOf(name), depth + 1, writer);
}

function isClosing({ bytes, at }: TextScanner): boolean {
  return bytes[at] === 0x7d || bytes[at] === 0x3e;
}
