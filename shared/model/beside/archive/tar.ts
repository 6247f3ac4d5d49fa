import type { ByteSource } from "../../../ports/files.ts";
import type { SafetyFinding } from "../../safety/finding.ts";
import { damaged, partOf, readAt } from "../bytes.ts";
import { type Content, cannotBeJudged, findingAt, memberOf, type Place } from "../content.ts";
import { MAX_MEMBERS } from "./limits.ts";
import { findBadNames, quote } from "./member-names.ts";
import type { JudgeMember } from "./zip.ts";

interface TarMember {
  readonly name: string;
  readonly type: string;
  readonly dataStart: number;
  readonly sizeBytes: number;
}

interface Header extends TarMember {
  readonly next: number;
}

const BLOCK = 512;
const FIX = "Pack the archive again with plain files only, or leave it out of the artifact.";
const MAX_META_BYTES = 1 << 16;
const LINKS: ReadonlyMap<string, string> = new Map([
  ["1", "a hard link"],
  ["2", "a symbolic link"],
  ["3", "a device"],
  ["4", "a device"],
  ["6", "a pipe"],
]);
const FILES: ReadonlySet<string> = new Set(["0", "\0", "7"]);

/** The checksum of the first block proves it: old archives carry no magic. */
export function isTar(source: ByteSource): boolean {
  if (source.sizeBytes < BLOCK) return false;
  const block = readAt(source, 0, BLOCK);
  return block[0] !== 0 && hasChecksum(block);
}

export function findInTar(content: Content, judgeMember: JudgeMember): readonly SafetyFinding[] {
  const { source, place } = content;
  const members = readMembers(source);
  if (members.length > MAX_MEMBERS) {
    return [findingAt(place, `an archive that explodes: it holds more than ${MAX_MEMBERS} members`, FIX)];
  }
  const names = findBadNames(
    place,
    members.filter((member) => member.type !== "5").map((member) => member.name),
  );
  return [...names, ...members.flatMap((member) => judgeOne(source, place, member, judgeMember))];
}

function judgeOne(
  source: ByteSource,
  outer: Place,
  member: TarMember,
  judgeMember: JudgeMember,
): readonly SafetyFinding[] {
  const place = memberOf(outer, member.name);
  const link = LINKS.get(member.type);
  if (link !== undefined) return [findingAt(place, `a member of an archive that is ${link}`, FIX)];
  if (member.type === "5") return [];
  if (!FILES.has(member.type))
    return [cannotBeJudged(place, `members of type ${quote(member.type)} are not read here`)];
  return judgeMember({ place, source: partOf(source, member.dataStart, member.sizeBytes) });
}

function readMembers(source: ByteSource): readonly TarMember[] {
  const members: TarMember[] = [];
  let forAll: ReadonlyMap<string, string> = new Map();
  let extended = forAll;
  for (let at = 0; at + BLOCK <= source.sizeBytes && members.length <= MAX_MEMBERS; ) {
    const header = readHeader(source, at, extended);
    if (header === null) break;
    at = header.next;
    if ("xLK".includes(header.type)) extended = readExtension(source, header, extended);
    else if (header.type === "g") extended = forAll = readExtension(source, header, forAll);
    else {
      members.push(header);
      extended = forAll;
    }
  }
  return members;
}

/** Null at the zero block that ends an archive. */
function readHeader(source: ByteSource, at: number, extended: ReadonlyMap<string, string>): Header | null {
  const block = readAt(source, at, BLOCK);
  if (block.every((byte) => byte === 0)) return null;
  if (!hasChecksum(block)) throw damaged("a tar header has a wrong checksum");
  const isUstar = block.toString("latin1", 257, 262) === "ustar";
  const prefix = isUstar ? textOf(block, 345, 155) : "";
  const plain = prefix === "" ? textOf(block, 0, 100) : `${prefix}/${textOf(block, 0, 100)}`;
  const type = String.fromCharCode(block[156] ?? 0);
  const declared = extended.get("size");
  const sizeBytes = declared === undefined ? numberOf(block, 124, 12) : Number(declared);
  const hasData = !"123456".includes(type);
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) throw damaged("a tar member has no valid size");
  const dataStart = at + BLOCK;
  const next = dataStart + (hasData ? Math.ceil(sizeBytes / BLOCK) * BLOCK : 0);
  if (hasData && dataStart + sizeBytes > source.sizeBytes) throw damaged("a tar member is cut off");
  return { name: extended.get("path") ?? plain, type, dataStart, sizeBytes: hasData ? sizeBytes : 0, next };
}

/** GNU's long names and the records `length key=value` of pax. */
function readExtension(source: ByteSource, header: Header, before: ReadonlyMap<string, string>): Map<string, string> {
  if (header.sizeBytes > MAX_META_BYTES) throw damaged("a tar extension is too long");
  const bytes = readAt(source, header.dataStart, header.sizeBytes);
  const extended = new Map(before);
  if (header.type === "L") extended.set("path", textOf(bytes, 0, bytes.length));
  if (header.type !== "x" && header.type !== "g") return extended;
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(bytes.toString("latin1", at, Math.max(at, space)));
    if (space < 0 || !Number.isInteger(length) || length < 4 || at + length > bytes.length) break;
    const record = bytes.toString("utf8", space + 1, at + length - 1);
    const equals = record.indexOf("=");
    extended.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  if ([...extended.keys()].some((key) => key.startsWith("GNU.sparse"))) throw damaged("it holds a sparse tar member");
  return extended;
}

function hasChecksum(block: Buffer): boolean {
  const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  const stored = /^\s*([0-7]{1,7})[\0 ]/.exec(block.toString("latin1", 148, 156));
  return stored !== null && Number.parseInt(stored[1] ?? "", 8) === sum;
}

function textOf(block: Buffer, at: number, length: number): string {
  const end = block.indexOf(0, at);
  return block.toString("utf8", at, end < 0 || end > at + length ? at + length : end);
}

function numberOf(block: Buffer, at: number, length: number): number {
  const first = block[at] ?? 0;
  if ((first & 0x80) === 0) return Number.parseInt(textOf(block, at, length).trim() || "0", 8);
  if (first !== 0x80) return Number.NaN;
  return block.subarray(at + 1, at + length).reduce((value, byte) => value * 256 + byte, 0);
}
