import type { ByteSource } from "../../../ports/files.ts";
import type { SafetyFinding } from "../../safety/finding.ts";
import { partOf, readAt } from "../bytes.ts";
import { type Content, cannotBeJudged, findingAt, memberOf, type Place } from "../content.ts";
import { type Budget, isBomb, MAX_DECLARED_BYTES, MAX_MEMBERS } from "./limits.ts";
import { findBadNames, quote } from "./member-names.ts";
import { unpack } from "./unpack.ts";
import { wideNumbers, type ZipDirectory, type ZipMember, zipName } from "./zip-directory.ts";

/** The judge of what is inside; it comes from outside so that archives may nest. */
export type JudgeMember = (content: Content) => readonly SafetyFinding[];

interface LocalHeader {
  readonly dataStart: number;
  readonly dataEnd: number;
  readonly disagreement: string | null;
}

const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const ENCRYPTED = 0x1 | 0x40 | 0x2000;
const DESCRIPTOR = 0x8;
const FIX = "Pack the archive again with an ordinary zip tool, or leave it out of the artifact.";
const LIE = "a member of an archive that lies about its size";
const KINDS: ReadonlyMap<number, string> = new Map([
  [0xa000, "a symbolic link"],
  [0x2000, "a device"],
  [0x6000, "a device"],
  [0x1000, "a pipe"],
  [0xc000, "a socket"],
]);

export function findInZip(
  { source, place }: Content,
  directory: ZipDirectory,
  judgeMember: JudgeMember,
  budget: Budget,
): readonly SafetyFinding[] {
  const explosion = explosionOf(directory);
  if (explosion !== null) return [findingAt(place, `an archive that explodes: ${explosion}`, FIX)];
  const names = findBadNames(
    place,
    directory.members.map((member) => member.name),
  );
  const { findings, locals } = checkLayout(source, place, directory);
  const members = directory.members.flatMap((member, index) => {
    const local = locals[index];
    if (local === undefined || member.name.endsWith("/")) return [];
    return judgeOne(partOf(source, local.dataStart, member.packedBytes), place, member, judgeMember, budget);
  });
  return [...names, ...findings, ...members];
}

function explosionOf({ members, declaredMembers }: ZipDirectory): string | null {
  if (declaredMembers > MAX_MEMBERS || members.length > MAX_MEMBERS) return `it holds more than ${MAX_MEMBERS} members`;
  const bomb = members.find((member) => isBomb(member.packedBytes, member.sizeBytes));
  if (bomb !== undefined) return `member ${quote(bomb.name)} grows from ${bomb.packedBytes} to ${bomb.sizeBytes} bytes`;
  const grown = members.reduce((sum, member) => sum + Math.max(0, member.sizeBytes - member.packedBytes), 0);
  return grown > MAX_DECLARED_BYTES ? `it grows by ${grown} bytes` : null;
}

/** Readers that go by the directory and readers that go from header to header must see the same members. */
function checkLayout(source: ByteSource, place: Place, directory: ZipDirectory) {
  const problems: string[] = [];
  if (
    directory.members.length !== directory.declaredMembers % 0x10000 &&
    directory.members.length !== directory.declaredMembers
  ) {
    problems.push(`promises ${directory.declaredMembers} members and lists ${directory.members.length}`);
  }
  const locals = directory.members.map((member) => readLocal(source, member));
  for (const local of locals) if (local?.disagreement != null) problems.push(local.disagreement);
  problems.push(...gapsOf(source, directory, locals));
  if (locals.includes(undefined)) problems.push("has members whose header is missing");
  const findings = [...new Set(problems)]
    .slice(0, 5)
    .map((problem) => findingAt(place, `an archive that ${problem}`, FIX));
  return { findings, locals };
}

function readLocal(source: ByteSource, member: ZipMember): LocalHeader | undefined {
  if (member.offset < 0 || member.offset + LOCAL_BYTES > source.sizeBytes) return undefined;
  const header = readAt(source, member.offset, LOCAL_BYTES);
  if (header.readUInt32LE(0) !== LOCAL) return undefined;
  const nameBytes = header.readUInt16LE(26);
  const extraBytes = header.readUInt16LE(28);
  const dataStart = member.offset + LOCAL_BYTES + nameBytes + extraBytes;
  const dataEnd = dataStart + member.packedBytes;
  if (dataEnd > source.sizeBytes) return undefined;
  const variable = readAt(source, member.offset + LOCAL_BYTES, nameBytes + extraBytes);
  return { dataStart, dataEnd, disagreement: disagreementOf(member, header, variable) };
}

function disagreementOf(member: ZipMember, header: Buffer, variable: Buffer): string | null {
  const flags = header.readUInt16LE(6);
  const name = zipName(variable.subarray(0, header.readUInt16LE(26)), flags);
  if (name !== member.name)
    return `names a member ${quote(member.name)} in its directory and ${quote(name)} at its data`;
  const said = `says two things about member ${quote(member.name)}`;
  if (header.readUInt16LE(8) !== member.method) return `${said} (compression)`;
  if (((flags ^ member.flags) & ENCRYPTED) !== 0) return `${said} (encryption)`;
  const wide = wideNumbers(variable.subarray(header.readUInt16LE(26)));
  const size = (at: number): number =>
    (header.readUInt32LE(at) === 0xffffffff ? wide.shift() : undefined) ?? header.readUInt32LE(at);
  const [sizeBytes, packedBytes] = [size(22), size(18)];
  if ((flags & DESCRIPTOR) !== 0 && packedBytes === 0) return null;
  return sizeBytes === member.sizeBytes && packedBytes === member.packedBytes ? null : `${said} (size)`;
}

function gapsOf(
  source: ByteSource,
  directory: ZipDirectory,
  locals: readonly (LocalHeader | undefined)[],
): readonly string[] {
  const spans = directory.members.flatMap((member, index) => {
    const local = locals[index];
    return local === undefined ? [] : [{ from: member.offset, to: local.dataEnd }];
  });
  spans.sort((a, b) => a.from - b.from);
  let reached = directory.prefixBytes;
  for (const { from, to } of [...spans, { from: directory.start, to: directory.start }]) {
    if (from < reached) return ["overlaps itself: one stretch of bytes serves several members"];
    if (from - reached >= LOCAL_BYTES && readAt(source, reached, 4).readUInt32LE(0) === LOCAL) {
      return ["hides a member that its directory does not list"];
    }
    reached = to;
  }
  return [];
}

function judgeOne(
  packed: ByteSource,
  outer: Place,
  member: ZipMember,
  judgeMember: JudgeMember,
  budget: Budget,
): readonly SafetyFinding[] {
  const place = memberOf(outer, member.name);
  const kind = KINDS.get(member.mode & 0xf000);
  if (kind !== undefined) return [findingAt(place, `a member of an archive that is ${kind}`, FIX)];
  if ((member.flags & ENCRYPTED) !== 0) return [cannotBeJudged(place, "it is encrypted")];
  if (member.method === 0) {
    const lie = member.sizeBytes === member.packedBytes ? [] : [findingAt(place, LIE, FIX)];
    return [...lie, ...judgeMember({ place, source: packed, isPrefix: false })];
  }
  if (member.method !== 8) return [cannotBeJudged(place, `compression method ${member.method} is not read here`)];
  const unpacked = unpack(packed, "raw", budget, member.sizeBytes);
  switch (unpacked.kind) {
    case "bomb":
      return [findingAt(place, "a member of an archive that explodes", FIX)];
    case "damaged":
      return [cannotBeJudged(place, "its compressed bytes are damaged")];
    case "overBudget":
      return [cannotBeJudged(outer, "it unpacks to more than we judge")];
    case "content": {
      const isShort = !unpacked.isPrefix && unpacked.source.sizeBytes !== member.sizeBytes;
      const lie = isShort ? [findingAt(place, LIE, FIX)] : [];
      return [...lie, ...judgeMember({ place, source: unpacked.source, isPrefix: unpacked.isPrefix })];
    }
  }
}
