import type { ByteSource } from "../../../ports/files.ts";
import { partOf, readAt } from "../bytes.ts";
import { quote } from "./member-names.ts";
import { readZipDirectory, wideNumbers, type ZipDirectory, type ZipMember, zipName } from "./zip-directory.ts";

export interface ZipLayout {
  readonly problems: readonly string[];
  /** Where each member's bytes begin; undefined where it has no header. */
  readonly dataStarts: readonly (number | undefined)[];
  readonly overlaps: boolean;
}

interface LocalHeader {
  readonly dataStart: number;
  readonly dataEnd: number;
  readonly disagreement: string | null;
}

export const ENCRYPTED_FLAGS = 0x1 | 0x40 | 0x2000;
const DESCRIPTOR = 0x8;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const MAX_PROBLEMS = 5;

/** Readers that go by the directory and readers that go from header to header must see the same members. */
export function checkLayout(source: ByteSource, directory: ZipDirectory): ZipLayout {
  const { members, declaredMembers } = directory;
  const locals = members.map((member) => readLocal(source, member));
  const { overlaps, hides } = gapsOf(source, directory, locals);
  const isMiscounted = members.length !== declaredMembers && members.length !== declaredMembers % 0x10000;
  const problems = [
    isMiscounted ? `promises ${declaredMembers} members and lists ${members.length}` : null,
    overlaps ? "overlaps itself: one stretch of bytes serves several members" : null,
    isBehindAnother(source, directory) ? "stands behind another archive, which its directory does not list" : null,
    hides ? "hides a member that its directory does not list" : null,
    locals.includes(undefined) ? "has members whose header is missing" : null,
    ...locals.map((local) => local?.disagreement ?? null),
  ];
  const told = new Set(problems.filter((problem) => problem !== null));
  return { problems: [...told].slice(0, MAX_PROBLEMS), dataStarts: locals.map((local) => local?.dataStart), overlaps };
}

/** A picture may stand in front of an archive; of two archives some readers see the one and some the other. */
function isBehindAnother(source: ByteSource, { prefixBytes }: ZipDirectory): boolean {
  return prefixBytes > 0 && readZipDirectory(partOf(source, 0, prefixBytes)) !== null;
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
  if (((flags ^ member.flags) & ENCRYPTED_FLAGS) !== 0) return `${said} (encryption)`;
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
): { readonly overlaps: boolean; readonly hides: boolean } {
  const spans = directory.members.flatMap((member, index) => {
    const local = locals[index];
    return local === undefined ? [] : [{ from: member.offset, to: local.dataEnd }];
  });
  spans.sort((a, b) => a.from - b.from);
  let reached = directory.prefixBytes;
  let [overlaps, hides] = [false, false];
  for (const { from, to } of [...spans, { from: directory.start, to: directory.start }]) {
    overlaps ||= from < reached;
    hides ||= from - reached >= LOCAL_BYTES && readAt(source, reached, 4).readUInt32LE(0) === LOCAL;
    reached = Math.max(reached, to);
  }
  return { overlaps, hides };
}
